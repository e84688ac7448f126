// SPDX-License-Identifier: MIT
using System.Text;
using TextIndex.Indexing;
using TextIndex.Tests.Storage;
using Xunit;

namespace TextIndex.Tests.Indexing;

public sealed class FolderIndexerTests : IDisposable
{
    private static readonly DateTime LongAgo = new(2023, 7, 1, 8, 0, 0, DateTimeKind.Utc);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Texts => _folder.Full("学习 材料");

    private string Index => _folder.Full("索引");

    private void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    // Files are old unless a test says otherwise: one written just now would be read again by rule.
    private void Write(string path, byte[] bytes) => File.SetLastWriteTimeUtc(_folder.Write("学习 材料/" + path, bytes), LongAgo);

    private FolderReport Refresh(FolderOptions? options = null, params string[] folders)
    {
        using var index = SearchIndex.Open(Index);
        return index.IndexFolders(folders.Length == 0 ? [Texts] : folders, options ?? FolderOptions.Default, null, CancellationToken.None);
    }

    private string[] Find(string query)
    {
        using var index = SearchIndex.Open(Index, new SearchIndexOptions { ReadOnly = true });
        return [.. index.Search(query, new TextIndex.Search.SearchOptions { Limit = 0 }).Hits.Select(hit => hit.Key).Order(StringComparer.Ordinal)];
    }

    private bool IsStale()
    {
        using var directory = TextIndex.Storage.IndexFolder.Open(Index, create: false);
        using var snapshot = IndexSnapshot.Open(directory, Index, "");
        return FolderIndexer.IsStale(snapshot, [Texts], FolderOptions.Default, CancellationToken.None);
    }

    private static (int, int, int, int) Counts(FolderReport report) => (report.Added, report.Updated, report.Deleted, report.Unchanged);

    [Fact]
    public void Only_what_is_new_changed_or_gone_is_touched()
    {
        Write("a.txt", "坚持实事求是。");
        Write("子 目录/b.md", "密切联系群众。");
        Assert.Equal((2, 0, 0, 0), Counts(Refresh()));
        Assert.Equal(["a.txt"], Find("实事求是"));
        Assert.False(IsStale());

        var nothing = Refresh();
        Assert.Equal((0, 0, 0, 2), Counts(nothing));
        Assert.False(nothing.Changed);

        Write("a.txt", "坚持走群众路线。");
        Write("c.txt", "实事求是。");
        File.Delete(Path.Combine(Texts, "子 目录/b.md"));
        Assert.True(IsStale());
        Assert.Equal((1, 1, 1, 0), Counts(Refresh()));
        Assert.Equal(["c.txt"], Find("实事求是"));
        Assert.Equal(["a.txt"], Find("群众"));
        Assert.False(IsStale());
    }

    [Fact]
    public void A_changed_time_alone_is_a_change()
    {
        Write("a.txt", "甲乙丙");
        Refresh();
        File.SetLastWriteTimeUtc(Path.Combine(Texts, "a.txt"), LongAgo.AddSeconds(1));
        Assert.Equal((0, 1, 0, 0), Counts(Refresh()));
    }

    [Fact]
    public void A_file_written_in_the_moment_of_its_reading_is_read_again()
    {
        var clock = new FixedClock(LongAgo.AddSeconds(2));
        Write("a.txt", "甲乙丙");
        Assert.Equal((1, 0, 0, 0), Counts(RefreshAt(clock)));
        Assert.Equal((0, 1, 0, 0), Counts(RefreshAt(new FixedClock(LongAgo.AddSeconds(2.1)))));
        Assert.Equal((0, 0, 0, 1), Counts(RefreshAt(clock)));
    }

    private FolderReport RefreshAt(TimeProvider clock)
    {
        using var directory = TextIndex.Storage.IndexFolder.Open(Index, create: true);
        using var session = IndexSession.Open(directory, Index, new TextIndex.Analysis.FieldAnalyzer(TextIndex.Segmentation.WordSegmenter.WordGraph), 16, []);
        session.Commit();
        using var snapshot = IndexSnapshot.Open(directory, Index, "");
        var report = FolderIndexer.Refresh(session, snapshot.FileStamps(), [Texts], FolderOptions.Default, null, clock, CancellationToken.None);
        session.Commit();
        return report;
    }

    [Fact]
    public void Documents_that_come_from_no_file_are_left_alone()
    {
        Write("a.txt", "甲乙丙");
        using (var index = SearchIndex.Open(Index))
        {
            index.Add(TextIndex.Documents.DocumentReader.Read("note", "实事求是"));
            index.Commit();
        }
        Assert.Equal((1, 0, 0, 0), Counts(Refresh()));
        Assert.Equal(["note"], Find("实事求是"));
    }

    [Fact]
    public void Rebuilding_reads_everything_again()
    {
        Write("a.txt", "甲");
        Write("b.txt", "乙");
        Refresh();
        Assert.Equal((0, 2, 0, 0), Counts(Refresh(new FolderOptions { Rebuild = true })));
    }

    [Fact]
    public void An_empty_folder_gives_an_empty_index_and_a_missing_one_changes_nothing()
    {
        Directory.CreateDirectory(Texts);
        Assert.Equal((0, 0, 0, 0), Counts(Refresh()));
        Write("a.txt", "实事求是");
        Refresh();
        Assert.Throws<DirectoryNotFoundException>(() => Refresh(null, _folder.Full("没有")));
        Assert.Equal(["a.txt"], Find("实事求是"));
    }

    [Fact]
    public void Several_folders_keep_their_names_in_the_keys()
    {
        foreach (var path in (string[])["x/材料/a.txt", "y/材料/a.txt", "z/b.txt"]) File.SetLastWriteTimeUtc(_folder.Write(path, "实事求是"), LongAgo);
        Refresh(null, _folder.Full("x/材料"), _folder.Full("y/材料"), _folder.Full("z"));
        Assert.Equal(["z/b.txt", "材料-2/a.txt", "材料/a.txt"], Find("实事求是"));
    }

    [Fact]
    public void Too_large_files_and_links_are_told_and_leave_the_index()
    {
        Write("a.txt", "实事求是");
        Write("b.txt", "实事求是");
        Refresh();
        Write("a.txt", new string('是', 1000));
        File.Delete(Path.Combine(Texts, "b.txt"));
        File.CreateSymbolicLink(Path.Combine(Texts, "b.txt"), Path.Combine(Texts, "a.txt"));
        var report = Refresh(new FolderOptions { LargestFileBytes = 2000 });
        Assert.Equal((0, 0, 2, 0), Counts(report));
        Assert.Equal(["a.txt", "b.txt"], report.Skipped.Select(note => note.Path));
    }

    [Fact]
    public void A_file_of_200_MB_is_told_and_the_others_are_indexed()
    {
        Write("a.txt", "实事求是");
        using (var stream = File.Create(Path.Combine(Texts, "huge.txt"))) stream.SetLength(200L << 20);
        var report = Refresh();
        Assert.Equal((1, 0, 0, 0), Counts(report));
        Assert.Equal("the file is larger than what is indexed (200 MB, limit 64 MB)", Assert.Single(report.Skipped).Message);
        Assert.Equal(["a.txt"], Find("实事求是"));
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_told_and_left_as_it_was()
    {
        Write("a.txt", "实事求是");
        Refresh();
        if (OperatingSystem.IsWindows()) return;
        Write("a.txt", "别的");
        File.SetUnixFileMode(Path.Combine(Texts, "a.txt"), UnixFileMode.None);
        if (CanReadAnything(Path.Combine(Texts, "a.txt"))) return;
        var report = Refresh();
        Assert.Equal((0, 0, 0, 0), Counts(report));
        Assert.Equal("a.txt", Assert.Single(report.Skipped).Path);
        Assert.Equal(["a.txt"], Find("实事求是"));
    }

    private static bool CanReadAnything(string file)
    {
        try
        {
            File.ReadAllBytes(file);
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }

    [Fact]
    public void Bytes_that_are_no_text_are_indexed_and_told_once_a_file()
    {
        Write("a.txt", [.. Encoding.UTF8.GetBytes("坚持实事求是的思想路线"), 0xFF, 0xFE, .. Encoding.UTF8.GetBytes("密切联系群众"), 0xFF, .. Encoding.UTF8.GetBytes("艰苦奋斗")]);
        var report = Refresh();
        Assert.Equal((1, 0, 0, 0), Counts(report));
        Assert.Equal("a.txt", Assert.Single(report.Diagnostics).Path);
        Assert.Equal(["a.txt"], Find("联系群众"));
    }

    [Fact]
    public void A_folder_that_is_read_again_gives_the_same_answers_whatever_file_was_first()
    {
        var random = new Random(7);
        for (var i = 0; i < 60; i++) Write($"{i % 7}/{i}.txt", RandomText.Next(random, random.Next(400)));
        var report = Refresh();
        Assert.Equal(60, report.Added);
        var first = Answers();
        Assert.NotEmpty(first);
        for (var round = 0; round < 3; round++)
        {
            Directory.Delete(Index, recursive: true);
            Refresh();
            Assert.Equal(first, Answers());
        }

        // Every hit with its score, in order, and every line of the concordance: equal scores follow each other by path.
        string[] Answers()
        {
            using var index = SearchIndex.Open(Index, new SearchIndexOptions { ReadOnly = true });
            var all = new TextIndex.Search.SearchOptions { Limit = 0 };
            return
            [
                .. index.Search("学习 OR 哈哈 OR \"。\"", all).Hits.Select(hit => $"{hit.Key} {hit.Score:R} {string.Join(' ', hit.Matches)}"),
                .. index.Concordance("学", TextIndex.Snippets.ConcordanceOptions.Default).Lines.Select(line => $"{line.Key} {line.Span} {line.Left}【{line.Match}】{line.Right}"),
            ];
        }
    }

    [Fact]
    public void Progress_tells_every_file_and_a_stop_leaves_the_last_commit()
    {
        for (var i = 0; i < 20; i++) Write($"{i:00}.txt", "实事求是");
        Refresh();
        for (var i = 0; i < 20; i++) Write($"{i:00}.txt", "群众路线好");
        using var stop = new CancellationTokenSource();
        var seen = new List<FolderProgress>();
        using (var index = SearchIndex.Open(Index))
        {
            var progress = new Told(told => { seen.Add(told); if (told.Done == 7) stop.Cancel(); });
            Assert.ThrowsAny<OperationCanceledException>(() => index.IndexFolders([Texts], FolderOptions.Default, progress, stop.Token));
            // Nor does any of it slip into a later commit.
            index.Add(TextIndex.Documents.DocumentReader.Read("note", "此后"));
            index.Commit();
        }
        Assert.Equal(Enumerable.Range(1, 7), seen.Select(told => told.Done));
        Assert.All(seen, told => Assert.Equal(20, told.Total));
        Assert.Equal(20, Find("实事求是").Length);
        Assert.Empty(Find("群众"));
    }

    [Fact]
    public void Looking_whether_an_index_is_stale_works_beside_a_writer()
    {
        Write("a.txt", "实事求是");
        Refresh();
        using var writer = SearchIndex.Open(Index);
        Assert.False(IsStale());
    }

    private sealed class Told(Action<FolderProgress> action) : IProgress<FolderProgress>
    {
        public void Report(FolderProgress value) => action(value);
    }

    private sealed class FixedClock(DateTime now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(now);
    }
}
