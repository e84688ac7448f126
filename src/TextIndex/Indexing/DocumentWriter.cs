// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;
using System.Text;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;
using TextIndex.Analysis;
using TextIndex.Codecs.Buffering;
using TextIndex.Codecs.Columns;
using TextIndex.Codecs.Inversion;
using TextIndex.Normalization;
using TextIndex.Segmentation;

namespace TextIndex.Indexing;

/// <summary>Turns a document into the fields of <see cref="IndexSchema"/>: its words and the values of its columns go into the buffer, Lucene.Net gets their addresses.
/// Used for one document after another; for one thread.</summary>
internal sealed class DocumentWriter
{
    private readonly WordDictionary _dictionary;
    private readonly WordNumbers _numbers;
    private readonly BufferFiller _filler;
    private readonly List<IIndexableField> _fields = [];
    private readonly Field _keyTerm = new(IndexSchema.Key, "", IndexSchema.Exact), _sourceTerm = new(IndexSchema.Source, "", IndexSchema.Exact);
    private readonly BytesRef _record = new(new byte[BufferAddress.Bytes]);
    private readonly IIndexableField[] _columns;
    private readonly TextParts[] _texts;

    /// <param name="analyzer">Knows the dictionary.</param>
    /// <param name="withPositions">Writes the tokens with their positions as well.</param>
    /// <param name="buffer">Where the documents wait.</param>
    public DocumentWriter(FieldAnalyzer analyzer, bool withPositions, DocumentBuffer buffer)
    {
        _dictionary = analyzer.Segmenter.Dictionary;
        _numbers = DictionaryNumbers.Of(_dictionary);
        _filler = new BufferFiller(buffer);
        _columns =
        [
            new BinaryDocValuesField(IndexSchema.Columns[0].Name, _record),
            .. IndexSchema.Columns.Skip(1).Select(column => new DeclaredColumn(column.Name, column.IsNumber ? DocValuesType.NUMERIC : DocValuesType.BINARY)),
        ];
        _texts = [.. TextField.All.Select(field => new TextParts(field, _numbers, _filler, withPositions))];
    }

    /// <summary>Makes the fields; they are of this instance, so they must be consumed before the next call.</summary>
    /// <exception cref="ArgumentException">The index has no such column of the caller's, or one of another kind; nothing waits in the buffer then.</exception>
    public List<IIndexableField> Write(Documents.Document document, AnalyzedText title, AnalyzedText body, FileStamp stamp, ColumnSet columns)
    {
        _fields.Clear();
        ColumnFields.Add(_fields, document, columns);
        _keyTerm.SetStringValue(document.Key);
        _fields.Add(_keyTerm);
        _fields.AddRange(_columns);
        // A longer one is no name of a source, such as a whole text on a front matter's line; Lucene.Net would refuse the document.
        if (document.Source.Length is > 0 and <= IndexSession.LongestKey)
        {
            _sourceTerm.SetStringValue(TextNormalizer.Fold(document.Source));
            _fields.Add(_sourceTerm);
        }
        AddText(TextField.Title, title, document.Text.AsSpan(document.TitleSpan.Start, document.TitleSpan.Length));
        AddText(TextField.Body, body, document.Text.AsSpan(document.BodySpan.Start, document.BodySpan.Length));
        WriteRecord(document, [title, body], stamp);
        return _fields;
    }

    private void WriteRecord(Documents.Document document, ReadOnlySpan<AnalyzedText> texts, FileStamp stamp)
    {
        var keyLength = Encoding.UTF8.GetByteCount(document.Key);
        var meta = StoredMeta.Of(document).ToBytes();
        var length = DocumentRecord.HeadBytes(_columns.Length) + keyLength + meta.Length + 4 * DocumentRecord.Number;
        for (var i = 0; i < texts.Length; i++) length = checked(length + TextValue.LengthFor(texts[i].Text.Length) + _texts[i].Trace.Count + DocumentRecord.Number);
        var address = _filler.Take(length, out var bytes);
        address.Write(_record.Bytes);
        var record = new DocumentRecordWriter(bytes, _columns.Length);
        Encoding.UTF8.GetBytes(document.Key, record.Next(keyLength));
        meta.CopyTo(record.Next(meta.Length));
        record.NextNumber(IndexDate.ToNumber(document.Date));
        record.NextNumber(stamp.SizeBytes);
        record.NextNumber(stamp.ModifiedTicks);
        record.NextNumber(stamp.IndexedTicks);
        for (var i = 0; i < texts.Length; i++)
        {
            TextValue.Write(texts[i].Text, texts[i].Boundaries.Cuts, record.Next(TextValue.LengthFor(texts[i].Text.Length)));
            CollectionsMarshal.AsSpan(_texts[i].Trace).CopyTo(record.Next(_texts[i].Trace.Count));
            record.NextNumber(_texts[i].Words.Words.Length);
        }
    }

    private void AddText(TextField field, AnalyzedText text, ReadOnlySpan<char> source)
    {
        var parts = _texts[field.Ordinal];
        AddWords(parts.Words.Words, text);
        if (parts.Positions is { } positions) AddPositions(positions, text);
        parts.Trace.Clear();
        FoldTrace.Write(source, text.Normalized, parts.Trace);
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
        public readonly List<byte> Trace = [];
        public readonly IIndexableField[] Fields;

        public TextParts(TextField field, WordNumbers numbers, BufferFiller filler, bool withPositions)
        {
            Words = new PackedTokenStream(numbers, filler);
            Fields = [new Field(field.Name, Words, IndexSchema.Words)];
            if (withPositions) Fields = [.. Fields, new Field(field.Words, Positions = new TermTokenStream(), IndexSchema.Positions)];
        }
    }
}
