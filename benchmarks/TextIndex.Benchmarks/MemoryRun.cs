// SPDX-License-Identifier: MIT
using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using TextIndex.Documents;

namespace TextIndex.Benchmarks;

/// <summary>What indexing holds in memory while it runs, through the public facade: documents are read or drawn one by one, so that all there is is the index's.</summary>
internal static class MemoryRun
{
    /// <summary>Runs and prints a curve.</summary>
    /// <param name="corpus">A file of <see cref="CorpusFile"/>, packed or not; <c>short</c>: its documents in pieces of 60 characters; <c>synthetic</c>: <see cref="SyntheticCorpus"/>.</param>
    /// <param name="kind">Which of them.</param>
    /// <param name="folder">Where the index is made; emptied before.</param>
    /// <param name="documents">How many at the most.</param>
    /// <param name="threads">How many threads add.</param>
    /// <param name="megabytes">Memory that indexing may take; 0 = what is the default.</param>
    /// <param name="everySeconds">A line of the curve each so many seconds.</param>
    /// <param name="types">Tells which types of objects were allocated most.</param>
    public static int Run(string kind, string corpus, string folder, int documents, int threads, int megabytes, int everySeconds, bool types)
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        var source = (kind switch { "short" => Short(corpus), "synthetic" => Synthetic(documents), _ => Whole(corpus) }).Take(documents);
        var options = megabytes == 0 ? SearchIndexOptions.Default : SearchIndexOptions.Default with { MemoryMegabytes = megabytes };
        using var listener = types ? new AllocationTypes() : null;
        long added = 0, bytes = 0;
        var allocated = GC.GetTotalAllocatedBytes();
        using var curve = new MemoryCurve(() => Volatile.Read(ref added), everySeconds, Console.WriteLine);
        var start = Stopwatch.GetTimestamp();
        double adding;
        using (var index = SearchIndex.Open(folder, options))
        {
            Parallel.ForEach(System.Collections.Concurrent.Partitioner.Create(source, System.Collections.Concurrent.EnumerablePartitionerOptions.NoBuffering), new ParallelOptions { MaxDegreeOfParallelism = threads }, document =>
            {
                Interlocked.Add(ref bytes, Encoding.UTF8.GetByteCount(document.Text));
                index.Add(document);
                Interlocked.Increment(ref added);
            });
            adding = Stopwatch.GetElapsedTime(start).TotalSeconds;
            index.Commit();
        }
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        allocated = GC.GetTotalAllocatedBytes() - allocated;
        curve.Dispose();
        var (most, size) = (curve.Most, Directory.EnumerateFiles(folder).Sum(file => new FileInfo(file).Length));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{kind}: {added} documents, {bytes / 1e6:F1} MB of UTF-8, {seconds:F1} s of which {adding:F1} s adding, {bytes / 1e6 / seconds:F1} MB/s; {allocated / Math.Max(1, added)} bytes allocated a document with reading it, collections {GC.CollectionCount(0)}/{GC.CollectionCount(1)}/{GC.CollectionCount(2)}; own memory at most {most.Own / 1e6:F0} MB ({curve.Before.Own / 1e6:F0} before), of it managed {most.Committed / 1e6:F0}, from the C library {most.Malloc / 1e6:F0} and kept free by it {most.MallocFree / 1e6:F0}; with mapped pages at most {curve.MostWorkingSet / 1e6:F0} MB; index {size / 1e6:F1} MB = {100.0 * size / bytes:F1} % of the text, {Directory.EnumerateFiles(folder, "*.si").Count()} index segments"));
        listener?.Print();
        return 0;
    }

    /// <summary>Draws documents of <see cref="SyntheticCorpus"/> into a file, so that a run has the index's memory alone and not that of the drawing.</summary>
    /// <param name="file">Receives a document a line, as <see cref="CorpusFile"/> has them.</param>
    /// <param name="documents">How many.</param>
    public static int Draw(string file, int documents)
    {
        using var lines = File.Create(file);
        foreach (var document in SyntheticCorpus.Draw(0, documents))
        {
            using (var json = new Utf8JsonWriter(lines, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            {
                json.WriteStartObject();
                json.WriteString("id", document.Key);
                json.WriteString("text", document.Text);
                json.WriteEndObject();
            }
            lines.WriteByte((byte)'\n');
        }
        return 0;
    }

    private static IEnumerable<Document> Whole(string corpus) => Texts(corpus).Select(text => DocumentReader.Read(text.Id, text.Text));

    private static IEnumerable<Document> Short(string corpus)
    {
        const int Units = 60;
        for (var round = 0; ; round++)
            foreach (var (id, text) in Texts(corpus))
                for (var at = 0; at + Units <= text.Length; at += Units)
                    yield return Document.Create(string.Create(CultureInfo.InvariantCulture, $"{round}/{id}/{at}"), text.Substring(at, Units), "");
    }

    private static IEnumerable<Document> Synthetic(int documents) => SyntheticCorpus.Draw(0, documents).Select(document => Document.Create(document.Key, document.Text, ""));

    private static IEnumerable<(string Id, string Text)> Texts(string corpus)
    {
        Stream file = File.OpenRead(corpus);
        using var lines = new StreamReader(corpus.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file);
        while (lines.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            var (id, title, text) = (Of(json, "id"), Of(json, "title"), Of(json, "text"));
            yield return (id, title.Length == 0 ? text : $"{title}\n\n{text}");
        }

        static string Of(JsonDocument json, string name) => json.RootElement.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
    }
}
