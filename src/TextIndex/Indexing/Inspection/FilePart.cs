// SPDX-License-Identifier: MIT
namespace TextIndex.Indexing.Inspection;

/// <summary>A stretch of a file: what it is, where it lies, what is known of it, and the parts that it is made of. Names are those of docs/index-format.md.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="At">Its first byte, counted in the file that is inspected.</param>
/// <param name="SizeBytes">Its bytes; 0 for what is written elsewhere.</param>
internal sealed record FilePart(string Name, long At, long SizeBytes)
{
    /// <summary>Which kind of file, or which kind of field; empty for a part that its name says enough of.</summary>
    public string Kind { get; init; } = "";

    /// <summary>What stands in it, in the order in which it stands there: whole numbers, numbers, texts.</summary>
    public List<KeyValuePair<string, object>> Facts { get; } = [];

    /// <summary>What it is made of, in the order of bytes.</summary>
    public List<FilePart> Parts { get; } = [];

    /// <summary>Adds what is known.</summary>
    public FilePart With(string name, long value) => Add(name, value);

    /// <inheritdoc cref="With(string, long)"/>
    public FilePart With(string name, double value) => Add(name, value);

    /// <inheritdoc cref="With(string, long)"/>
    public FilePart With(string name, string value) => Add(name, value);

    /// <summary>Adds a part.</summary>
    public FilePart Put(string name, long at, long sizeBytes)
    {
        var part = new FilePart(name, at, sizeBytes);
        Parts.Add(part);
        return part;
    }

    /// <summary>The first part of this name, itself included; null where there is none.</summary>
    public FilePart? Find(string name)
    {
        if (Name == name) return this;
        foreach (var part in Parts)
            if (part.Find(name) is { } found) return found;
        return null;
    }

    private FilePart Add(string name, object value)
    {
        Facts.Add(new(name, value));
        return this;
    }
}
