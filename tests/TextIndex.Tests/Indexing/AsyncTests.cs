// SPDX-License-Identifier: MIT
using TextIndex.Documents;
using TextIndex.Indexing;
using TextIndex.Search;
using TextIndex.Tests.Storage;
using Xunit;

namespace TextIndex.Tests.Indexing;

/// <summary>Calls that leave the caller's thread alone: they answer as the others do, end when they are cancelled, and there is one writer.</summary>
public sealed class AsyncTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SearchIndex _index = SearchIndex.InMemory();

    public AsyncTests()
    {
        for (var i = 0; i < 40; i++) _folder.Write($"材料/{i:D2}.txt", $"学习第{i}课，实事求是。");
    }

    public void Dispose()
    {
        _index.Dispose();
        _folder.Dispose();
    }

    private Task<FolderReport> IndexFolders(Action<FolderProgress> told, CancellationToken cancellationToken = default) =>
        _index.IndexFoldersAsync([_folder.Full("材料")], FolderOptions.Default, new Told(told), cancellationToken);

    // Progress<T> would tell later, on another thread: here the teller waits.
    private sealed class Told(Action<FolderProgress> told) : IProgress<FolderProgress>
    {
        public void Report(FolderProgress value) => told(value);
    }

    [Fact]
    public async Task Folders_are_indexed_while_others_search_and_nobody_else_writes()
    {
        var (files, refused) = (0, new List<Type>());
        var report = await IndexFolders(progress =>
        {
            files++;
            Assert.Equal(40, progress.Total);
            Assert.Equal(0, _index.Search("学习").Total);
            Action[] writes =
            [
                () => _index.Add(DocumentReader.Read("x", "学习")), () => _index.Delete("00.txt"), () => _index.Commit(), () => _index.Rollback(), () => _index.Merge(1),
                () => _index.DeleteMatching(new LiteralQuery("学习")), () => _index.CommitAsync().Wait(), () => IndexFolders(_ => { }).Wait(),
            ];
            if (files == 1) refused.AddRange(writes.Select(write => Record.Exception(write)?.GetType() ?? typeof(void)));
        });
        Assert.Equal((40, 40, 40), (report.Added, files, _index.Search("学习").Total));
        Assert.All(refused, type => Assert.Equal(typeof(InvalidOperationException), type));
        _index.Add(DocumentReader.Read("x", "学习"));
        _index.Commit();
        Assert.Equal(41, _index.Count);
    }

    [Fact]
    public async Task Folders_that_are_cancelled_leave_the_index_as_it_was_and_the_writer_free()
    {
        _index.Add(DocumentReader.Read("before", "学习"));
        _index.Commit();
        using var stopping = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => IndexFolders(progress => { if (progress.Done == 7) stopping.Cancel(); }, stopping.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => IndexFolders(_ => Assert.Fail("cancelled before it began"), stopping.Token));
        Assert.Equal(1, _index.Count);
        _index.Commit();
        Assert.Equal(1, _index.Count);
        Assert.Equal(40, (await IndexFolders(_ => { })).Added);
        await Assert.ThrowsAsync<DirectoryNotFoundException>(() => _index.IndexFoldersAsync([_folder.Full("none")], FolderOptions.Default, null, default));
        Assert.Equal(41, _index.Count);
    }

    [Fact]
    public async Task Every_asynchronous_call_answers_as_its_twin()
    {
        await IndexFolders(_ => { });
        var query = new LiteralQuery("学习");
        var all = new SearchOptions { Limit = 0 };
        Assert.Equal(_index.Search(query, all).Hits.Select(hit => (hit.Key, hit.Score)), (await _index.SearchAsync(query, all)).Hits.Select(hit => (hit.Key, hit.Score)));
        Assert.Equal(_index.CountOccurrences("学习", all), await _index.CountOccurrencesAsync("学习", all));
        await _index.MergeAsync(1);
        Assert.Equal(1, _index.Statistics().IndexSegments);
        await _index.BackupAsync(_folder.Full("copy"));
        using var copy = SearchIndex.Open(_folder.Full("copy"));
        Assert.Equal(40, copy.Count);

        var cancelled = new CancellationToken(canceled: true);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _index.SearchAsync(query, all, cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _index.CountOccurrencesAsync("学习", all, cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _index.BackupAsync(_folder.Full("other"), cancelled));
        Assert.False(Directory.Exists(_folder.Full("other")));
    }
}
