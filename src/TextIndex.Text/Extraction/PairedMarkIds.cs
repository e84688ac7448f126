// SPDX-License-Identifier: MIT
using System.Globalization;

namespace TextIndex.Extraction;

/// <summary>Gives every pair of marks its name in the document: Q1, Q2, … for quotations, T1, T2, … for titles, in order of place.</summary>
internal sealed class PairedMarkIds
{
    private readonly Dictionary<PairedMark, string> _ids = new(ReferenceEqualityComparer.Instance);

    public static PairedMarkIds Of(List<PairedMark> marks)
    {
        var ids = new PairedMarkIds();
        int quotations = 0, titles = 0;
        foreach (var mark in marks)
            ids._ids.Add(mark, mark.IsTitle ? "T" + (++titles).ToString(CultureInfo.InvariantCulture) : "Q" + (++quotations).ToString(CultureInfo.InvariantCulture));
        return ids;
    }

    public string this[PairedMark mark] => _ids[mark];

    /// <summary>Name of the pair directly around this one; empty at the outside.</summary>
    public string Parent(PairedMark mark) => mark.Parent is null ? "" : _ids[mark.Parent];

    /// <summary>How many pairs stand around this one.</summary>
    public int Depth(PairedMark mark)
    {
        var depth = 0;
        for (var around = mark.Parent; around is not null; around = around.Parent) depth++;
        return depth;
    }
}
