// SPDX-License-Identifier: MIT
using System.Globalization;
using System.Runtime.InteropServices;
using TextIndex.Primitives;

namespace TextIndex.Jieba;

/// <summary>Finds keywords by how often they stand in the text and how rare they are elsewhere, as python's <c>jieba.analyse.extract_tags</c> does.</summary>
/// <remarks>All words may be keywords unless tags are given; then the words are those of <see cref="PosSegmenter"/>.</remarks>
/// <example><code>
/// foreach (var tag in new TfidfExtractor().ExtractTags("我们在图书馆读《论语》，图书馆里坐满了人。", 3)) Console.WriteLine(tag);
/// </code></example>
public class TfidfExtractor : KeywordExtractor
{
    private readonly JiebaSegmenter _segmenter;
    private readonly PosSegmenter _tagger;
    private volatile UserIdf? _idf;

    private sealed record UserIdf(Dictionary<string, double> Values, double Median);

    /// <summary>Extracts with the embedded dictionary.</summary>
    public TfidfExtractor() : this(new JiebaSegmenter()) { }

    /// <summary>Extracts with the words of a segmenter; words that are added to it later count as well.</summary>
    public TfidfExtractor(JiebaSegmenter segmenter)
    {
        ArgumentNullException.ThrowIfNull(segmenter);
        (_segmenter, _tagger) = (segmenter, new PosSegmenter(segmenter));
    }

    /// <summary>Takes the rarity of words from a file instead of the embedded table: UTF-8, a line a word, <c>word idf</c>.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="DictionaryFormatException">A line is not <c>word idf</c>.</exception>
    public void SetIdfPath(string idfPath)
    {
        using var reader = UserFile.Open(idfPath);
        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            var columns = line.Trim().Split(' ');
            if (columns.Length != 2 || !double.TryParse(columns[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
                throw new DictionaryFormatException(idfPath, number, line);
            values[columns[0]] = value;
        }
        if (values.Count == 0) throw new DictionaryFormatException(idfPath, 1, "");
        _idf = new UserIdf(values, values.Values.Order().ElementAt(values.Count / 2));
    }

    private protected override List<WordWeightPair> Weigh(string text, IReadOnlySet<string> allowPos)
    {
        var words = allowPos.Count == 0 ? _segmenter.Cut(text) : _tagger.Cut(text).Where(pair => allowPos.Contains(pair.Flag)).Select(pair => pair.Word);
        var weights = new List<WordWeightPair>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var total = 0.0;
        foreach (var word in words)
        {
            if (!IsCandidate(word)) continue;
            ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(places, word, out var seen);
            if (!seen)
            {
                place = weights.Count;
                weights.Add(new WordWeightPair { Word = word });
            }
            weights[place].Weight++;
            total++;
        }
        var idf = _idf;
        foreach (var word in weights)
            word.Weight *= (idf is null ? IdfTable.Default.ValueOf(word.Word) : idf.Values.GetValueOrDefault(word.Word, idf.Median)) / total;
        return weights;
    }
}
