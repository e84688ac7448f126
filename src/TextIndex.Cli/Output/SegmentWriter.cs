// SPDX-License-Identifier: MIT
using System.Globalization;
using System.Text.Json;
using TextIndex.Documents;
using TextIndex.Segmentation;

namespace TextIndex.Cli.Output;

/// <summary>Writes the words of one line after the other.</summary>
internal abstract class SegmentWriter : IDisposable
{
    public static SegmentWriter Create(OutputFormat format, TextWriter output) =>
        format == OutputFormat.Json ? new SegmentJson(output) : new SegmentText(output);

    /// <summary>Writes the words of a line.</summary>
    /// <param name="line">The line without its end.</param>
    /// <param name="words">Its words, as spans of the line.</param>
    /// <param name="offset">Where the line begins in the whole text.</param>
    public abstract void Write(ReadOnlySpan<char> line, ReadOnlySpan<TextSpan> words, long offset);

    /// <summary>Writes the words of a line with their tags.</summary>
    /// <param name="line">The line without its end.</param>
    /// <param name="words">Its words, as spans of the line.</param>
    /// <param name="offset">Where the line begins in the whole text.</param>
    public abstract void Write(ReadOnlySpan<char> line, ReadOnlySpan<TaggedWord> words, long offset);

    /// <summary>Writes why a line was cut as it was.</summary>
    /// <param name="line">The line without its end.</param>
    /// <param name="explanation">What might have been a word, as spans of the line.</param>
    /// <param name="offset">Where the line begins in the whole text.</param>
    public abstract void Write(string line, SegmentationExplanation explanation, long offset);

    protected static string NameOf(CandidateKind kind) => kind switch
    {
        CandidateKind.Dictionary => "dictionary",
        CandidateKind.User => "user",
        CandidateKind.Unknown => "unknown",
        CandidateKind.Number => "number",
        CandidateKind.Latin => "latin",
        CandidateKind.Mark => "mark",
        CandidateKind.Name => "name",
        _ => "foreign-name",
    };

    public virtual void Dispose() { }
}

/// <summary>Words joined by one space; a tag stands behind its word and a slash.</summary>
internal sealed class SegmentText(TextWriter output) : SegmentWriter
{
    public override void Write(ReadOnlySpan<char> line, ReadOnlySpan<TextSpan> words, long offset)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (i > 0) output.Write(' ');
            output.Write(line.Slice(words[i].Start, words[i].Length));
        }
        output.Write('\n');
    }

    public override void Write(ReadOnlySpan<char> line, ReadOnlySpan<TaggedWord> words, long offset)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (i > 0) output.Write(' ');
            output.Write(line.Slice(words[i].Span.Start, words[i].Span.Length));
            output.Write('/');
            output.Write(words[i].Tag);
        }
        output.Write('\n');
    }

    // A star before what was chosen; the kinds' names are those of the JSON.
    public override void Write(string line, SegmentationExplanation explanation, long offset)
    {
        Write(line, explanation.Words.ToArray(), offset);
        foreach (var candidate in explanation.Candidates)
            output.Write(string.Create(CultureInfo.InvariantCulture,
                $"{(candidate.IsChosen ? '*' : ' ')} {candidate.Span,-12} {candidate.Weight,8:F2} {candidate.WeightAfter,8:F2} {candidate.PathWeight,9:F2}  {NameOf(candidate.Kind),-12} {Shown(candidate.Span.In(line))}\n"));
        foreach (var run in explanation.JoinedByHmm) output.Write($"  {run,-12} {"hmm",-41} {run.In(line)}\n");
    }

    private static string Shown(string word) => string.IsNullOrWhiteSpace(word) ? "␣" : word;
}

/// <summary>An object a line; spans are of the whole text, not of the line.</summary>
internal sealed class SegmentJson(TextWriter output) : SegmentWriter
{
    private readonly JsonLines _lines = new(output);

    public override void Write(ReadOnlySpan<char> line, ReadOnlySpan<TextSpan> words, long offset)
    {
        var json = _lines.Begin();
        json.WriteStartArray("words");
        foreach (var word in words)
        {
            Begin(json, line, word, offset);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        _lines.End();
    }

    public override void Write(ReadOnlySpan<char> line, ReadOnlySpan<TaggedWord> words, long offset)
    {
        var json = _lines.Begin();
        json.WriteStartArray("words");
        foreach (var word in words)
        {
            Begin(json, line, word.Span, offset);
            json.WriteString("tag", word.Tag);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        _lines.End();
    }

    public override void Write(string line, SegmentationExplanation explanation, long offset)
    {
        var json = _lines.Begin();
        json.WriteStartArray("words");
        foreach (var word in explanation.Words)
        {
            Begin(json, line, word, offset);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteString("model", explanation.Model == SegmentationModel.WordGraph ? "word-graph" : "jieba");
        json.WriteStartArray("candidates");
        foreach (var candidate in explanation.Candidates)
        {
            Begin(json, line, candidate.Span, offset);
            json.WriteString("kind", NameOf(candidate.Kind));
            json.WriteNumber("weight", Math.Round(candidate.Weight, 4));
            json.WriteNumber("weightAfter", Math.Round(candidate.WeightAfter, 4));
            json.WriteNumber("pathWeight", Math.Round(candidate.PathWeight, 4));
            json.WriteBoolean("chosen", candidate.IsChosen);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("joinedByHmm");
        foreach (var run in explanation.JoinedByHmm)
        {
            json.WriteStartArray();
            json.WriteNumberValue(offset + run.Start);
            json.WriteNumberValue(offset + run.End);
            json.WriteEndArray();
        }
        json.WriteEndArray();
        _lines.End();
    }

    private static void Begin(Utf8JsonWriter json, ReadOnlySpan<char> line, TextSpan word, long offset)
    {
        json.WriteStartObject();
        json.WriteString("text", line.Slice(word.Start, word.Length));
        json.WriteStartArray("span");
        json.WriteNumberValue(offset + word.Start);
        json.WriteNumberValue(offset + word.End);
        json.WriteEndArray();
    }

    public override void Dispose() => _lines.Dispose();
}
