// SPDX-License-Identifier: MIT
using System.Diagnostics;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Codecs;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;
using TextIndex.Codecs;
using TextIndex.Storage;

namespace TextIndex.Benchmarks.Engines;

/// <summary>Builds the indexes of the comparison, each of one segment, and checks ours against plain arithmetic. Done once; <see cref="EngineRun"/> measures.</summary>
internal static class EngineBuild
{
    /// <summary>Builds all indexes in a folder.</summary>
    /// <param name="folder">Where they are kept.</param>
    /// <param name="real">A gzipped file of JSON lines with texts; empty for synthetic documents.</param>
    /// <param name="documents">How many.</param>
    /// <param name="only">Name of the one to build; empty for all.</param>
    public static int Run(string folder, string real, int documents, string only)
    {
        Directory.CreateDirectory(folder);
        var words = WordFile(folder);
        if (!File.Exists(words))
        {
            if (real.Length > 0) EngineCorpus.WriteReal(real, documents, words);
            else EngineCorpus.WriteSynthetic(documents, words);
            File.WriteAllLines(QueryFile(folder), EngineCorpus.Draw(words).Select(query => $"{query.Class}\t{query.Kind}\t{string.Join(' ', query.Words)}"));
        }
        Build("textindex", () => BuildLucene(words, Path.Combine(folder, "textindex"), TextIndexCodec.Instance));
        Build("stock", () => BuildLucene(words, Path.Combine(folder, "stock"), new Lucene.Net.Codecs.Lucene46.Lucene46Codec()));
        Build("fts5", () => Fts5Engine.Build(words, Directory.CreateDirectory(Path.Combine(folder, "fts5")).FullName));
        Build("java", () =>
        {
            JavaPeer.Run("javac", "-cp", JavaPeer.ClassPath(folder), "-d", folder, Path.Combine(SourceFolder(), "PeerHarness.java"));
            JavaPeer.Run("java", "-Xmx2g", "-cp", JavaPeer.ClassPath(folder), "PeerHarness", "build", words, Path.Combine(folder, "java"));
        });
        return 0;

        void Build(string name, Action build)
        {
            if (only.Length > 0 && only != name) return;
            var target = Path.Combine(folder, name);
            if (Directory.Exists(target)) Directory.Delete(target, recursive: true);
            var start = Stopwatch.GetTimestamp();
            build();
            var size = Directory.EnumerateFiles(target).Sum(file => new FileInfo(file).Length);
            Console.WriteLine($"{name}: {Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s, {size / 1e6:F1} MB");
        }
    }

    /// <summary>The words of all documents, a line each.</summary>
    public static string WordFile(string folder) => Path.Combine(folder, "words.txt");

    /// <summary>The queries, a line each: class, kind, words.</summary>
    public static string QueryFile(string folder) => Path.Combine(folder, "queries.txt");

    /// <summary>Reads the queries.</summary>
    public static List<EngineQuery> Queries(string folder) =>
        [.. File.ReadLines(QueryFile(folder)).Select(line => line.Split('\t')).Select(parts => new EngineQuery(parts[0], Enum.Parse<QueryKind>(parts[1]), parts[2].Split(' ')))];

    /// <summary>Writes words with a codec into an index of one segment, as a plain Lucene.Net program does.</summary>
    public static void BuildLucene(string words, string folder, Codec codec)
    {
        using var directory = new MappedDirectory(folder);
        var config = new IndexWriterConfig(LuceneVersion.LUCENE_48, new WhitespaceAnalyzer(LuceneVersion.LUCENE_48)) { Codec = codec, RAMBufferSizeMB = 256, UseCompoundFile = false };
        config.MergePolicy.NoCFSRatio = 0;
        using var writer = new IndexWriter(directory, config);
        var field = new TextField("b", "", Field.Store.NO);
        var document = new Document { field };
        foreach (var line in File.ReadLines(words))
        {
            field.SetStringValue(line);
            writer.AddDocument(document);
        }
        writer.ForceMerge(1);
        writer.Commit();
    }

    private static string SourceFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "TextIndex.sln"))) folder = folder.Parent;
        return Path.Combine(folder?.FullName ?? ".", "benchmarks", "TextIndex.Benchmarks", "Engines");
    }
}
