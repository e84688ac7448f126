// SPDX-License-Identifier: MIT
using System.IO.Compression;
using System.Text.Json;
using TextIndex.Documents;

namespace TextIndex.Benchmarks;

/// <summary>Reads documents of <c>{"id", "title", "text", …}</c>, one a line, packed by gzip.</summary>
internal static class CorpusFile
{
    /// <summary>Reads a corpus.</summary>
    /// <param name="path">The file.</param>
    /// <param name="most">How many documents at the most.</param>
    public static List<Document> Load(string path, int most = int.MaxValue)
    {
        var documents = new List<Document>();
        using var lines = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (documents.Count < most && lines.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            var (id, title, text) = (Text(json, "id"), Text(json, "title"), Text(json, "text"));
            documents.Add(DocumentReader.Read(id, title.Length == 0 ? text : $"{title}\n\n{text}"));
        }
        return documents;
    }

    private static string Text(JsonDocument json, string name) => json.RootElement.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
}
