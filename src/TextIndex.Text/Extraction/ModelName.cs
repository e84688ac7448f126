// SPDX-License-Identifier: MIT
using TextIndex.Documents;

namespace TextIndex.Extraction;

/// <summary>A place where the lexical model, corrected by rules, sees a name.</summary>
/// <param name="Span">The name in the source text, without titles.</param>
/// <param name="Tag">PER, LOC or ORG.</param>
/// <param name="Why">What decided: <c>model</c>, or the rule that changed what the model said.</param>
internal readonly record struct ModelName(TextSpan Span, string Tag, string Why)
{
    public const string Person = "PER", Place = "LOC", Organisation = "ORG";
}
