// SPDX-License-Identifier: MIT
using Lucene.Net.Index;
using Lucene.Net.Util;
using TextIndex.Documents;
using TextIndex.Tests.Storage;
using Xunit;

namespace TextIndex.Tests.Durability;

/// <summary>Power cuts, failing operations, a full disk, failed flushes: what is there afterwards is the last commit or the one under way, nothing else.</summary>
public sealed class FailingDiskTests : IDisposable
{
    private const int Seed = 20261122;
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void After_a_power_cut_there_is_the_last_commit_or_the_one_under_way_and_nothing_else()
    {
        var undone = 0;
        for (var seed = 0; seed < (Repository.Slow ? 2000 : 60); seed++)
        {
            var random = new Random(Seed + seed);
            var workload = new Workload(Seed + seed, 25);
            var (disk, path, left) = (NewDisk(seed), _folder.Full($"{seed}"), _folder.Full($"{seed}-left"));
            (disk.FailAt, disk.ForGood) = (1 + (int)(600 * Math.Pow(random.NextDouble(), 1.5)), true);
            var index = Run(disk, path, workload);
            disk.PowerCut(left, random);
            Close(index);
            var where = $"{workload.Where}, operation {disk.FailAt} ({disk.LastOperation})";

            if (!SearchIndex.Exists(left)) Assert.True(workload.Commits == 0, $"{where}: no commit is left");
            else
            {
                var check = SearchIndex.Check(left);
                Assert.True(check.Sound, $"{where}: {string.Join('\n', check.Files.Where(file => file.Problem.Length > 0))} {string.Join('\n', check.Problems)}");
                using var reader = SearchIndex.Open(left, new SearchIndexOptions { ReadOnly = true });
                var content = Workload.Content(reader);
                Assert.True(Workload.Same(workload.Committed, content) || Workload.Same(workload.InFlight, content), where);
                if (workload.InFlight is not null && Workload.Same(workload.Committed, content)) undone++;
            }
            ExpectItGoesOn(left, where);
            Directory.Delete(path, recursive: true);
            Directory.Delete(left, recursive: true);
        }
        Assert.NotEqual(0, undone);
    }

    [Fact]
    public void Whichever_operation_fails_the_failure_is_told_and_the_commits_stand()
    {
        var stride = Repository.Slow ? 1 : 13;
        var passed = false;
        for (var fail = 1; !passed; fail += stride)
        {
            var workload = new Workload(Seed, 30);
            var (disk, path, left) = (NewDisk(fail), _folder.Full($"{fail}"), _folder.Full($"{fail}-left"));
            disk.FailAt = fail;
            var index = Run(disk, path, workload);
            passed = disk.Failures == 0;
            var where = $"{workload.Where}, operation {fail} of {disk.Operations} ({disk.LastOperation})";
            if (index is not null && !passed)
            {
                if (workload.InFlight is not null || workload.Commits == 0)
                {
                    // Whether the commit under way became one, the index itself tells when it is rolled back.
                    index.Rollback();
                    index.Refresh();
                    var content = Workload.Content(index);
                    Assert.True(Workload.Same(workload.Committed, content) || Workload.Same(workload.InFlight, content), where);
                    workload.GoOnFrom(content);
                }
                else workload.RollBack(index);
                workload.Run(index);
                where += ", then " + workload.Where;
            }
            Close(index);
            Assert.True(disk.OpenOutputs == 0, $"{where}: a file was left open");
            disk.PowerCut(left, new Random(fail));
            if (SearchIndex.Exists(left))
            {
                Assert.True(SearchIndex.Check(left).Sound, where);
                using var reader = SearchIndex.Open(left, new SearchIndexOptions { ReadOnly = true });
                Assert.True(Workload.Same(workload.Committed, Workload.Content(reader)), where);
            }
            else Assert.True(workload.Commits == 0, where);
            ExpectItGoesOn(left, where);
            Directory.Delete(path, recursive: true);
            Directory.Delete(left, recursive: true);
        }
    }

    [Fact]
    public void A_full_disk_fails_the_commit_leaves_the_one_before_and_a_later_one_succeeds()
    {
        var full = 0;
        var stride = Repository.Slow ? 499 : 6007;
        for (var (bytes, passed) = (1L, false); !passed; bytes += stride)
        {
            var workload = new Workload(Seed, 30);
            var (disk, path) = (NewDisk((int)bytes), _folder.Full($"{bytes}"));
            disk.BytesLeft = bytes;
            var index = Run(disk, path, workload);
            passed = disk.Failures == 0;
            if (!passed) full++;
            var where = $"{workload.Where}, full after {bytes} bytes";
            if (index is not null && !passed)
            {
                // Searches go on with the commit before; nothing more is taken until it is rolled back.
                Assert.True(Workload.Same(workload.Committed, Workload.Content(index)), where);
                Assert.Throws<IOException>(() => index.Add(DocumentReader.Read("k1", "学习")));
                Assert.Throws<IOException>(index.Commit);
                disk.BytesLeft = long.MaxValue;
                workload.RollBack(index);
                workload.Run(index);
                Assert.True(Workload.Same(workload.Committed, Workload.Content(index)), where);
            }
            Close(index);
            disk.PowerCut(path + "-left", new Random((int)bytes));
            ExpectItGoesOn(path + "-left", where);
            Directory.Delete(path, recursive: true);
            Directory.Delete(path + "-left", recursive: true);
        }
        Assert.NotEqual(0, full);
    }

    [Fact]
    public void A_flush_that_failed_is_never_reported_as_success_by_trying_again()
    {
        for (var flush = 1; flush <= 12; flush++)
        {
            foreach (var isFolder in new[] { false, true })
            {
                var path = _folder.Full($"{flush}{isFolder}");
                var disk = FaultyDirectory.In(path);
                using var index = SearchIndex.Open(disk, path, SearchIndexOptions.Default);
                index.Add(DocumentReader.Read("k1", "学习"));
                index.Commit();
                if (isFolder) disk.FailFolderFlush = flush;
                else disk.FailFlush = flush;
                index.Add(DocumentReader.Read("k2", "作风"));
                if (Record.Exception(index.Commit) is not { } told) break;               // fewer flushes than that in a commit
                Assert.IsType<IOException>(told);
                Assert.Throws<IOException>(index.Commit);
                Expect(disk, path + "-failed", ["k1"], orAlso: ["k1", "k2"]);
                index.Rollback();
                index.Add(DocumentReader.Read("k3", "干部"));
                index.Add(DocumentReader.Read("k4", "干部"));
                index.Commit();
                Expect(disk, path + "-again", index.Count == 3 ? ["k1", "k3", "k4"] : ["k1", "k2", "k3", "k4"]);
            }
        }
    }

    [Fact]
    public void Lucene_net_alone_reports_a_commit_whose_bytes_are_gone()
    {
        // Why IndexDirectory and IndexSession refuse: this is what happens without them.
        var path = _folder.Full("alone");
        using var disk = FaultyDirectory.In(path, guards: false);
        using (var writer = new IndexWriter(disk, new IndexWriterConfig(LuceneVersion.LUCENE_48, null)))
        {
            writer.AddDocument([new Lucene.Net.Documents.StringField("key", "a", Lucene.Net.Documents.Field.Store.YES)]);
            disk.FailFlush = 1;
            Assert.Throws<IOException>(writer.Commit);
            writer.Commit();
        }
        disk.PowerCut(path + "-left", new Random(Seed));
        using var left = new TextIndex.Storage.IndexDirectory(path + "-left");
        Assert.ThrowsAny<Exception>(() => DirectoryReader.Open(left).Dispose());
    }

    [Fact]
    public void Lucene_net_alone_commits_without_the_documents_that_a_full_disk_took()
    {
        var path = _folder.Full("alone");
        using var disk = FaultyDirectory.In(path);
        using (var writer = new IndexWriter(disk, new IndexWriterConfig(LuceneVersion.LUCENE_48, null)))
        {
            writer.Commit();
            for (var i = 0; i < 200; i++) writer.AddDocument([new Lucene.Net.Documents.StringField("key", $"a{i}", Lucene.Net.Documents.Field.Store.YES)]);
            disk.BytesLeft = 0;
            Assert.Throws<IOException>(writer.Commit);
            disk.BytesLeft = long.MaxValue;
            writer.Commit();                                             // says that all is well
        }
        using var reader = DirectoryReader.Open(disk);
        Assert.Equal(0, reader.NumDocs);
    }

    [Fact]
    public void Files_that_cannot_be_deleted_now_are_deleted_later()
    {
        // As on Windows, where a file that is open somewhere stays.
        var path = _folder.Full("held");
        using (var disk = FaultyDirectory.In(path))
        {
            using var index = SearchIndex.Open(disk, path, SearchIndexOptions.Default);
            index.Add(DocumentReader.Read("k1", "学习"));
            index.Commit();
            using (var reader = SearchIndex.Open(path, new SearchIndexOptions { ReadOnly = true }))
            {
                foreach (var file in Directory.GetFiles(path)) disk.Held.Add(Path.GetFileName(file));
                for (var i = 0; i < 5; i++)
                {
                    index.Add(DocumentReader.Read("k1", $"学习{i}"));
                    index.Commit();
                    index.Merge(1);
                }
                Assert.Equal("学习", Assert.Single(reader.Search("学习").Hits).Snippet.Text);
            }
            disk.Held.Clear();
            index.Add(DocumentReader.Read("k2", "作风"));
            index.Commit();
            index.Add(DocumentReader.Read("k3", "作风"));
            index.Commit();
        }
        ExpectNoOtherFiles(path);
    }

    [Fact]
    public void A_commit_that_was_not_finished_is_passed_over_whatever_is_left_of_it()
    {
        var path = _folder.Full("half");
        using (var index = SearchIndex.Open(path))
        {
            index.Add(DocumentReader.Read("k1", "学习"));
            index.Commit();
        }
        var commit = Directory.GetFiles(path, "segments_*").Single();
        var bytes = File.ReadAllBytes(commit);
        for (var length = 0; length <= bytes.Length; length += 7)
        {
            File.WriteAllBytes(Path.Combine(path, "pending_segments_zz"), bytes[..length]);
            using var index = SearchIndex.Open(path, new SearchIndexOptions { ReadOnly = true });
            Assert.Equal(1, index.Count);
            Assert.True(SearchIndex.Check(path).Sound);
        }
        ExpectItGoesOn(path, "half a commit");
    }

    [Fact]
    public void Nothing_stays_open_when_an_index_is_closed()
    {
        if (!OperatingSystem.IsLinux()) return;
        var path = _folder.Full("handles");
        WriteAndSearch(path);
        var handles = Directory.GetFiles("/proc/self/fd").Select(fd => new FileInfo(fd).LinkTarget).Where(target => target?.StartsWith(path, StringComparison.Ordinal) == true);
        Assert.Empty(handles);
        // What is mapped is let go of with the last object that could read it (MappedBytes.cs).
        for (var round = 0; round < 10 && Mapped(path).Count > 0; round++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        Assert.Empty(Mapped(path));
    }

    private static List<string> Mapped(string path) => [.. File.ReadLines("/proc/self/maps").Where(line => line.Contains(path, StringComparison.Ordinal))];

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static void WriteAndSearch(string path)
    {
        using var index = SearchIndex.Open(path);
        for (var round = 0; round < 5; round++)
        {
            index.Add(DocumentReader.Read($"k{round}", "学习"));
            index.Commit();
            using var snapshot = index.OpenSnapshot();
            snapshot.Search("学习");
            index.Merge(1);
        }
    }

    private FaultyDirectory NewDisk(int number) => FaultyDirectory.In(_folder.Full($"{number}"));

    // Null where the index could not even be opened.
    private static SearchIndex? Run(FaultyDirectory disk, string path, Workload workload)
    {
        SearchIndex? index = null;
        try
        {
            index = SearchIndex.Open(disk, path, SearchIndexOptions.Default);
            workload.Run(index);
        }
        catch (IOException)
        {
            // As it should be: told as what it is.
        }
        return index;
    }

    private static void Close(SearchIndex? index)
    {
        try
        {
            index?.Dispose();
        }
        catch (IOException)
        {
            // The power is off.
        }
    }

    private static void Expect(FaultyDirectory disk, string left, string[] keys, string[]? orAlso = null)
    {
        for (var draw = 0; draw < 4; draw++)
        {
            disk.PowerCut(left, new Random(draw));
            using (var reader = SearchIndex.Open(left, new SearchIndexOptions { ReadOnly = true }))
            {
                var found = Workload.Content(reader).Keys.Order(StringComparer.Ordinal).ToArray();
                Assert.True(found.SequenceEqual(keys) || orAlso is not null && found.SequenceEqual(orAlso), $"{left}: {string.Join(' ', found)}");
            }
            Directory.Delete(left, recursive: true);
        }
    }

    private static void ExpectItGoesOn(string path, string where)
    {
        using (var index = SearchIndex.Open(path))
        {
            index.Add(DocumentReader.Read("afterwards", "此后仍可写入"));
            index.Commit();
            Assert.True(index.Search("此后").Total == 1, where);
        }
        Assert.True(SearchIndex.Check(path).Sound, where);
        ExpectNoOtherFiles(path);
    }

    private static void ExpectNoOtherFiles(string path)
    {
        var known = SearchIndex.Check(path).Files.Select(file => file.Name).Append("write.lock").Append(".gitignore");
        Assert.Empty(Directory.GetFiles(path).Select(file => Path.GetFileName(file)).Except(known));
    }
}
