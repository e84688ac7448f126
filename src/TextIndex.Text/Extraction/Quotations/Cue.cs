// SPDX-License-Identifier: MIT
using TextIndex.Documents;

namespace TextIndex.Extraction.Quotations;

/// <summary>The verb that reports a quotation, such as 告诫 or 写道.</summary>
/// <param name="Text">The verb as it stands.</param>
/// <param name="Span">Where it stands.</param>
public sealed record Cue(string Text, TextSpan Span);
