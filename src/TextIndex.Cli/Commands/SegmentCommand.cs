// SPDX-License-Identifier: MIT
using System.CommandLine;
using TextIndex.Cli.Output;
using TextIndex.Cli.Sessions;
using TextIndex.Documents;
using TextIndex.Lac;
using TextIndex.Primitives;
using TextIndex.Segmentation;

namespace TextIndex.Cli.Commands;

/// <summary><c>segment [FILE|-]</c>: word segmentation, one line out for each line in, as they come.</summary>
internal sealed class SegmentCommand : CliCommand
{
    private readonly Argument<string[]> _file;
    private readonly Option<string> _model;
    private readonly Option<string> _mode;
    private readonly Option<bool> _noHmm;
    private readonly Option<string> _userDictionary;
    private readonly Option<bool> _pos;
    private readonly Option<bool> _explain;

    public SegmentCommand() : base("segment", Messages.HelpSegment)
    {
        _file = ManyArguments("FILE", Messages.HelpSegmentFile);
        _model = TextOption("--model", "NAME", Messages.HelpModel);
        _mode = TextOption("--mode", "MODE", Messages.HelpMode);
        _noHmm = FlagOption("--no-hmm", Messages.HelpNoHmm);
        _userDictionary = TextOption("--user-dict", "FILE", Messages.HelpSegmentUserDictionary);
        _pos = FlagOption("--pos", Messages.HelpPos);
        _explain = FlagOption("--explain", Messages.HelpExplainWords);
    }

    public override IReadOnlyList<string> Examples { get; } =
        ["echo 学习实事求是的作风 | textindex segment", "textindex segment essay.txt --mode search", "textindex segment essay.txt --pos", "textindex segment essay.txt --model jieba", "textindex segment essay.txt --model lac --pos", "textindex segment --user-dict words.txt --format json < essay.txt"];

    public override int Run(Invocation call)
    {
        var model = call.Choice(_model, "word-graph", "jieba", "lac");
        var mode = call.Choice(_mode, "accurate", "full", "search") switch { "full" => SegmentationMode.Full, "search" => SegmentationMode.Search, _ => SegmentationMode.Accurate };
        if (model == "lac") RefuseWithLac(call, mode);
        if (call.Flag(_pos) && mode != SegmentationMode.Accurate) throw new UsageException(Messages.NotTogether(_pos.Name, "--mode " + call.Text(_mode)));
        if (call.Flag(_explain) && (call.Flag(_pos) || mode != SegmentationMode.Accurate))
            throw new UsageException(Messages.NotTogether(_explain.Name, call.Flag(_pos) ? _pos.Name : "--mode " + call.Text(_mode)));
        var files = call.List(_file);
        if (files.Count > 1) throw new UsageException(Messages.OneTooMany(files[1], Name));

        if (model == "lac") return RunLac(call, files);
        var segmenter = Segmenter(call, model == "word-graph" ? SegmentationModel.WordGraph : SegmentationModel.Jieba);
        using var input = files.Count == 0 || files[0] == "-" ? null : new StringReader(ReadFile(call, files[0]));
        if (call.Flag(_explain)) Explain(call, segmenter, input ?? call.Host.Input);
        else if (call.Flag(_pos)) Tag(call, segmenter, input ?? call.Host.Input);
        else Cut(call, segmenter, mode, input ?? call.Host.Input);
        return CommandLine.Found;
    }

    // The network has one way to cut, and no dictionary.
    private void RefuseWithLac(Invocation call, SegmentationMode mode)
    {
        if (mode != SegmentationMode.Accurate) throw new UsageException(Messages.NotTogether("--model lac", "--mode " + call.Text(_mode)));
        if (call.Flag(_noHmm)) throw new UsageException(Messages.NotTogether("--model lac", _noHmm.Name));
        if (call.Flag(_explain)) throw new UsageException(Messages.NotTogether("--model lac", _explain.Name));
        if (call.Text(_userDictionary) is not null) throw new UsageException(Messages.NotTogether("--model lac", _userDictionary.Name));
    }

    private int RunLac(Invocation call, IReadOnlyList<string> files)
    {
        using var input = files.Count == 0 || files[0] == "-" ? null : new StringReader(ReadFile(call, files[0]));
        using var writer = SegmentWriter.Create(call.Format, call.Host.Output);
        var lines = new LineReader(input ?? call.Host.Input);
        var tagged = new TaggedWord[1024];
        var words = new TextSpan[1024];
        while (lines.TryRead(out var line, out var offset))
        {
            call.Stopping.ThrowIfCancellationRequested();
            if (line.Length > tagged.Length) (tagged, words) = (new TaggedWord[line.Length], new TextSpan[line.Length]);
            var count = LacModel.Default.Tag(line.Span, tagged);
            if (call.Flag(_pos))
            {
                writer.Write(line.Span, tagged.AsSpan(0, count), offset);
                continue;
            }
            for (var i = 0; i < count; i++) words[i] = tagged[i].Span;
            writer.Write(line.Span, words.AsSpan(0, count), offset);
        }
        return CommandLine.Found;
    }

    private WordSegmenter Segmenter(Invocation call, SegmentationModel model)
    {
        var userDictionary = call.Text(_userDictionary);
        if (userDictionary is null && !call.Flag(_noHmm)) return model == SegmentationModel.WordGraph ? WordSegmenter.WordGraph : WordSegmenter.Default;
        var dictionary = userDictionary is null ? WordDictionary.Default : UserDictionary.Read(call, userDictionary).Dictionary;
        return new WordSegmenter(dictionary, new WordSegmenterOptions { Model = model, UseHmm = !call.Flag(_noHmm) });
    }

    private static string ReadFile(Invocation call, string file) => SourceText.Decode(UserFile.ReadAll(call, file)).Text;

    private static void Cut(Invocation call, WordSegmenter segmenter, SegmentationMode mode, TextReader input)
    {
        using var writer = SegmentWriter.Create(call.Format, call.Host.Output);
        var lines = new LineReader(input);
        var words = new TextSpan[1024];
        while (lines.TryRead(out var line, out var offset))
        {
            call.Stopping.ThrowIfCancellationRequested();
            var most = segmenter.MaximumWords(line.Length, mode);
            if (most > words.Length) words = new TextSpan[checked((int)Math.Min(most, Array.MaxLength))];
            var count = segmenter.Segment(line.Span, words, mode);
            writer.Write(line.Span, words.AsSpan(0, count), offset);
        }
    }

    private static void Explain(Invocation call, WordSegmenter segmenter, TextReader input)
    {
        using var writer = SegmentWriter.Create(call.Format, call.Host.Output);
        var lines = new LineReader(input);
        while (lines.TryRead(out var line, out var offset))
        {
            call.Stopping.ThrowIfCancellationRequested();
            var text = line.ToString();
            writer.Write(text, segmenter.Explain(text), offset);
        }
    }

    private static void Tag(Invocation call, WordSegmenter segmenter, TextReader input)
    {
        using var writer = SegmentWriter.Create(call.Format, call.Host.Output);
        var lines = new LineReader(input);
        var words = new TaggedWord[1024];
        while (lines.TryRead(out var line, out var offset))
        {
            call.Stopping.ThrowIfCancellationRequested();
            if (line.Length > words.Length) words = new TaggedWord[line.Length];
            writer.Write(line.Span, words.AsSpan(0, segmenter.Tag(line.Span, words)), offset);
        }
    }
}
