// SPDX-License-Identifier: MIT
namespace TextIndex.Documents;

/// <summary>Something that was wrong with a text and did not stop the reading of it, with its place.</summary>
/// <param name="Span">Where it shows in the decoded text.</param>
/// <param name="Message">What it was, in one sentence.</param>
public sealed record Diagnostic(TextSpan Span, string Message);
