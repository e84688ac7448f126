// SPDX-License-Identifier: MIT
using TextIndex.Documents;

namespace TextIndex.Extraction.Quotations;

/// <summary>One of the pieces in which a quotation stands: “A，”他说，“B。” has two.</summary>
/// <param name="Span">The piece with its marks.</param>
/// <param name="ContentSpan">The piece without its marks.</param>
public sealed record QuotationPart(TextSpan Span, TextSpan ContentSpan);
