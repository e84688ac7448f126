// SPDX-License-Identifier: MIT
using TextIndex.Documents;

namespace TextIndex.Extraction.Allusions;

/// <summary>Words of a classical text (典故、古语), or words in its style. The span is of the untouched source.</summary>
public sealed record Allusion
{
    /// <summary>Name of the allusion in its document: A1, A2, … in order.</summary>
    public required string Id { get; init; }

    /// <summary>Where it stands; marks around it are outside.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The text at <see cref="Span"/>.</summary>
    public required string Text { get; init; }

    /// <summary>The work it is from; empty for words in classical style whose source is not known.</summary>
    public string Work { get; init; } = "";

    /// <summary>Chapter or author; may be empty.</summary>
    public string Chapter { get; init; } = "";

    /// <summary>What the work has, in simplified characters; empty where the source is not known.</summary>
    public string Original { get; init; } = "";

    /// <summary>How it agrees with the work.</summary>
    public required PassageMatch Match { get; init; }

    /// <summary>True inside quotation marks.</summary>
    public bool IsQuoted { get; init; }
}
