// SPDX-License-Identifier: MIT
namespace TextIndex.Search;

/// <summary>Walks a set of documents, all with the same score.</summary>
internal sealed class ConstantCursor(Lucene.Net.Util.FixedBitSet documents, double score) : DocumentCursor
{
    public override int Advance(int target)
    {
        if (Document >= target) return Document;
        var next = target < documents.Length ? documents.NextSetBit(target) : -1;
        return Document = next < 0 ? End : next;
    }

    public override double Score() => score;
}
