// SPDX-License-Identifier: MIT
using System.Text.RegularExpressions;
using TextIndex.Analysis;
using TextIndex.Codecs;
using TextIndex.Codecs.Columns;
using TextIndex.Documents;
using TextIndex.Normalization;
using Xunit;

namespace TextIndex.Tests.Docs;

/// <summary>Holds docs/index-format.md to the code: its worked bytes and its list of fields.</summary>
public partial class IndexFormatTests
{
    private static readonly string Page = File.ReadAllText(Repository.File("docs/index-format.md"));

    [Theory]
    [InlineData(0, "实事\n\n求  是 a", "实事\n求是 a")]
    [InlineData(1, "Ａ,學,学", "a,学,学")]
    public void The_worked_traces_are_what_the_code_writes(int block, string source, string folded)
    {
        var bytes = Block(block);
        var normalized = TextNormalizer.Normalize(source);
        Assert.Equal(folded, normalized.Text);
        Assert.Equal(bytes, FoldTrace.Write(source, normalized));
        Assert.Equal(source, FoldTrace.ReadSource(bytes, folded, source.Length));
        if (block == 0) Assert.Equal(TextSpan.FromBounds(4, 8), FoldTrace.ReadMap(bytes).ToSource(TextSpan.FromBounds(3, 5)));
    }

    [Fact]
    public void The_worked_gaps_are_what_the_code_writes()
    {
        var writer = new GapWriter();
        writer.Write([3, 40, 90]);
        Assert.Equal(Block(2), writer.Written.ToArray());
    }

    [Fact]
    public unsafe void The_worked_postings_are_what_the_code_writes()
    {
        using var directory = new Lucene.Net.Store.RAMDirectory();
        var entry = new PostingsEntry { DocumentFrequency = 3, TotalFrequency = 4, PositionsLength = 2, Frequent = -1 };
        var longer = new PostingsEntry { DocumentFrequency = 16, TotalFrequency = 17, Frequent = -1 };
        using (var output = new PagedOutput(directory.CreateOutput("_0.xtl", Lucene.Net.Store.IOContext.DEFAULT), "Worked", 0))
        {
            new PostingsWriter(output, 1000).Write([3, 40, 90], [1, 2, 1], [0], Enumerable.Repeat(1f, 1000).ToArray(), ref entry);
            new PostingsWriter(output, 1000).Write([.. Enumerable.Range(1, 16).Select(i => 3 * i)], [.. Enumerable.Repeat(1, 15), 2], [0], Enumerable.Repeat(1f, 1000).ToArray(), ref longer);
            output.Finish();
        }
        using var file = new PagedFile(directory, "_0.xtl", Lucene.Net.Store.IOContext.READ, "Worked", 0);
        Assert.Equal(Block(6), new ReadOnlySpan<byte>(file.Touch(longer.Postings, longer.PostingsLength), (int)longer.PostingsLength).ToArray());
        Assert.Equal(Block(3), new ReadOnlySpan<byte>(file.Touch(entry.Postings, entry.PostingsLength), (int)entry.PostingsLength).ToArray());

        using var bytes = new TextIndex.Codecs.GrowingBytes();
        EntryLayout.Write(bytes, entry with { Most = 0.5f }, FieldRecord.Frequencies | FieldRecord.Positions, entry.Postings, 0);
        Assert.Equal(Block(4), new ReadOnlySpan<byte>(bytes.Pointer, (int)bytes.Length).ToArray());
        bytes.Clear();
        PositionBlock.Write(bytes, [2, 3]);
        Assert.Equal(Block(5), new ReadOnlySpan<byte>(bytes.Pointer, (int)bytes.Length).ToArray());
    }

    [Fact]
    public void Every_field_of_an_index_is_on_the_page()
    {
        using var index = SearchIndex.InMemory(new SearchIndexOptions { WordPositions = true });
        index.Add(DocumentReader.Read("a", "---\ntitle: 题\nsource: 报\n---\n学习实事求是 \uD800"));
        index.Add(DocumentReader.Read("b", "学习"));
        index.Commit();
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var leaf in index.LuceneReader.Leaves)
            foreach (var field in ((Lucene.Net.Index.AtomicReader)leaf.Reader).FieldInfos) names.Add(field.Name);
        foreach (var name in names)
        {
            var parts = name.Split('.');
            var shown = parts[0] is "title" or "body" ? parts.Length == 1 ? "| *F* |" : $"| *F*`.{parts[1]}` |" : $"`{name}`";
            Assert.True(Page.Contains(shown, StringComparison.Ordinal), $"{name} is not on the page");
        }
        Assert.Contains("body.trace", names);
    }

    private static byte[] Block(int index) => Convert.FromHexString(Hex().Matches(Page)[index].Groups[1].Value.Replace(" ", ""));

    [GeneratedRegex("```hex\n(.*?)\n```")]
    private static partial Regex Hex();
}
