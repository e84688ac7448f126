// SPDX-License-Identifier: MIT
using System.IO.Compression;
using System.Text.Json;
using TextIndex.Tests;

namespace TextIndex.Text.Tests.Extraction;

/// <summary>Texts of the large corpora, which are measured on and never committed.</summary>
internal static class CorporaTexts
{
    /// <summary>Reads some documents.</summary>
    /// <param name="wanted">Corpus and id.</param>
    public static Dictionary<(string Corpus, string Id), string> Read(IReadOnlySet<(string Corpus, string Id)> wanted)
    {
        var texts = new Dictionary<(string Corpus, string Id), string>();
        foreach (var corpus in wanted.Select(w => w.Corpus).Distinct().Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(Repository.Corpora, corpus + ".jsonl.gz")), CompressionMode.Decompress));
            while (reader.ReadLine() is { } line)
            {
                var from = line.IndexOf("\"id\": \"", StringComparison.Ordinal) is var at and >= 0 ? at + 7 : line.IndexOf("\"id\":\"", StringComparison.Ordinal) + 6;
                var id = line[from..line.IndexOf('"', from)];
                if (wanted.Contains((corpus, id))) texts[(corpus, id)] = JsonDocument.Parse(line).RootElement.GetProperty("text").GetString()!;
            }
        }
        return texts;
    }

    /// <summary>Tells which kind of source a document is from.</summary>
    public static string GroupOf(string source) => source.Split('/')[^1] switch
    {
        "xwlb" or "xin-wen-lian-bo" or "cctv_news" => "broadcast",
        "TextRank4zh_my" => "daily",
        "MaoZeDongAnthology" => "anthology",
        "chinese-political-corpora" => "political",
        var other => other,
    };
}
