// SPDX-License-Identifier: MIT
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using TextIndex.Analysis;
using TextIndex.Documents;
using TextIndex.Indexing;
using TextIndex.Primitives;
using TextIndex.Segmentation;
using TextIndex.Tests.Storage;
using Xunit;

namespace TextIndex.Tests.Indexing;

public sealed class IndexCheckerTests : IDisposable
{
    private static readonly FieldAnalyzer Analyzer = new(WordSegmenter.WordGraph);
    private readonly RAMDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    private CheckReport Check() => IndexChecker.Check(_directory, "(test)", CancellationToken.None);

    private void Write(Action<IndexSession> write)
    {
        using var session = IndexSession.Open(_directory, "(test)", Analyzer, 16, []);
        write(session);
        session.Commit();
    }

    [Fact]
    public void Random_indexes_with_updates_and_deletions_are_sound()
    {
        const int Seed = 20261122;
        var random = new Random(Seed);
        for (var commit = 0; commit < 6; commit++)
        {
            Write(session =>
            {
                for (var i = 0; i < 40; i++) session.Add(DocumentReader.Read($"{random.Next(60)}.txt", RandomText.Next(random, random.Next(120))));
                for (var i = 0; i < 8; i++) session.Delete($"{random.Next(60)}.txt");
                session.Add(DocumentReader.Read("empty.txt", ""));
                session.Add(DocumentReader.Read("long.txt", "学习" + new string('x', 300) + "实践"));
            });
            var report = Check();
            Assert.True(report.Sound, $"seed {Seed}, commit {commit}: {string.Join('\n', report.Problems)}");
        }
        IndexChecker.VerifyFiles(_directory, "(test)");
    }

    [Fact]
    public void A_column_that_does_not_fit_the_text_is_told_with_its_document()
    {
        var other = DocumentReader.Read("b.txt", "密切联系群众。");
        Write(session =>
        {
            session.Add(DocumentReader.Read("sound.txt", "实事求是"));
            session.Add(DocumentReader.Read("a.txt", "坚持实事求是。"), session.Analyze(other), default);
        });
        var report = Check();
        Assert.False(report.Sound);
        Assert.All(report.Files, file => Assert.Equal("", file.Problem));
        Assert.StartsWith("document a.txt: body: the folded text", Assert.Single(report.Problems, problem => problem.Contains("body", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.DoesNotContain(report.Problems, problem => problem.Contains("sound.txt", StringComparison.Ordinal));
        Assert.Equal(2, report.Documents);
    }

    [Fact]
    public void An_index_of_another_program_is_told_and_does_no_harm()
    {
        using (var writer = new IndexWriter(_directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new ChineseAnalyzer())))
            writer.AddDocument([new Lucene.Net.Documents.TextField("body", "实事求是", Field.Store.YES)]);
        IndexChecker.VerifyFiles(_directory, "(test)");
        Assert.StartsWith("the index cannot be walked", Assert.Single(Check().Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_there_is_no_commit_there_is_nothing_to_verify()
    {
        IndexChecker.VerifyFiles(_directory, "(test)");
        Assert.False(Check().Sound);
        using var folder = new TemporaryFolder();
        Assert.Throws<DirectoryNotFoundException>(() => SearchIndex.Check(folder.Full("没有")));
    }

    [Fact]
    public void Checking_works_beside_a_writer_and_changes_nothing()
    {
        using var folder = new TemporaryFolder();
        using var index = SearchIndex.Open(folder.Path);
        index.Add(DocumentReader.Read("a.txt", "实事求是"));
        index.Commit();
        index.Add(DocumentReader.Read("b.txt", "群众路线"));
        var before = Snapshot();
        Assert.Equal(1, SearchIndex.Check(folder.Path).Documents);
        Assert.Equal(before, Snapshot());

        string[] Snapshot() => [.. System.IO.Directory.GetFiles(folder.Path).Select(file => $"{file} {new FileInfo(file).Length}").Order(StringComparer.Ordinal)];
    }

    [Fact]
    public async Task A_commit_that_replaces_the_one_being_verified_is_no_damage()
    {
        using var folder = new TemporaryFolder();
        using var index = SearchIndex.Open(folder.Path);
        using var stop = new CancellationTokenSource();
        var opened = 0;
        var reading = Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                using var reader = SearchIndex.Open(folder.Path, new SearchIndexOptions { ReadOnly = true });
                Assert.True(SearchIndex.Check(folder.Path).Sound);
                Interlocked.Increment(ref opened);
            }
        });
        // Until both sides have had their turns, however fast either is.
        for (var i = 0; i < 40 || (Volatile.Read(ref opened) < 5 && !reading.IsCompleted); i++)
        {
            index.Add(DocumentReader.Read($"{i % 20}.txt", "实事求是"));
            index.Commit();
        }
        await stop.CancelAsync();
        await reading;
    }

    [Fact]
    public void A_check_can_be_stopped()
    {
        Write(session => session.Add(DocumentReader.Read("a.txt", "实事求是")));
        Assert.Throws<OperationCanceledException>(() => IndexChecker.Check(_directory, "(test)", new CancellationToken(canceled: true)));
    }
}
