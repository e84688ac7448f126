// SPDX-License-Identifier: MIT
using Lucene.Net.Index;

namespace TextIndex.Codecs;

/// <summary>Postings as Lucene.Net's own codec reads them.</summary>
internal sealed class StockPostingsCursor(DocsEnum documents, int documentFrequency) : PostingsCursor
{
    public override int Document => documents.DocID;

    public override int Frequency => documents.Freq;

    public override long Cost => documentFrequency;

    public override int Next() => documents.NextDoc();

    public override int Advance(int target) => documents.Advance(target);
}
