// SPDX-License-Identifier: MIT
using System.IO.Compression;
using System.Text.Json;

namespace TextIndex.Benchmarks;

/// <summary>One document of known-item search: its body without its title.</summary>
internal sealed record KnownItem(string Key, string Title, string Body);

/// <summary>Texts with titles, for known-item search: the title is the query, the body with the title left out is what must be found.</summary>
internal static class RelevanceCorpus
{
    private const int ShortestTitle = 6, ShortestBody = 50;

    /// <summary>Reads JSON Lines with <c>title</c> and <c>text</c>, compressed by gzip.</summary>
    /// <param name="path">The file.</param>
    /// <param name="queries">The documents whose titles are asked for: titles that are a title and stand once in the corpus, drawn with a fixed seed.</param>
    /// <param name="most">How many of them at most.</param>
    public static List<KnownItem> Read(string path, int most, out List<KnownItem> queries)
    {
        var items = new List<KnownItem>();
        using (var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress)))
            while (reader.ReadLine() is { } line)
            {
                using var json = JsonDocument.Parse(line);
                var (title, text) = (json.RootElement.GetProperty("title").GetString()!.Trim(), json.RootElement.GetProperty("text").GetString()!);
                if (title.Length > 0) text = text.Replace(title, "\n", StringComparison.Ordinal);
                items.Add(new KnownItem($"d{items.Count:D5}", title, text));
            }
        var titles = items.GroupBy(item => item.Title).ToDictionary(group => group.Key, group => group.Count());
        var fit = items.Where(item => item.Title.Length >= ShortestTitle && item.Body.Length >= ShortestBody && titles[item.Title] == 1 && item.Title != "None").ToArray();
        new Random(20261122).Shuffle(fit);
        queries = [.. fit.Take(most).OrderBy(item => item.Key, StringComparer.Ordinal)];
        return items;
    }
}
