// SPDX-License-Identifier: MIT
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace TextIndex.Codecs.Columns;

/// <summary>A column of folded text with its word boundaries, read where it lies. Safe to share between threads.</summary>
internal sealed class TextColumn : BinaryDocValues
{
    private readonly ColumnFile _file;
    private readonly TextChunk[] _chunks;

    /// <exception cref="FormatException">The chunks do not hold the documents one after another.</exception>
    public TextColumn(ColumnFile file, List<TextChunk> chunks, int documents)
    {
        (_file, _chunks) = (file, [.. chunks]);
        var next = 0L;
        foreach (var chunk in _chunks)
        {
            if (chunk.FirstDocument != next || chunk.Documents == 0) throw file.Damaged("the chunks of a text column do not follow each other");
            next += chunk.Documents;
            Units += chunk.Units - chunk.Documents;
        }
        if (next != documents) throw file.Damaged("a text column has another number of documents");
    }

    /// <summary>The chunks, by their documents.</summary>
    public ReadOnlySpan<TextChunk> Chunks => _chunks;

    /// <summary>Code units of all texts, deleted documents included.</summary>
    public long Units { get; }

    /// <summary>The chunk that holds a document.</summary>
    public TextChunk ChunkOf(int document)
    {
        int low = 0, high = _chunks.Length;
        while (low + 1 < high)
        {
            var middle = (low + high) >>> 1;
            if (_chunks[middle].FirstDocument <= document) low = middle; else high = middle;
        }
        return (uint)document < (uint)(_chunks.Length == 0 ? 0 : _chunks[^1].FirstDocument + _chunks[^1].Documents)
            ? _chunks[low] : throw new ArgumentOutOfRangeException(nameof(document));
    }

    /// <summary>The folded text of a document, in place; it lives as long as this column is referred to.</summary>
    public ReadOnlySpan<char> TextOf(int document)
    {
        var chunk = ChunkOf(document);
        return chunk.TextOf(document - chunk.FirstDocument);
    }

    /// <inheritdoc/>
    public override void Get(int docID, BytesRef result)
    {
        var chunk = ChunkOf(docID);
        var (start, end) = chunk.BoundsOf(docID - chunk.FirstDocument);
        var text = chunk.TextOf(docID - chunk.FirstDocument);
        var length = TextValue.LengthFor(text.Length);
        if (result.Bytes.Length < length) result.Bytes = new byte[ArrayUtil.Oversize(length, 1)];
        (result.Offset, result.Length) = (0, length);
        var cuts = result.Bytes.AsSpan(2 * text.Length, TextValue.CutBytesFor(text.Length));
        LittleEndian.BytesOf(text).CopyTo(result.Bytes);
        CopyBits(chunk.Cuts(start, end, out var firstBit), firstBit, cuts, text.Length);
        GC.KeepAlive(_file);
    }

    // The bits of a document begin anywhere in a byte: here they begin at one.
    private static void CopyBits(ReadOnlySpan<byte> from, int firstBit, Span<byte> to, int bits)
    {
        for (var i = 0; i < to.Length; i++)
        {
            var high = firstBit > 0 && i + 1 < from.Length ? from[i + 1] << (8 - firstBit) : 0;
            to[i] = (byte)(from[i] >> firstBit | high);
        }
        if ((bits & 7) != 0) to[^1] &= (byte)((1 << (bits & 7)) - 1);
    }
}
