// SPDX-License-Identifier: MIT
using System.CommandLine;
using System.Diagnostics;
using TextIndex.Cli.Output;
using TextIndex.Cli.Sessions;
using TextIndex.Discovery;
using TextIndex.Primitives;
using TextIndex.Segmentation;

namespace TextIndex.Cli.Commands;

/// <summary><c>words FILE-or-DIR…</c>: the words that documents use and no dictionary has, as a user dictionary.</summary>
internal sealed class WordsCommand : CliCommand
{
    private readonly Argument<string[]> _files;
    private readonly Option<string> _limit;
    private readonly Option<string> _minDocuments;
    private readonly Option<string> _userDictionary;

    public WordsCommand() : base("words", Messages.HelpWords)
    {
        _files = ManyArguments("FILE", Messages.HelpFiles, required: true);
        _limit = TextOption("--limit", "N", Messages.HelpWordsLimit);
        _minDocuments = TextOption("--min-documents", "N", Messages.HelpMinDocuments);
        _userDictionary = TextOption("--user-dict", "FILE", Messages.HelpWordsUserDictionary);
    }

    public override string Details => Messages.HelpWordsDetails;

    public override IReadOnlyList<string> Examples { get; } =
        ["textindex words essays > words.txt", "textindex index essays --user-dict words.txt", "textindex words essays --limit 50 --min-documents 3 --format json"];

    public override int Run(Invocation call)
    {
        var options = new NewWordOptions
        {
            Limit = call.Number(_limit, new NewWordOptions().Limit) is var limit and > 0 ? limit : int.MaxValue,
            MinDocuments = call.Number(_minDocuments, new NewWordOptions().MinDocuments, least: 1),
        };
        if (call.Text(_userDictionary) is { } file)
            options = options with { Segmenter = new WordSegmenter(UserDictionary.Read(call, file).Dictionary, new WordSegmenterOptions { Model = SegmentationModel.WordGraph }) };
        var names = new List<string>();
        var started = Stopwatch.GetTimestamp();
        var words = new NewWordFinder(options).Find(Texts(call, names), call.Stopping);
        if (call.Format == OutputFormat.Json) NewWordsJson.Write(call.Host.Output, words, names, Stopwatch.GetElapsedTime(started));
        else NewWordFinder.WriteUserDictionary(call.Host.Output, words);
        return words.Count > 0 ? CommandLine.Found : CommandLine.NothingFound;
    }

    private IEnumerable<string> Texts(Invocation call, List<string> names)
    {
        foreach (var (file, document) in SourceDocuments.Of(call, call.List(_files)))
        {
            names.Add(file);
            yield return document.Text;
        }
    }
}
