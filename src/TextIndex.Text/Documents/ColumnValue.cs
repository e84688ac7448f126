// SPDX-License-Identifier: MIT
using System.Globalization;

namespace TextIndex.Documents;

/// <summary>A value that a caller gives a document beside its text: a string, a whole number or a day.</summary>
/// <example><code>
/// ColumnValue school = "能动学院", grade = 2, since = new DateOnly(2023, 9, 1);
/// long number = grade.Integer;      // 2
/// </code></example>
/// <remarks>Immutable and safe to share between threads. The default value is the empty string.</remarks>
public readonly struct ColumnValue : IEquatable<ColumnValue>
{
    private readonly string? _text;
    private readonly long _number;

    private ColumnValue(ColumnKind kind, string? text, long number) => (Kind, _text, _number) = (kind, text, number);

    /// <summary>What is held.</summary>
    public ColumnKind Kind { get; }

    /// <summary>The string.</summary>
    /// <exception cref="InvalidOperationException">It is of another kind.</exception>
    public string Text => Kind == ColumnKind.Text ? _text ?? "" : throw Other(ColumnKind.Text);

    /// <summary>The number.</summary>
    /// <exception cref="InvalidOperationException">It is of another kind.</exception>
    public long Integer => Kind == ColumnKind.Integer ? _number : throw Other(ColumnKind.Integer);

    /// <summary>The day.</summary>
    /// <exception cref="InvalidOperationException">It is of another kind.</exception>
    public DateOnly Date => Kind == ColumnKind.Date ? DateOnly.FromDayNumber((int)_number) : throw Other(ColumnKind.Date);

    /// <summary>Holds a string.</summary>
    public static implicit operator ColumnValue(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(ColumnKind.Text, text, 0);
    }

    /// <summary>Holds a number.</summary>
    public static implicit operator ColumnValue(long number) => new(ColumnKind.Integer, null, number);

    /// <summary>Holds a day.</summary>
    public static implicit operator ColumnValue(DateOnly day) => new(ColumnKind.Date, null, day.DayNumber);

    /// <summary>Tells whether both are of one kind and equal; strings as they are, unfolded.</summary>
    public static bool operator ==(ColumnValue a, ColumnValue b) => a.Equals(b);

    /// <summary>Tells whether the kinds or the values differ.</summary>
    public static bool operator !=(ColumnValue a, ColumnValue b) => !a.Equals(b);

    /// <inheritdoc/>
    public bool Equals(ColumnValue other) => Kind == other.Kind && _number == other._number && string.Equals(_text ?? "", other._text ?? "", StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ColumnValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, _number, (_text ?? "").GetHashCode(StringComparison.Ordinal));

    /// <summary>Shows the value: a number in digits, a day as yyyy-MM-dd.</summary>
    public override string ToString() => Kind switch
    {
        ColumnKind.Text => _text ?? "",
        ColumnKind.Date => Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => _number.ToString(CultureInfo.InvariantCulture),
    };

    private InvalidOperationException Other(ColumnKind asked) => new($"The value is of kind {Kind}, not {asked}.");
}
