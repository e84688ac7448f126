// SPDX-License-Identifier: MIT
using Lucene.Net.Codecs;
using Lucene.Net.Codecs.Lucene46;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using TextIndex;
using TextIndex.Documents;
using TextIndex.Primitives;

namespace TextIndex.Tests.Host;

/// <summary>A process of its own for tests that kill one, or that change what is process-wide.</summary>
internal static class Program
{
    private static int Main(string[] arguments) => arguments switch
    {
        ["write", var index] => Write(index),
        ["hold", var index] => Hold(index),
        ["try", var index] => Try(index),
        ["codec", var index, var own] => KeepCodecFactory(index, own),
        ["lac", var text] => Lac(text),
        _ => 2,
    };

    // What the analyser answers on the vectors that this process was allowed.
    private static int Lac(string file)
    {
        Console.WriteLine($"{TextIndex.Lac.IntegerNumbers.Kernel}\t{LacDigest.Of(File.ReadAllText(file))}");
        return 0;
    }

    // Commits batch after batch until somebody ends it. After commit n the index holds ten documents of each batch and one that says n.
    private static int Write(string path)
    {
        using var index = SearchIndex.Open(path);
        for (var batch = index.Count / 10 + 1; ; batch++)
        {
            for (var i = 0; i < 10; i++) index.Add(DocumentReader.Read($"{batch}/{i}", $"第{batch}批学习材料之{i}：坚持实事求是的思想路线。"));
            index.Add(DocumentReader.Read("state", $"批次 batch{batch}"));
            index.Commit();
            Console.WriteLine(batch);
        }
    }

    private static int Hold(string path)
    {
        using var index = SearchIndex.Open(path);
        Console.WriteLine("held");
        Console.ReadLine();
        return 0;
    }

    private static int Try(string path)
    {
        try
        {
            SearchIndex.Open(path).Dispose();
            Console.WriteLine("opened");
            return 0;
        }
        catch (IndexLockedException told)
        {
            Console.WriteLine(told.Message);
            return 1;
        }
    }

    // A host application with codecs of its own: its factory, its default codec and its index, and ours beside them.
    private static int KeepCodecFactory(string path, string own)
    {
        Codec.SetCodecFactory(new HostCodecFactory());
        Codec.Default = new HostCodec();
        WriteOwn(own);
        using (var index = SearchIndex.Open(path))
        {
            index.Add(DocumentReader.Read("a.txt", "坚持实事求是的思想路线。"));
            index.Commit();
            if (index.Search("实事求是").Hits is not [{ Key: "a.txt" }]) return Fail("our index does not answer");
        }
        if (!SearchIndex.Check(path).Sound) return Fail("our index is not sound");
        if (Codec.ForName("HostCodec") is not HostCodec) return Fail("the host's codec is not found any more");
        if (!Codec.AvailableCodecs.Contains("HostCodec") || !Codec.AvailableCodecs.Contains("TextIndex46")) return Fail("a codec is not listed");
        if (Codec.Default is not HostCodec) return Fail("the default codec was replaced");
        // A host that sets its factory again takes our names away: the next opening brings them back, and the host's go on to be found.
        Codec.SetCodecFactory(new HostCodecFactory());
        PostingsFormat.SetPostingsFormatFactory(new DefaultPostingsFormatFactory());
        using (var index = SearchIndex.Open(path, new SearchIndexOptions { ReadOnly = true }))
            if (index.Search("实事求是").Hits is not [{ Key: "a.txt" }]) return Fail("our index does not answer under another factory");
        if (Codec.ForName("HostCodec") is not HostCodec) return Fail("the host's second factory is not asked");
        WriteOwn(own);
        using var directory = Lucene.Net.Store.FSDirectory.Open(own);
        using var reader = DirectoryReader.Open(directory);
        if (new IndexSearcher(reader).Search(new TermQuery(new Term("key", "host")), 10).TotalHits != 2) return Fail("the host's index does not answer");
        foreach (var leaf in reader.Leaves)
            if (((SegmentReader)leaf.Reader).SegmentInfo.Info.Codec is not HostCodec) return Fail("the host's index has another codec");
        Console.WriteLine("kept");
        return 0;
    }

    private static void WriteOwn(string own)
    {
        using var directory = Lucene.Net.Store.FSDirectory.Open(own);
        using var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, null));
        writer.AddDocument([new StringField("key", "host", Field.Store.YES)]);
    }

    private static int Fail(string what)
    {
        Console.WriteLine(what);
        return 1;
    }

    [CodecName("HostCodec")]
    private sealed class HostCodec() : FilterCodec(new Lucene46Codec());

    private sealed class HostCodecFactory : DefaultCodecFactory
    {
        protected override void Initialize()
        {
            base.Initialize();
            PutCodecType(typeof(HostCodec));
        }
    }
}
