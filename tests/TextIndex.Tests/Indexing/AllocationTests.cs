// SPDX-License-Identifier: MIT
using Lucene.Net.Store;
using TextIndex.Analysis;
using TextIndex.Documents;
using TextIndex.Indexing;
using TextIndex.Segmentation;
using Xunit;

namespace TextIndex.Tests.Indexing;

public class AllocationTests
{
    // For 2,000 characters, whose folded text takes 4,000 while it is built, 4,000 as a string and 4,000 as the index keeps it.
    private const int MostADocument = 27_000;

    [Fact]
    public void Adding_a_document_allocates_little_beside_what_the_index_keeps()
    {
        using var directory = new RAMDirectory();
        using var session = IndexSession.Open(directory, "(test)", new FieldAnalyzer(WordSegmenter.WordGraph), 256, []);
        var text = string.Concat(Enumerable.Repeat("坚持实事求是的思想路线，全心全意为人民服务，密切联系群众。", 69));
        var documents = Enumerable.Range(0, 600).Select(i => DocumentReader.Read($"{i}", text)).ToList();
        foreach (var document in documents.Take(300)) session.Add(document);
        // Lucene.Net's blocks grow now and then: most rounds have none.
        var rounds = new List<long>();
        for (var round = 0; round < 10; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            foreach (var document in documents.Skip(300 + 30 * round).Take(30)) session.Add(document);
            rounds.Add((GC.GetAllocatedBytesForCurrentThread() - before) / 30);
        }
        rounds.Sort();
        Assert.InRange(rounds[2], 0, MostADocument);
    }
}
