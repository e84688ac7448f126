// SPDX-License-Identifier: MIT
using TextIndex.Documents;

namespace TextIndex.Extraction;

/// <summary>Chooses among finds that lie over each other.</summary>
internal static class PassageChoice
{
    /// <summary>The finds of most worth, none over another, ascending; of equal ones that which stands first in the store.</summary>
    public static List<PassageFind> Best(List<PassageFind> finds, TextSpan part)
    {
        if (finds.Count < 2) return finds;
        finds.Sort(static (a, b) => a.Worth != b.Worth ? b.Worth.CompareTo(a.Worth)
            : a.Source.Start != b.Source.Start ? a.Source.Start.CompareTo(b.Source.Start) : a.Span.CompareTo(b.Span));
        var taken = new bool[part.Length];
        var best = new List<PassageFind>();
        foreach (var find in finds)
        {
            var place = taken.AsSpan(find.Span.Start - part.Start, find.Span.Length);
            if (place.Contains(true)) continue;
            place.Fill(true);
            best.Add(find);
        }
        best.Sort(static (a, b) => a.Span.CompareTo(b.Span));
        return best;
    }
}
