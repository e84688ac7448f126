// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;
using System.Text;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;
using TextIndex.Analysis;
using TextIndex.Codecs.Columns;
using TextIndex.Normalization;

namespace TextIndex.Indexing;

/// <summary>Turns a document into the fields of <see cref="IndexSchema"/>. Fields and their bytes are used for one document after another; for one thread.</summary>
internal sealed class DocumentWriter
{
    private readonly FieldAnalyzer _analyzer;
    private readonly List<IIndexableField> _fields = [];
    private readonly Field _keyTerm = new(IndexSchema.Key, "", IndexSchema.Exact), _sourceTerm = new(IndexSchema.Source, "", IndexSchema.Exact);
    private readonly BytesColumn _key = new(IndexSchema.Key), _meta = new(IndexSchema.Meta);
    private readonly NumericDocValuesField _date = new(IndexSchema.Date, 0), _size = new(IndexSchema.FileSize, 0), _time = new(IndexSchema.FileTime, 0), _read = new(IndexSchema.FileRead, 0);
    private readonly TextParts[] _texts;
    private readonly List<byte> _trace = [];
    private readonly int[] _lengths;

    /// <param name="analyzer">Knows the dictionary.</param>
    /// <param name="withPositions">Writes the tokens with their positions as well.</param>
    public DocumentWriter(FieldAnalyzer analyzer, bool withPositions)
    {
        _analyzer = analyzer;
        _texts = [.. TextField.All.Select(field => new TextParts(field, withPositions))];
        _lengths = new int[analyzer.Segmenter.Dictionary.LongestWordLength];
    }

    /// <summary>Makes the fields; they are of this instance, so they must be consumed before the next call.</summary>
    public List<IIndexableField> Write(Documents.Document document, AnalyzedText title, AnalyzedText body, FileStamp stamp)
    {
        _fields.Clear();
        _keyTerm.SetStringValue(document.Key);
        _key.Set(Encoding.UTF8.GetBytes(document.Key));
        _meta.Set(StoredMeta.Of(document).ToBytes());
        _date.SetInt64Value(IndexDate.ToNumber(document.Date));
        _size.SetInt64Value(stamp.SizeBytes);
        _time.SetInt64Value(stamp.ModifiedTicks);
        _read.SetInt64Value(stamp.IndexedTicks);
        _fields.AddRange([_keyTerm, _key.Field, _meta.Field, _date, _size, _time, _read]);
        // A longer one is no name of a source, such as a whole text on a front matter's line; Lucene.Net would refuse the document.
        if (document.Source.Length is > 0 and <= IndexSession.LongestKey)
        {
            _sourceTerm.SetStringValue(TextNormalizer.Fold(document.Source));
            _fields.Add(_sourceTerm);
        }
        AddText(TextField.Title, title, document.Text.AsSpan(document.TitleSpan.Start, document.TitleSpan.Length));
        AddText(TextField.Body, body, document.Text.AsSpan(document.BodySpan.Start, document.BodySpan.Length));
        return _fields;
    }

    private void AddText(TextField field, AnalyzedText text, ReadOnlySpan<char> source)
    {
        var parts = _texts[field.Ordinal];
        parts.Length.SetInt64Value(AddWords(parts.Words, text));
        if (parts.Positions is { } positions) AddPositions(positions, text);
        var value = parts.Folded.Reserve(TextValue.LengthFor(text.Text.Length));
        TextValue.Write(text.Text, text.Boundaries.Cuts, value);
        _trace.Clear();
        FoldTrace.Write(source, text.Normalized, _trace);
        parts.Trace.Set(CollectionsMarshal.AsSpan(_trace));
        _fields.AddRange(parts.Fields);
    }

    private static void AddPositions(TermTokenStream stream, AnalyzedText text)
    {
        stream.Begin(text.Text);
        var increment = 1;
        foreach (var word in text.Words)
        {
            if (word.Length > FieldAnalyzer.LongestTerm) { increment++; continue; }
            stream.Add(word.Start, word.Length, increment);
            increment = 1;
        }
    }

    // Every token counts 2, and every dictionary word of two or more Han characters that occurs without being one 2 where it is aligned, else 1: the postings
    // hold every occurrence of every such word, so that a bare dictionary word needs no text to be read. Gives the sum, which is the length.
    private int AddWords(TermTokenStream stream, AnalyzedText text)
    {
        stream.Begin(text.Text);
        foreach (var word in text.Words)
            if (word.Length <= FieldAnalyzer.LongestTerm) stream.AddTwice(word.Start, word.Length);
        var dictionary = _analyzer.Segmenter.Dictionary;
        var boundaries = text.Boundaries.View;
        var words = text.Words;
        var next = 0;
        for (var start = 0; start < text.Text.Length; start++)
        {
            if (!CharacterClass.IsHan(text.Text[start])) continue;
            while (next < words.Length && words[next].Start < start) next++;
            var token = next < words.Length && words[next].Start == start ? words[next].Length : 0;
            var count = dictionary.WordsAt(text.Text.AsSpan(start), _lengths);
            for (var i = 0; i < count; i++)
            {
                var length = _lengths[i];
                if (length is < 2 or > FieldAnalyzer.LongestTerm || length == token || !FieldAnalyzer.AllHan(text.Text.AsSpan(start, length))) continue;
                if (boundaries.Aligned(start, start + length)) stream.AddTwice(start, length);
                else stream.Add(start, length);
            }
        }
        return stream.Count;
    }

    // The parts of one field of text.
    private sealed class TextParts
    {
        public readonly TermTokenStream Words = new();
        public readonly TermTokenStream? Positions;
        public readonly BytesColumn Folded, Trace;
        public readonly NumericDocValuesField Length;
        public readonly IIndexableField[] Fields;

        public TextParts(TextField field, bool withPositions)
        {
            (Folded, Trace, Length) = (new(field.Folded), new(field.Trace), new(field.Length, 0));
            Fields = [new Field(field.Name, Words, IndexSchema.Words), Folded.Field, Trace.Field, Length];
            if (withPositions) Fields = [.. Fields, new Field(field.Words, Positions = new TermTokenStream(), IndexSchema.Positions)];
        }
    }

    // A column of bytes whose bytes are written in place: Lucene.Net copies them when the document is added.
    private sealed class BytesColumn
    {
        private readonly BytesRef _bytes = new(new byte[256]);

        public BytesColumn(string name) => Field = new BinaryDocValuesField(name, _bytes);

        public BinaryDocValuesField Field { get; }

        public void Set(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Reserve(bytes.Length));

        public Span<byte> Reserve(int length)
        {
            if (_bytes.Bytes.Length < length) _bytes.Bytes = new byte[Math.Max(length, 2 * _bytes.Bytes.Length)];
            (_bytes.Offset, _bytes.Length) = (0, length);
            return _bytes.Bytes.AsSpan(0, length);
        }
    }
}
