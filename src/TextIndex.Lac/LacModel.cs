// SPDX-License-Identifier: MIT
using System.Buffers;
using System.Runtime.InteropServices;
using TextIndex.Documents;
using TextIndex.Primitives;
using TextIndex.Segmentation;

namespace TextIndex.Lac;

/// <summary>Cuts Chinese text into words and tags them with the embedded neural model LAC small: parts of speech, persons, places, organisations, times.</summary>
/// <remarks>
/// Two layers of bidirectional gated recurrent units and a chain of tags (BiGRU-CRF), trained by Baidu, Apache-2.0. The answer to a text is the same on
/// every machine and any number of threads. It is safe to share between threads; a thread that uses it keeps about 12 MB. It allocates nothing once a
/// thread has tagged something. A word never crosses white space, a punctuation mark or the end of a sentence, and a sentence longer than 200 characters is cut.
/// It does not fold: full-width and traditional characters that the model does not know are read as what they fold to, those that it knows as they are.
/// </remarks>
/// <example><code>
/// const string text = "朱治国同志在福建工作";
/// foreach (var word in LacModel.Default.Tag(text)) Console.Write($"{word.Span.In(text)}/{word.Tag} ");   // 朱治国/PER 同志/n 在/p 福建/LOC 工作/v
/// </code></example>
public sealed unsafe class LacModel : ILexicalModel
{
    private const byte Outside = LacWeights.LabelCount - 1;
    private const byte SecondUnit = Outside + 1;                  // of a code point of two
    private const string OtherTag = "x", MarkTag = "w";

    // Marks that stand in no word. Those that a number, a foreign name or Latin text may hold are missing.
    private static readonly SearchValues<char> Marks = SearchValues.Create("，。、；：？！“”‘’（）《》〈〉「」『』【】〔〕［］｛｝…—～｡；?!()[]{}<>;\"");

    private readonly LacWeights _weights;
    private readonly LacNetwork _network;
    private readonly string[] _tags;                              // the tag of a word that begins with the label

    private static class Shared
    {
        public static readonly LacModel Model = Open(EmbeddedData.Read("lac-small", typeof(LacModel).Assembly));
    }

    private LacModel(LacWeights weights)
    {
        (_weights, _network) = (weights, LacNetwork.For(weights));
        _tags = new string[LacWeights.LabelCount];
        for (var label = 0; label < Outside; label++) _tags[label] = weights.TagNames[label / 2];
        _tags[Outside] = OtherTag;
    }

    /// <summary>The model with the embedded weights; nothing to configure.</summary>
    public static LacModel Default => Shared.Model;

    /// <summary>Takes weights from bytes that stay where they are.</summary>
    internal static LacModel Open(ReadOnlySpan<byte> bytes)
    {
        fixed (byte* data = bytes) return new LacModel(new LacWeights(data, bytes.Length));
    }

    /// <inheritdoc/>
    public int Tag(ReadOnlySpan<char> text, Span<TaggedWord> words)
    {
        if (!TryTag(text, words, out var count)) throw new ArgumentException(Messages.TaggedWordsTooShort(words.Length), nameof(words));
        return count;
    }

    /// <summary>Cuts a text into words and tags them if there is room for them all.</summary>
    /// <param name="text">Any text; it is not changed.</param>
    /// <param name="words">Receives the words, ascending; <paramref name="text"/>.Length is always long enough.</param>
    /// <param name="count">How many words were written; 0 if there was no room.</param>
    /// <returns>False if <paramref name="words"/> is too short; what it then holds is of no use.</returns>
    public bool TryTag(ReadOnlySpan<char> text, Span<TaggedWord> words, out int count)
    {
        count = 0;
        var scratch = LacScratch.Take();
        for (var at = 0; at < text.Length;)
        {
            var start = at;
            at = LabelWindow(text, start, scratch);
            if (AddWords(text, scratch, start, at, words, ref count)) continue;
            count = 0;
            break;
        }
        scratch.GiveBack();
        return count > 0 || text.IsEmpty;
    }

    /// <summary>Cuts a text into words and tags them.</summary>
    /// <returns>The words; they touch and cover the whole text.</returns>
    public List<TaggedWord> Tag(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = new List<TaggedWord>();
        CollectionsMarshal.SetCount(words, text.Length);
        CollectionsMarshal.SetCount(words, Tag(text, CollectionsMarshal.AsSpan(words)));
        return words;
    }

    /// <summary>Labels whole sentences from <paramref name="start"/> on, as many as a window holds.</summary>
    /// <returns>Behind the last one; the labels of the code units from the start up to there stand in the scratch.</returns>
    private int LabelWindow(ReadOnlySpan<char> text, int start, LacScratch scratch)
    {
        var (count, at, end) = (0, start, start);
        text = text[..(int)Math.Min(text.Length, (long)start + LacScratch.WindowUnits)];
        while (SentenceCutter.TryNext(text, ref at, out var sentence))
        {
            // What the window's end may have cut waits for the next one.
            if (at == text.Length && count > 0 && text.Length - start == LacScratch.WindowUnits) break;
            scratch.Sentences[count++] = sentence;
            end = at;
        }
        if (count == 0) end = text.Length;
        scratch.SentenceCount = count;
        LabelSentences(text, start, scratch);
        return end;
    }

    /// <summary>Labels the sentences of the scratch, those of like length together.</summary>
    internal void LabelSentences(ReadOnlySpan<char> text, int start, LacScratch scratch)
    {
        SortByLength(scratch, scratch.SentenceCount);
        for (var first = 0; first < scratch.SentenceCount;) first += LabelBatch(text, start, scratch, first, scratch.SentenceCount);
    }

    private static void SortByLength(LacScratch scratch, int count)
    {
        // By counting; the longest first.
        var places = scratch.LengthCounts;
        Array.Clear(places);
        for (var i = 0; i < count; i++) places[LacScratch.LongestSentence - scratch.Sentences[i].Characters + 1]++;
        for (var i = 1; i < places.Length; i++) places[i] += places[i - 1];
        for (var i = 0; i < count; i++) scratch.ByLength[places[LacScratch.LongestSentence - scratch.Sentences[i].Characters]++] = i;
    }

    private int LabelBatch(ReadOnlySpan<char> text, int start, LacScratch scratch, int first, int count)
    {
        // Sentences of like length: as many as fit.
        var (taken, rows) = (0, 0);
        while (taken < LacScratch.SentencesInBatch && first + taken < count && rows + Sentence(taken).Characters <= LacScratch.RowsInBatch) rows += Sentence(taken++).Characters;
        (scratch.Steps, scratch.Rows) = (Sentence(0).Characters, rows);
        var offset = 0;
        var active = taken;
        for (var step = 0; step < scratch.Steps; step++)
        {
            while (Sentence(active - 1).Characters <= step) active--;
            (scratch.Offsets[step], scratch.Active[step]) = (offset, active);
            offset += active;
        }
        for (var s = 0; s < taken; s++)
        {
            var (at, step) = (Sentence(s).Start, 0);
            while (at < Sentence(s).End) scratch.Ids[scratch.Offsets[step++] + s] = NextRow(text, ref at);
        }
        _network.Score(scratch);
        Span<byte> labels = stackalloc byte[LacScratch.LongestSentence];
        for (var s = 0; s < taken; s++)
        {
            var sentence = Sentence(s);
            LabelChain.Decode(_weights, scratch, s, labels[..sentence.Characters]);
            var step = 0;
            for (var at = sentence.Start; at < sentence.End;)
            {
                var before = at;
                NextRow(text, ref at);
                scratch.Labels[before - start] = labels[step++];
                if (at - before == 2) scratch.Labels[before + 1 - start] = SecondUnit;
            }
        }
        return taken;

        SentenceBounds Sentence(int at) => scratch.Sentences[scratch.ByLength[first + at]];
    }

    private ushort NextRow(ReadOnlySpan<char> text, ref int at)
    {
        var unit = text[at++];
        if (!char.IsHighSurrogate(unit) || at == text.Length || !char.IsLowSurrogate(text[at])) return _weights.RowOf[unit];
        at++;
        return (ushort)(_weights.RowCount - 1);
    }

    private bool AddWords(ReadOnlySpan<char> text, LacScratch scratch, int start, int end, Span<TaggedWord> words, ref int count)
    {
        var at = start;
        foreach (var sentence in scratch.Sentences.AsSpan(0, scratch.SentenceCount))
        {
            if (sentence.Start > at && !Add(at, sentence.Start, OtherTag, words, ref count)) return false;
            var word = sentence.Start;
            for (at = word + 1; at <= sentence.End; at++)
            {
                if (at < sentence.End && !Begins(scratch.Labels, at - start) && !IsBorder(text, at)) continue;
                if (!Add(word, at, Marks.Contains(text[word]) ? MarkTag : _tags[scratch.Labels[word - start]], words, ref count)) return false;
                word = at;
            }
            at = sentence.End;
        }
        return end == at || Add(at, end, OtherTag, words, ref count);
    }

    private static bool Add(int start, int end, string tag, Span<TaggedWord> words, ref int count)
    {
        if (count == words.Length) return false;
        words[count++] = new TaggedWord(TextSpan.FromBounds(start, end), tag);
        return true;
    }

    // Between a mark and what is none, and between different marks: the network takes whole lines with their commas for the name of a work.
    private static bool IsBorder(ReadOnlySpan<char> text, int at) =>
        text[at] != text[at - 1] && (Marks.Contains(text[at]) || Marks.Contains(text[at - 1]));

    // As LAC reads its labels: a word begins with X-B, and where what is outside of all begins.
    private static bool Begins(byte[] labels, int at)
    {
        var label = labels[at];
        if (label == SecondUnit) return false;
        return label == Outside ? labels[at - 1] != Outside && (labels[at - 1] != SecondUnit || labels[at - 2] != Outside) : label % 2 == 0;
    }
}
