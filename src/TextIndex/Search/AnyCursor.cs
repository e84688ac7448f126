// SPDX-License-Identifier: MIT
namespace TextIndex.Search;

/// <summary>Walks the documents that at least one part matches; scores of the parts that match are summed in their order.</summary>
internal sealed class AnyCursor(DocumentCursor[] parts) : DocumentCursor
{
    public override int Advance(int target)
    {
        if (Document >= target) return Document;
        var first = End;
        foreach (var part in parts) first = Math.Min(first, part.Advance(target));
        return Document = first;
    }

    public override double Score()
    {
        var sum = 0.0;
        foreach (var part in parts)
            if (part.Document == Document) sum += part.Score();
        return sum;
    }
}
