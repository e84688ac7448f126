// SPDX-License-Identifier: MIT
using System.Globalization;
using System.Text;
using TextIndex.Segmentation;

namespace TextIndex.Benchmarks;

/// <summary>A document of the synthetic corpus: its words as they were drawn, and the same as text with punctuation.</summary>
internal sealed record SyntheticDocument(string Key, string[] Words, string Text);

/// <summary>Documents drawn from the embedded dictionary by its frequencies, with topics that repeat and words that follow each other.</summary>
/// <remarks>
/// The same seed and count give the same documents everywhere. Meaningless text, but with the document frequencies, bursts and repeated phrases that
/// an index lives on. Kept in the temp folder and never committed.
/// </remarks>
internal sealed class SyntheticCorpus
{
    private const int Seed = 20260601, Followers = 8, Topics = 12, Block = 1000;

    private readonly string[] _words;
    private readonly long[] _cumulated;
    private readonly Dictionary<int, int[]> _followers = [];

    private SyntheticCorpus((string Word, long Frequency)[] words)
    {
        _words = [.. words.Select(word => word.Word)];
        _cumulated = new long[words.Length];
        var sum = 0L;
        for (var i = 0; i < words.Length; i++) _cumulated[i] = sum += words[i].Frequency;
    }

    public static IReadOnlyList<SyntheticDocument> Load(int count)
    {
        var folder = Path.Combine(Path.GetTempPath(), "textindex-benchmarks");
        var file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"synthetic-{Seed}-{count}-{WordDictionary.Default.Fingerprint[..8]}.txt"));
        if (!File.Exists(file))
        {
            Directory.CreateDirectory(folder);
            var corpus = new SyntheticCorpus(EmbeddedWords.Of(WordDictionary.Default));
            File.WriteAllLines(file + ".part", corpus.Lines(count, Seed));
            File.Move(file + ".part", file, overwrite: true);
        }
        return [.. File.ReadLines(file).Select(Parse)];
    }

    /// <summary>Draws documents from one on without drawing those before: blocks of them have a seed each, so that an index may grow further another day.</summary>
    /// <param name="first">The first document.</param>
    /// <param name="count">How many.</param>
    public static IEnumerable<SyntheticDocument> Draw(int first, int count)
    {
        var corpus = new SyntheticCorpus(EmbeddedWords.Of(WordDictionary.Default));
        for (var block = first / Block; (long)block * Block < (long)first + count; block++)
        {
            var number = block * Block;
            foreach (var line in corpus.Lines(Block, Seed + 1 + block))
            {
                if (number >= first && number < first + count) yield return Parse(line, number);
                number++;
            }
        }
    }

    // A line a document: words and marks with a space between them.
    private static SyntheticDocument Parse(string line, int number)
    {
        var parts = line.Split(' ');
        return new SyntheticDocument(string.Create(CultureInfo.InvariantCulture, $"{number:D6}.txt"), [.. parts.Where(part => part is not ("，" or "。"))], string.Concat(parts));
    }

    private IEnumerable<string> Lines(int count, int seed)
    {
        var random = new Random(seed);
        for (var document = 0; document < count; document++)
        {
            var topics = new int[Topics];
            for (var i = 0; i < Topics; i++) topics[i] = (int)(_words.Length * Math.Pow(random.NextDouble(), 3));
            var length = Math.Max(80, (int)Gauss(random, 600, 180));
            var line = new StringBuilder();
            var (before, sentence) = (-1, 0);
            for (var written = 0; written < length;)
            {
                var choice = random.NextDouble();
                var next = before >= 0 && choice < 0.25 ? FollowersOf(before)[random.Next(Followers)]
                    : choice < 0.33 ? topics[random.Next(Topics)] : Any(random);
                line.Append(_words[next]).Append(' ');
                written += _words[next].Length;
                before = next;
                if (++sentence <= random.Next(4, 14)) continue;
                line.Append(random.NextDouble() < 0.7 ? "， " : "。 ");
                sentence = 0;
                written++;
            }
            yield return line.Append('。').ToString();
        }
    }

    private int[] FollowersOf(int word)
    {
        if (_followers.TryGetValue(word, out var known)) return known;
        var random = new Random(Seed ^ (word * 7919));
        var followers = new int[Followers];
        for (var i = 0; i < Followers; i++) followers[i] = Any(random);
        return _followers[word] = followers;
    }

    private int Any(Random random)
    {
        var at = Array.BinarySearch(_cumulated, random.NextInt64(_cumulated[^1]));
        return at >= 0 ? Math.Min(at + 1, _words.Length - 1) : ~at;
    }

    private static double Gauss(Random random, double mean, double deviation) =>
        mean + deviation * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
