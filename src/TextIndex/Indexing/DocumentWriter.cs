// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;
using System.Text;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;
using TextIndex.Analysis;
using TextIndex.Codecs.Columns;
using TextIndex.Codecs.Inversion;
using TextIndex.Normalization;
using TextIndex.Segmentation;

namespace TextIndex.Indexing;

/// <summary>Turns a document into the fields of <see cref="IndexSchema"/>. Fields and their bytes are used for one document after another; for one thread.</summary>
internal sealed class DocumentWriter
{
    private readonly WordDictionary _dictionary;
    private readonly WordNumbers _numbers;
    private readonly List<IIndexableField> _fields = [];
    private readonly Field _keyTerm = new(IndexSchema.Key, "", IndexSchema.Exact), _sourceTerm = new(IndexSchema.Source, "", IndexSchema.Exact);
    private readonly BytesColumn _key = new(IndexSchema.Key), _meta = new(IndexSchema.Meta);
    private readonly NumericDocValuesField _date = new(IndexSchema.Date, 0), _size = new(IndexSchema.FileSize, 0), _time = new(IndexSchema.FileTime, 0), _read = new(IndexSchema.FileRead, 0);
    private readonly TextParts[] _texts;
    private readonly List<byte> _trace = [];

    /// <param name="analyzer">Knows the dictionary.</param>
    /// <param name="withPositions">Writes the tokens with their positions as well.</param>
    public DocumentWriter(FieldAnalyzer analyzer, bool withPositions)
    {
        _dictionary = analyzer.Segmenter.Dictionary;
        _numbers = DictionaryNumbers.Of(_dictionary);
        _texts = [.. TextField.All.Select(field => new TextParts(field, _numbers, withPositions))];
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
        AddWords(parts.Words.Words, text);
        parts.Length.SetInt64Value(parts.Words.Words.Length);
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
    // hold every occurrence of every such word, so that a bare dictionary word needs no text to be read. One walk down the dictionary finds a place's token and words.
    private unsafe void AddWords(DocumentWords words, AnalyzedText analyzed)
    {
        words.Begin();
        var text = analyzed.Text;
        var boundaries = analyzed.Boundaries.View;
        var tokens = analyzed.Words;
        var next = 0;
        fixed (char* units = text)
            for (var start = 0; start < text.Length; start++)
            {
                var token = next < tokens.Length && tokens[next].Start == start ? tokens[next++].Length : 0;
                var isHan = CharacterClass.IsHan(text[start]);
                if (!isHan && token == 0) continue;
                var walk = new NumberedWalk(_dictionary, units + start, isHan ? text.Length - start : token);
                var found = -1;
                var allHan = true;
                while (walk.MoveNext())
                {
                    var length = walk.Length;
                    allHan = allHan && CharacterClass.IsHan(text[start + length - 1]);
                    // A lone surrogate becomes U+FFFD: two words are one term then, which two numbers would not be.
                    if (length == token) found = allHan || !text.AsSpan(start, length).ContainsAnyInRange('\uD800', '\uDFFF') ? walk.Number : -1;
                    else if (allHan && walk.IsWord && length is >= 2 and <= FieldAnalyzer.LongestTerm)
                        Add(words, walk.Number, text.AsSpan(start, length), boundaries.Aligned(start, start + length) ? 2 : 1);
                    if (!allHan && length >= token) break;
                }
                if (token is > 0 and <= FieldAnalyzer.LongestTerm) Add(words, found, text.AsSpan(start, token), 2);
            }
        words.End();
    }

    private void Add(DocumentWords words, int number, ReadOnlySpan<char> word, int times)
    {
        if ((uint)number >= (uint)_numbers.Count) words.Add(word, times);
        else words.Add(number, word, times);
    }

    // The parts of one field of text.
    private sealed class TextParts
    {
        public readonly PackedTokenStream Words;
        public readonly TermTokenStream? Positions;
        public readonly BytesColumn Folded, Trace;
        public readonly NumericDocValuesField Length;
        public readonly IIndexableField[] Fields;

        public TextParts(TextField field, WordNumbers numbers, bool withPositions)
        {
            Words = new PackedTokenStream(numbers);
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
