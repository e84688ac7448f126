// SPDX-License-Identifier: MIT
using System.IO.Compression;
using System.Text.Json;
using TextIndex.Normalization;
using TextIndex.Segmentation;

namespace TextIndex.Benchmarks.Engines;

/// <summary>Documents as words, a line each, and the queries that are drawn from them with a fixed seed: what all engines are given.</summary>
internal static class EngineCorpus
{
    private const int Seed = 42, EachClass = 100;

    /// <summary>Writes the words of the synthetic documents.</summary>
    public static void WriteSynthetic(int count, string file) => File.WriteAllLines(file, SyntheticCorpus.Load(count).Select(document => string.Join(' ', document.Words)));

    /// <summary>Writes the words of real documents, one JSON object a line with a text.</summary>
    public static void WriteReal(string source, int count, string file)
    {
        using var lines = new StreamReader(new GZipStream(File.OpenRead(source), CompressionMode.Decompress));
        using var output = new StreamWriter(file);
        for (var document = 0; document < count && lines.ReadLine() is { } line;)
        {
            using var json = JsonDocument.Parse(line);
            var text = TextNormalizer.Fold(json.RootElement.GetProperty("text").GetString()!);
            var words = WordSegmenter.WordGraph.Segment(text).Select(span => span.In(text)).Where(word => word.Any(char.IsLetterOrDigit));
            if (string.Join(' ', words) is not { Length: > 0 } joined) continue;
            output.WriteLine(joined);
            document++;
        }
    }

    /// <summary>Draws the queries: terms by how many documents hold them, phrases from the documents.</summary>
    public static List<EngineQuery> Draw(string file)
    {
        var random = new Random(Seed);
        var documents = File.ReadLines(file).Select(line => line.Split(' ')).ToList();
        var frequency = new Dictionary<string, int>();
        foreach (var document in documents)
            foreach (var word in document.Distinct()) frequency[word] = frequency.GetValueOrDefault(word) + 1;
        var ranked = frequency.Where(word => IsHan(word.Key)).OrderByDescending(word => word.Value).ThenBy(word => word.Key, StringComparer.Ordinal).ToList();
        var n = documents.Count;
        var high = Words(count => count >= 0.05 * n);
        var medium = Words(count => count >= 0.002 * n && count < 0.01 * n);
        var low = Words(count => count is >= 5 and <= 50);
        var isHigh = high.ToHashSet();
        var queries = new List<EngineQuery>();
        Add("term, high", QueryKind.Term, () => Distinct(high));
        Add("term, medium", QueryKind.Term, () => Distinct(medium));
        Add("term, low", QueryKind.Term, () => Distinct(low));
        Add("and, 2 high", QueryKind.And, () => Distinct(high, high));
        Add("and, high + medium", QueryKind.And, () => Distinct(high, medium));
        Add("and, 2 medium", QueryKind.And, () => Distinct(medium, medium));
        Add("or, 2 high", QueryKind.Or, () => Distinct(high, high));
        Add("or, high + medium", QueryKind.Or, () => Distinct(high, medium));
        Add("or, 5 mixed", QueryKind.Or, () => Distinct(high, high, medium, medium, low));
        Add("or, 5 high", QueryKind.Or, () => Distinct(high, high, high, high, high));
        Add("phrase, 2 high", QueryKind.Phrase, () => Phrase(2, isHigh.Contains));
        Add("phrase, 2 words", QueryKind.Phrase, () => Phrase(2, IsHan));
        Add("phrase, 4 words", QueryKind.Phrase, () => Phrase(4, IsHan));
        Add("prefix, 1 character", QueryKind.Prefix, () => [Any(medium)[..1]]);
        Add("prefix, 2 characters", QueryKind.Prefix, () => [Any([.. medium.Where(word => word.Length >= 3)])[..2]]);
        return queries;

        List<string> Words(Func<int, bool> of) => [.. ranked.Where(word => of(word.Value)).Select(word => word.Key)];

        void Add(string name, QueryKind kind, Func<string[]> draw)
        {
            for (var i = 0; i < EachClass; i++) queries.Add(new EngineQuery(name, kind, draw()));
        }

        string Any(List<string> words) => words[random.Next(words.Count)];

        string[] Distinct(params List<string>[] lists)
        {
            while (true)
            {
                var words = lists.Select(Any).ToArray();
                if (words.Distinct().Count() == words.Length) return words;
            }
        }

        string[] Phrase(int length, Func<string, bool> of)
        {
            while (true)
            {
                var document = documents[random.Next(n)];
                if (document.Length <= length) continue;
                var words = document.AsSpan(random.Next(document.Length - length), length).ToArray();
                if (words.All(IsHan) && words.All(of)) return words;
            }
        }
    }

    private static bool IsHan(string word) => word[0] is >= '\u4E00' and <= '\u9FFF';
}
