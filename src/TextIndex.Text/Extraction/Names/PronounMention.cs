// SPDX-License-Identifier: MIT
using TextIndex.Documents;

namespace TextIndex.Extraction.Names;

/// <summary>A pronoun (他, 她) with the person whom it stands for.</summary>
/// <param name="Span">Where the pronoun stands in the untouched source.</param>
/// <param name="Antecedent">Canonical name of the person.</param>
/// <param name="Rule">Name of the rule that decided.</param>
public sealed record PronounMention(TextSpan Span, string Antecedent, string Rule);
