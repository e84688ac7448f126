// SPDX-License-Identifier: MIT
using TextIndex.Documents;

namespace TextIndex.Extraction;

/// <summary>One place where a person is named.</summary>
/// <param name="Canonical">The name as the source writes it first, without title.</param>
/// <param name="Span">The name alone.</param>
/// <param name="FullSpan">The name with an honorific that follows it (朱自强同志).</param>
/// <param name="IsNested">True inside the name of something else: a doctrine, a prize, a school.</param>
internal sealed record PersonMention(string Canonical, TextSpan Span, TextSpan FullSpan, bool IsNested);
