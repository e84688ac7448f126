// SPDX-License-Identifier: MIT
using System.Text;
using TextIndex.Analysis;
using TextIndex.Codecs.Columns;
using TextIndex.Normalization;

namespace TextIndex.Indexing;

/// <summary>Reads the columns of one index segment where they lie. For one thread.</summary>
internal sealed class ColumnReader(IndexSegment segment)
{
    private readonly TextColumn?[] _texts = new TextColumn?[TextField.All.Length];
    private ByteColumn? _keys;

    /// <summary>The folded text of a field.</summary>
    public ReadOnlySpan<char> Folded(TextField field, int document) => Texts(field).TextOf(document);

    /// <summary>The word boundaries of a field.</summary>
    public WordBoundariesView Boundaries(TextField field, int document)
    {
        var chunk = Texts(field).ChunkOf(document);
        var (start, end) = chunk.BoundsOf(document - chunk.FirstDocument);
        return new WordBoundariesView(chunk.TextOf(document - chunk.FirstDocument), chunk.Cuts(start, end, out var firstBit), firstBit);
    }

    /// <summary>The way from the folded text of a field back to the field's source text.</summary>
    public OffsetMap Map(TextField field, int document) => FoldTrace.ReadMap(Trace(field, document));

    /// <summary>What folding changed in a field.</summary>
    public ReadOnlySpan<byte> Trace(TextField field, int document) => Bytes(field.Trace).BytesOf(document);

    /// <summary>What is kept of the document beside its folded texts.</summary>
    public StoredMeta Meta(int document) => StoredMeta.FromBytes(Bytes(IndexSchema.Meta).BytesOf(document));

    /// <summary>The untouched source text of a document.</summary>
    public string Text(int document, StoredMeta meta)
    {
        var body = FoldTrace.ReadSource(Trace(TextField.Body, document), Folded(TextField.Body, document), meta.BodySpan.Length);
        return meta.Before.Length + meta.After.Length == 0 ? body : string.Concat(meta.Before, body, meta.After);
    }

    /// <summary>The document's key.</summary>
    public string Key(int document)
    {
        var key = Encoding.UTF8.GetString((_keys ??= Bytes(IndexSchema.Key)).BytesOf(document));
        return segment.KeyPrefix.Length == 0 ? key : segment.KeyPrefix + key;
    }

    private TextColumn Texts(TextField field) => _texts[field.Ordinal] ??= segment.Texts(field);

    private ByteColumn Bytes(string name) => segment.Reader.GetBinaryDocValues(name) as ByteColumn ?? throw new FormatException($"column {name} is missing");
}
