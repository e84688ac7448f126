// SPDX-License-Identifier: MIT
using TextIndex.Documents;

namespace TextIndex.Extraction.Qualities;

/// <summary>What a text holds up to be learnt from somebody: 学习他A、B的noun. All spans are of the untouched source.</summary>
public sealed record Quality
{
    /// <summary>Name of the quality in its document: QL1, QL2, … in order.</summary>
    public required string Id { get; init; }

    /// <summary>From the first attribute to the noun.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The text at <see cref="Span"/>.</summary>
    public required string Text { get; init; }

    /// <summary>The attributes, ascending: 信念如磐, 对党忠诚.</summary>
    public required IReadOnlyList<TextSpan> AttributeSpans { get; init; }

    /// <summary>The noun: 政治品格.</summary>
    public required TextSpan NounSpan { get; init; }

    /// <summary>The verb: 学习, 发扬, 弘扬.</summary>
    public required string Verb { get; init; }

    /// <summary>Whose quality it is, by name; empty where the text does not say surely.</summary>
    public string Of { get; init; } = "";

    /// <summary>Who shall learn it, as the clause says; empty where it does not.</summary>
    public string Learner { get; init; } = "";

    /// <summary>The sentence that it stands in, with its mark.</summary>
    public required TextSpan SentenceSpan { get; init; }

    /// <summary>Name of the heading whose section it stands in (H1, …); empty before the first.</summary>
    public string Section { get; init; } = "";
}
