// SPDX-License-Identifier: MIT
using TextIndex.Documents;

namespace TextIndex.Extraction.Quotations;

/// <summary>Who said the words of a quotation.</summary>
/// <param name="Canonical">The person's name as the source writes it, without title; for a self-question the group that asks.</param>
/// <param name="Mention">The mention that decided, as it stands: a name with its honorific, or a pronoun.</param>
/// <param name="MentionSpan">Where the mention stands.</param>
/// <param name="MentionKind">How the mention names the person.</param>
public sealed record Speaker(string Canonical, string Mention, TextSpan MentionSpan, MentionKind MentionKind);
