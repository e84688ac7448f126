// SPDX-License-Identifier: MIT
using TextIndex.Documents;

namespace TextIndex.Extraction.Exhortations;

/// <summary>A call that the document reports: 号召各级党组织学习榜样. All spans are of the untouched source.</summary>
public sealed record CallToAction
{
    /// <summary>Name of the call in its document: C1, C2, … in order.</summary>
    public required string Id { get; init; }

    /// <summary>From the verb to the end of what is called for.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The verb: 号召, 呼吁, 倡议, 动员.</summary>
    public required string Modal { get; init; }

    /// <summary>Who calls; empty where the sentence does not say.</summary>
    public string Agent { get; init; } = "";

    /// <summary>Who is called; of length 0 where the sentence does not say.</summary>
    public TextSpan AddresseeSpan { get; init; }

    /// <summary>What for.</summary>
    public required TextSpan ContentSpan { get; init; }
}
