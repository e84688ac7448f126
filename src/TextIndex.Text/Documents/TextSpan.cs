// SPDX-License-Identifier: MIT
namespace TextIndex.Documents;

/// <summary>A half-open range <c>[Start, End)</c> of a text, in UTF-16 code units: of the untouched source text unless a member says otherwise.</summary>
/// <example><code>
/// var span = new TextSpan(2, 4);
/// string shown = "学习实事求是"[span.Start..span.End];   // 实事求是
/// </code></example>
/// <param name="Start">Offset of the first code unit, counted from 0.</param>
/// <param name="Length">Number of code units; 0 is allowed.</param>
public readonly record struct TextSpan(int Start, int Length) : IComparable<TextSpan>
{
    /// <summary>Offset just past the last code unit.</summary>
    public int End => Start + Length;

    /// <summary>Makes the span that starts at <paramref name="start"/> and ends just before <paramref name="end"/>.</summary>
    public static TextSpan FromBounds(int start, int end) => new(start, end - start);

    /// <summary>Tells whether <paramref name="other"/> lies wholly inside this span.</summary>
    public bool Contains(TextSpan other) => other.Start >= Start && other.End <= End;

    /// <summary>Tells whether the code unit at <paramref name="offset"/> is inside this span.</summary>
    public bool Contains(int offset) => offset >= Start && offset < End;

    /// <summary>Tells whether the two spans share at least one code unit.</summary>
    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    /// <summary>Cuts this span out of <paramref name="text"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span reaches past the end of the text.</exception>
    public string In(string text) => text.Substring(Start, Length);

    /// <summary>Orders by start, then by length.</summary>
    public int CompareTo(TextSpan other) => Start != other.Start ? Start.CompareTo(other.Start) : Length.CompareTo(other.Length);

    /// <summary>Shows the span as <c>[start, end)</c>.</summary>
    public override string ToString() => $"[{Start}, {End})";
}
