// SPDX-License-Identifier: MIT
using Lucene.Net.Index;

namespace TextIndex.Codecs.Columns;

/// <summary>A number for every document, each as wide as the widest. Safe to share between threads.</summary>
internal sealed unsafe class NumberColumn : NumericDocValues
{
    private readonly ColumnFile _file;
    private readonly long _least, _at;
    private readonly int _width, _documents;
    private readonly ulong _mask;

    /// <exception cref="FormatException">The column is not inside the file.</exception>
    public NumberColumn(ColumnFile file, int documents, long least, long sum, int width, long at, long missingAt)
    {
        if (width > 8) throw file.Damaged("a column of numbers has a wrong width");
        file.MustHold(at, (long)documents * width);
        if (missingAt != -1) file.MustHold(missingAt, (documents + 7L) >> 3);
        (_file, _documents, _least, Sum, _width, _at, MissingAt) = (file, documents, least, sum, width, at, missingAt);
        _mask = width == 8 ? ulong.MaxValue : (1UL << 8 * width) - 1;
    }

    /// <summary>The sum over all documents, deleted ones included.</summary>
    public long Sum { get; }

    /// <summary>Where the bits of the documents without a value stand; -1 = every document has one.</summary>
    public long MissingAt { get; }

    /// <inheritdoc/>
    public override long Get(int docID)
    {
        if ((uint)docID >= (uint)_documents) throw new ArgumentOutOfRangeException(nameof(docID));
        if (_width == 0) return _least;
        var value = unchecked(_least + (long)(LittleEndian.UInt64(_file.Read(_at + (long)docID * _width, _width)) & _mask));
        GC.KeepAlive(_file);
        return value;
    }
}
