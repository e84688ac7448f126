// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;
using System.Text;
using Lucene.Net.Documents;
using Lucene.Net.Util;
using TextIndex.Analysis;
using TextIndex.Normalization;

namespace TextIndex.Indexing;

/// <summary>Turns a document into the fields of <see cref="IndexSchema"/>. One instance a writer; not safe to share.</summary>
internal sealed class DocumentWriter(FieldAnalyzer analyzer)
{
    private readonly TermTokenStream[] _words = [new(), new()];
    private readonly TermTokenStream[] _inside = [new(), new()];
    private readonly TermTokenStream[] _characters = [new(), new()];
    private readonly HashSet<(int, int)> _seen = [];
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
            StoredText(document.Text),
            new BinaryDocValuesField(IndexSchema.Meta, new BytesRef(StoredMeta.Of(document).ToBytes())),
        };
        // A longer one is no name of a source, such as a whole text on a front matter's line; Lucene.Net would refuse the document.
        if (document.Source.Length is > 0 and <= IndexSession.LongestKey) fields.Add(new Field(IndexSchema.Source, TextNormalizer.Fold(document.Source), IndexSchema.Exact));
        AddField(fields, TextField.Title, title);
        AddField(fields, TextField.Body, body);
        return fields;
    }

    // Stored strings are UTF-8, which has no lone surrogates: a text that holds some is kept as it is in memory.
    private static Field StoredText(string text) =>
        IsWellFormed(text) ? new Field(IndexSchema.Text, text, IndexSchema.Stored)
        : new Field(IndexSchema.TextUtf16, MemoryMarshal.AsBytes(text.AsSpan()).ToArray(), IndexSchema.Stored);

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1])) return false;
            i++;
        }
        return true;
    }

    private void AddField(Lucene.Net.Documents.Document fields, TextField field, AnalyzedText text)
    {
        AddWords(_words[field.Ordinal], text);
        AddInside(_inside[field.Ordinal], text);
        AddCharacters(_characters[field.Ordinal], text.Text);
        fields.Add(new Field(field.Name, _words[field.Ordinal], IndexSchema.Words));
        fields.Add(new Field(field.Inside, _inside[field.Ordinal], IndexSchema.Inside));
        fields.Add(new Field(field.Characters, _characters[field.Ordinal], IndexSchema.Characters));
        fields.Add(new BinaryDocValuesField(field.Folded, new BytesRef(MemoryMarshal.AsBytes(text.Text.AsSpan()).ToArray())));
        fields.Add(new BinaryDocValuesField(field.Map, new BytesRef(text.Normalized.Map.ToBytes())));
        fields.Add(new BinaryDocValuesField(field.Boundaries, new BytesRef(text.Boundaries.ToBytes())));
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

    private void AddCharacters(TermTokenStream stream, string text)
    {
        stream.Begin(text);
        _seen.Clear();
        var before = default(Rune);
        var beforeLength = 0;
        for (var i = 0; i < text.Length;)
        {
            Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var length);
            if (text[i] == TextNormalizer.Barrier) { beforeLength = 0; i += length; continue; }
            if (_seen.Add((rune.Value, -1))) stream.Add(i, length);
            if (beforeLength > 0 && _seen.Add((before.Value, rune.Value))) stream.Add(i - beforeLength, beforeLength + length);
            (before, beforeLength) = (rune, length);
            i += length;
        }
    }
}
