// SPDX-License-Identifier: MIT
using TextIndex.Documents;
using TextIndex.Extraction;
using TextIndex.Extraction.Allusions;
using TextIndex.Primitives;
using Xunit;
using Xunit.Abstractions;

namespace TextIndex.Text.Tests.Extraction.Allusions;

public class PassageStoreTests(ITestOutputHelper output)
{
    [Fact]
    public void The_embedded_blob_is_what_its_writer_writes_of_its_own_chapters()
    {
        var store = ClassicalPassages.Store;
        var writer = new PassageStoreWriter();
        for (var i = 0; i < store.ChapterCount; i++)
        {
            var end = i + 1 < store.ChapterCount ? store.StartOf(i + 1) : store.Text.Length;
            writer.Add(store.WorkOf(i), store.NameOf(i), store.KindOf(i), store.Text[store.StartOf(i)..(end - 1)].ToString());
        }
        Assert.True(EmbeddedData.Read("classics").SequenceEqual(writer.ToBytes(sampled: true)));
    }

    [Fact]
    public unsafe void The_embedded_works_are_read_where_the_file_is_mapped()
    {
        var file = EmbeddedData.Read("classics");
        var text = ClassicalPassages.Store.Text;
        fixed (byte* start = file)
        fixed (char* first = text) Assert.True((byte*)first > start && (byte*)(first + text.Length) == start + file.Length);
    }

    [Fact]
    public void Bytes_of_another_length_or_kind_are_refused()
    {
        var bytes = new PassageStoreWriter().ToBytes(sampled: false);
        Assert.Throws<InvalidOperationException>(() => PassageStore.Of(bytes.AsSpan(0, bytes.Length - 1)));
        Assert.Throws<InvalidOperationException>(() => PassageStore.Of(bytes.AsSpan(0, 8)));
        bytes[0]++;
        Assert.Throws<InvalidOperationException>(() => PassageStore.Of(bytes));
    }

    [Fact]
    public void Every_known_line_is_found_in_its_own_words()
    {
        var store = ClassicalPassages.Store;
        var missed = new List<string>();
        var lines = 0;
        for (var chapter = 0; chapter < store.ChapterCount && store.KindOf(chapter) == PassageKind.Line; chapter++)
        {
            foreach (var line in store.Text[store.StartOf(chapter)..store.StartOf(chapter + 1)].ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                lines++;
                var found = AllusionExtractor.Extract(Sample.Lines(line));
                if (line.Count(char.IsLetter) >= 5 && (found.Count == 0 || found[0].Match == PassageMatch.Variant)) missed.Add($"{store.WorkOf(chapter)}: {line}");
            }
        }
        foreach (var line in missed) output.WriteLine(line);
        Assert.InRange(lines, 2000, 5000);
        Assert.Empty(missed);
    }

    [Fact]
    public void Whatever_the_text_every_find_reproduces_its_words()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var store = ClassicalPassages.Store.Text;
        var reuse = ReuseFinder.Create([("source", store[..20_000].ToString())]);
        for (var round = 0; round < 40; round++)
        {
            // Pieces of the store, cut anywhere, between any code units at all.
            var text = new System.Text.StringBuilder();
            while (text.Length < 1500)
            {
                if (random.Next(3) == 0) for (var n = random.Next(12); n > 0; n--) text.Append((char)random.Next(0x10000));
                else text.Append(store.Slice(random.Next(store.Length - 40), random.Next(40)));
            }
            var document = Sample.Lines(text.ToString());
            var last = 0;
            foreach (var allusion in AllusionExtractor.Extract(document, new AllusionOptions { IncludeIdioms = true }))
            {
                Assert.Equal(allusion.Span.In(document.Text), allusion.Text);
                Assert.True(allusion.Span.Start >= last, allusion.Text);
                last = allusion.Span.End;
            }
            foreach (var passage in reuse.Find(document)) Assert.Equal(passage.Span.In(document.Text), passage.Text);
        }
    }
}
