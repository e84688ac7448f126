// SPDX-License-Identifier: MIT
using Lucene.Net.Documents;
using Lucene.Net.Util;
using TextIndex.Analysis;
using TextIndex.Codecs.Columns;
using TextIndex.Normalization;

namespace TextIndex.Indexing;

/// <summary>Turns a document into the fields of <see cref="IndexSchema"/>. One instance a writer; not safe to share.</summary>
internal sealed class DocumentWriter(FieldAnalyzer analyzer)
{
    private readonly TermTokenStream[] _words = [new(), new()];
    private readonly TermTokenStream[] _inside = [new(), new()];
    private int[] _lengths = [];

    /// <summary>Makes the fields; they hold streams of this instance, so they must be consumed before the next call.</summary>
    public Lucene.Net.Documents.Document Write(Documents.Document document, AnalyzedText title, AnalyzedText body, FileStamp stamp)
    {
        var fields = new Lucene.Net.Documents.Document
        {
            new Field(IndexSchema.Key, document.Key, IndexSchema.Exact),
            new BinaryDocValuesField(IndexSchema.Key, new BytesRef(document.Key)),
            new NumericDocValuesField(IndexSchema.Date, IndexDate.ToNumber(document.Date)),
            new NumericDocValuesField(IndexSchema.FileSize, stamp.SizeBytes),
            new NumericDocValuesField(IndexSchema.FileTime, stamp.ModifiedTicks),
            new NumericDocValuesField(IndexSchema.FileRead, stamp.IndexedTicks),
            new BinaryDocValuesField(IndexSchema.Meta, new BytesRef(StoredMeta.Of(document).ToBytes())),
        };
        // A longer one is no name of a source, such as a whole text on a front matter's line; Lucene.Net would refuse the document.
        if (document.Source.Length is > 0 and <= IndexSession.LongestKey) fields.Add(new Field(IndexSchema.Source, TextNormalizer.Fold(document.Source), IndexSchema.Exact));
        AddField(fields, TextField.Title, title, document.Text.AsSpan(document.TitleSpan.Start, document.TitleSpan.Length));
        AddField(fields, TextField.Body, body, document.Text.AsSpan(document.BodySpan.Start, document.BodySpan.Length));
        return fields;
    }

    private void AddField(Lucene.Net.Documents.Document fields, TextField field, AnalyzedText text, ReadOnlySpan<char> source)
    {
        AddWords(_words[field.Ordinal], text);
        AddInside(_inside[field.Ordinal], text);
        fields.Add(new Field(field.Name, _words[field.Ordinal], IndexSchema.Words));
        fields.Add(new Field(field.Inside, _inside[field.Ordinal], IndexSchema.Inside));
        var value = new byte[TextValue.LengthFor(text.Text.Length)];
        TextValue.Write(text.Text, text.Boundaries.Cuts, value);
        fields.Add(new BinaryDocValuesField(field.Folded, new BytesRef(value)));
        fields.Add(new BinaryDocValuesField(field.Trace, new BytesRef(FoldTrace.Write(source, text.Normalized))));
        fields.Add(new NumericDocValuesField(field.Length, text.Words.Length));
    }

    private static void AddWords(TermTokenStream stream, AnalyzedText text)
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

    // Every dictionary word of two or more Han characters that occurs and is not itself a token. Together with the tokens these postings hold
    // every occurrence of every such word, so that a bare dictionary word needs no text to be read.
    private void AddInside(TermTokenStream stream, AnalyzedText text)
    {
        stream.Begin(text.Text);
        var dictionary = analyzer.Segmenter.Dictionary;
        if (_lengths.Length < dictionary.LongestWordLength) _lengths = new int[dictionary.LongestWordLength];
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
                stream.Add(start, length);
                if (boundaries.Aligned(start, start + length)) stream.Add(start, length);
            }
        }
    }

}
