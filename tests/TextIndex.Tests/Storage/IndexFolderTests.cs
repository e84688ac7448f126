// SPDX-License-Identifier: MIT
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;
using TextIndex.Primitives;
using TextIndex.Storage;
using Xunit;

namespace TextIndex.Tests.Storage;

public sealed class IndexFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Index => _folder.Full("材料/.textindex");

    private static IndexWriter OpenWriter(Lucene.Net.Store.Directory directory) =>
        new(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, null) { WriteLockTimeout = 0 });

    private void WriteIndex(int commits = 1)
    {
        using var directory = IndexFolder.Open(Index, create: true);
        using var writer = OpenWriter(directory);
        for (var i = 0; i < commits; i++)
        {
            writer.AddDocument([new StringField("key", $"k{i}", Field.Store.YES)]);
            writer.Commit();
        }
    }

    [Fact]
    public void A_new_folder_is_its_owners_alone_and_ignored_by_git()
    {
        Assert.False(IndexFolder.Exists(Index));
        IndexFolder.Open(Index, create: true).Dispose();
        Assert.False(IndexFolder.Exists(Index));
        Assert.Equal("*\n", File.ReadAllText(Path.Combine(Index, ".gitignore")));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Index));
        WriteIndex();
        Assert.True(IndexFolder.Exists(Index));
    }

    [Fact]
    public void Opening_for_reading_makes_nothing()
    {
        Assert.Throws<DirectoryNotFoundException>(() => IndexFolder.Open(Index, create: false));
        Assert.False(Directory.Exists(_folder.Full("材料")));
    }

    [Fact]
    public void A_commit_is_written_beside_its_name_and_appears_whole()
    {
        using var directory = IndexFolder.Open(Index, create: true);
        using var writer = OpenWriter(directory);
        writer.AddDocument([new StringField("key", "k", Field.Store.YES)]);
        writer.PrepareCommit();
        Assert.False(IndexFolder.Exists(Index));
        Assert.Contains("pending_segments_1", Directory.GetFiles(Index).Select(Path.GetFileName));
        writer.Commit();
        Assert.Contains("segments_1", Directory.GetFiles(Index).Select(Path.GetFileName));
        Assert.DoesNotContain("pending_segments_1", Directory.GetFiles(Index).Select(Path.GetFileName));
        Assert.DoesNotContain("segments.gen", Directory.GetFiles(Index).Select(Path.GetFileName));
        using var reader = DirectoryReader.Open(directory);
        Assert.Equal(1, reader.NumDocs);
    }

    [Fact]
    public void A_prepared_commit_that_is_taken_back_leaves_nothing()
    {
        WriteIndex();
        using var directory = IndexFolder.Open(Index, create: true);
        using (var writer = OpenWriter(directory))
        {
            writer.AddDocument([new StringField("key", "k", Field.Store.YES)]);
            writer.PrepareCommit();
            writer.Rollback();
        }
        Assert.Equal(["segments_1"], Directory.GetFiles(Index, "*segments*").Select(Path.GetFileName));
        using var reader = DirectoryReader.Open(directory);
        Assert.Equal(1, reader.NumDocs);
    }

    [Fact]
    public void A_damaged_second_opinion_stops_nothing()
    {
        WriteIndex();
        File.WriteAllBytes(Path.Combine(Index, "segments.gen"), [1, 2, 3, 4, 5]);
        using var directory = IndexFolder.Open(Index, create: false);
        using var reader = DirectoryReader.Open(directory);
        Assert.Equal(1, reader.NumDocs);
    }

    [Fact]
    public void A_plain_Lucene_directory_reads_what_was_written()
    {
        WriteIndex(commits: 3);
        using var directory = Lucene.Net.Store.FSDirectory.Open(Index);
        using var reader = DirectoryReader.Open(directory);
        Assert.Equal(3, reader.NumDocs);
    }

    [Fact]
    public void The_user_dictionary_is_kept_whole()
    {
        Assert.Null(IndexFolder.ReadUserDictionary(Index));
        IndexFolder.WriteUserDictionary(Index, "初心使命 10 n\n");
        IndexFolder.WriteUserDictionary(Index, "新词 3\n");
        Assert.Equal("新词 3\n", IndexFolder.ReadUserDictionary(Index));
        Assert.Equal([".gitignore", "user.dict"], Directory.GetFiles(Index).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        IndexFolder.DeleteUserDictionary(Index);
        Assert.Null(IndexFolder.ReadUserDictionary(Index));
    }

    [Fact]
    public void An_index_is_deleted_with_its_folder()
    {
        WriteIndex(commits: 3);
        IndexFolder.WriteUserDictionary(Index, "新词 3\n");
        File.WriteAllText(Path.Combine(Index, "pending_segments_9"), "left by a killed process");
        IndexFolder.Delete(Index);
        Assert.False(Directory.Exists(Index));
        Assert.True(Directory.Exists(_folder.Full("材料")));
        IndexFolder.Delete(Index);
    }

    [Theory]
    [InlineData("论文.txt")]
    [InlineData("_draft.txt")]
    [InlineData("segments_1.bak")]
    public void A_folder_that_holds_anything_else_is_not_deleted(string name)
    {
        WriteIndex();
        File.WriteAllText(Path.Combine(Index, name), "mine");
        var before = Directory.GetFileSystemEntries(Index).Length;
        var told = Assert.Throws<IOException>(() => IndexFolder.Delete(Index));
        Assert.Contains(name, told.Message, StringComparison.Ordinal);
        Assert.Equal(before, Directory.GetFileSystemEntries(Index).Length);
    }

    [Fact]
    public void A_folder_with_a_folder_or_another_gitignore_is_not_deleted()
    {
        WriteIndex();
        Directory.CreateDirectory(Path.Combine(Index, "_7.cfs"));
        Assert.Throws<IOException>(() => IndexFolder.Delete(Index));
        Directory.Delete(Path.Combine(Index, "_7.cfs"));
        File.WriteAllText(Path.Combine(Index, ".gitignore"), "*.log\n");
        Assert.Throws<IOException>(() => IndexFolder.Delete(Index));
        Assert.True(IndexFolder.Exists(Index));
    }

    [Fact]
    public void Links_are_never_followed_by_deleting()
    {
        WriteIndex();
        using var outside = new TemporaryFolder();
        outside.Write("segments_1", "mine");
        Directory.CreateSymbolicLink(_folder.Full("link"), outside.Path);
        Assert.Throws<IOException>(() => IndexFolder.Delete(_folder.Full("link")));
        Assert.True(File.Exists(outside.Full("segments_1")));
        File.CreateSymbolicLink(Path.Combine(Index, "_7.cfs"), outside.Full("segments_1"));
        Assert.Throws<IOException>(() => IndexFolder.Delete(Index));
        Assert.True(IndexFolder.Exists(Index));
    }

    [Fact]
    public void An_index_that_is_being_written_is_not_deleted()
    {
        WriteIndex();
        using var directory = IndexFolder.Open(Index, create: true);
        using var writer = OpenWriter(directory);
        var told = Assert.Throws<IndexLockedException>(() => IndexFolder.Delete(Index));
        Assert.Contains("another process is writing", told.Message, StringComparison.Ordinal);
        Assert.True(IndexFolder.Exists(Index));
    }

    [Fact]
    public void A_second_writer_is_refused_and_the_lock_of_a_closed_one_is_free()
    {
        WriteIndex();
        using var first = IndexFolder.Open(Index, create: true);
        using var second = IndexFolder.Open(Index, create: true);
        using (OpenWriter(first)) Assert.Throws<Lucene.Net.Store.LockObtainFailedException>(() => OpenWriter(second));
        OpenWriter(second).Dispose();
    }

    [Fact]
    public void The_index_is_beside_the_texts_where_there_is_one_and_else_in_the_cache()
    {
        var texts = _folder.Full("材料");
        Directory.CreateDirectory(texts);
        var cached = IndexLocation.ForFolder(texts);
        Assert.NotEqual(IndexLocation.BesideFolder(texts), cached);
        Assert.Equal(cached, IndexLocation.ForFolder(texts + Path.DirectorySeparatorChar));
        Assert.NotEqual(cached, IndexLocation.ForFolder(_folder.Path));
        Assert.StartsWith("材料-", Path.GetFileName(cached), StringComparison.Ordinal);
        WriteIndex();
        Assert.Equal(Path.Combine(texts, ".textindex"), IndexLocation.ForFolder(texts));
    }

    [Fact]
    public void Names_in_the_cache_are_stable_and_short()
    {
        Assert.Equal(IndexLocation.NameOf("/a/我的 材料"), IndexLocation.NameOf("/a/b/../我的 材料/"));
        Assert.Matches("^我的_材料-[0-9a-f]{16}$", IndexLocation.NameOf("/a/我的 材料"));
        Assert.Matches("^root-[0-9a-f]{16}$", IndexLocation.NameOf("/"));
        Assert.True(IndexLocation.NameOf("/a/" + new string('长', 80)).Length < 64);
    }

    [Fact]
    public void Whether_an_index_can_be_written_is_tried_and_leaves_nothing()
    {
        Assert.True(IndexLocation.CanWrite(_folder.Full("a/b/c")));
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
        _folder.Write("file", "x");
        Assert.False(IndexLocation.CanWrite(_folder.Full("file")));
        Assert.False(IndexLocation.CanWrite(_folder.Full("file/b")));
        Assert.False(IndexLocation.CanWrite(""));
        if (OperatingSystem.IsLinux()) Assert.False(IndexLocation.CanWrite("/proc/textindex"));
    }
}
