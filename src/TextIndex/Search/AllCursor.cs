// SPDX-License-Identifier: MIT
namespace TextIndex.Search;

/// <summary>Walks the documents that all parts match and no excluded part does; scores are summed in the order of the parts.</summary>
internal sealed class AllCursor(DocumentCursor[] required, DocumentCursor[] excluded) : DocumentCursor
{
    public override int Advance(int target)
    {
        if (Document >= target) return Document;
        while (true)
        {
            target = Agree(target);
            if (target == End || !IsExcluded(target)) return Document = target;
            target++;
        }
    }

    public override double Score()
    {
        var sum = 0.0;
        foreach (var part in required) sum += part.Score();
        return sum;
    }

    // Leapfrog: whoever is behind jumps to the one ahead until all stand on the same document.
    private int Agree(int target)
    {
        for (var i = 0; i < required.Length;)
        {
            var document = required[i].Advance(target);
            if (document == End) return End;
            if (document == target) { i++; continue; }
            target = document;
            i = 0;
        }
        return target;
    }

    private bool IsExcluded(int document)
    {
        foreach (var part in excluded)
            if (part.Advance(document) == document) return true;
        return false;
    }
}
