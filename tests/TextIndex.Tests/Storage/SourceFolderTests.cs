// SPDX-License-Identifier: MIT
using System.Text;
using TextIndex.Storage;
using Xunit;

namespace TextIndex.Tests.Storage;

public sealed class SourceFolderTests : IDisposable
{
    private const long Megabyte = 1 << 20;
    private static readonly SourceFilter Texts = new([], []);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private SourceWalk Walk(SourceFilter? filter = null, long largest = Megabyte) =>
        new SourceFolder(_folder.Path).Walk(filter ?? Texts, largest, CancellationToken.None);

    [Fact]
    public void Text_files_are_found_in_ordinal_order()
    {
        foreach (var path in (string[])["b.txt", "a/z.MD", "a.txt", "中文 名/第 1 章.text", "B.markdown", "x.docx", "x.txt.bak"]) _folder.Write(path, "文");
        var walk = Walk();
        Assert.Equal(["B.markdown", "a.txt", "a/z.MD", "b.txt", "中文 名/第 1 章.text"], walk.Files.Select(file => file.Path));
        Assert.Equal(2, walk.OtherKinds);
        Assert.Empty(walk.Skipped);
        Assert.All(walk.Files, file => Assert.Equal(3, file.SizeBytes));
        Assert.Equal(File.GetLastWriteTimeUtc(_folder.Full("b.txt")).Ticks, walk.Files.Single(file => file.Path == "b.txt").ModifiedTicks);
    }

    [Fact]
    public void Hidden_files_and_folders_are_left_out()
    {
        foreach (var path in (string[])[".textindex/a.txt", ".git/a.txt", ".a.txt", "b/.c/d.txt", "b/d.txt"]) _folder.Write(path, "文");
        Assert.Equal(["b/d.txt"], Walk().Files.Select(file => file.Path));
    }

    [Fact]
    public void Globs_take_and_leave_out()
    {
        foreach (var path in (string[])["a.txt", "a.log", "草稿/b.txt", "旧/草稿/c.txt", "旧/d.txt"]) _folder.Write(path, "文");
        Assert.Equal(["a.log", "a.txt"], Walk(new SourceFilter(["*.log", "a.*"], [])).Files.Select(file => file.Path));
        Assert.Equal(["a.txt", "旧/d.txt"], Walk(new SourceFilter([], ["草稿"])).Files.Select(file => file.Path));
        Assert.Equal(["a.txt", "草稿/b.txt"], Walk(new SourceFilter([], ["旧/"])).Files.Select(file => file.Path));
    }

    [Fact]
    public void An_empty_folder_has_no_files() => Assert.Empty(Walk().Files);

    [Fact]
    public void A_missing_folder_is_told()
    {
        var told = Assert.Throws<DirectoryNotFoundException>(() => new SourceFolder(_folder.Full("没有")));
        Assert.Contains("no such folder", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Links_are_told_and_never_followed()
    {
        using var outside = new TemporaryFolder();
        outside.Write("secret.txt", "文");
        File.CreateSymbolicLink(_folder.Full("link.txt"), outside.Full("secret.txt"));
        File.CreateSymbolicLink(_folder.Full("dangling.txt"), outside.Full("nothing.txt"));
        Directory.CreateSymbolicLink(_folder.Full("folder"), outside.Path);
        Directory.CreateSymbolicLink(_folder.Full("loop"), _folder.Path);
        var walk = Walk();
        Assert.Empty(walk.Files);
        Assert.Equal(["dangling.txt", "link.txt"], walk.Skipped.Select(file => file.Path));
        Assert.All(walk.Skipped, file => Assert.Contains("links are not followed", file.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public void A_folder_named_like_a_text_is_a_folder()
    {
        _folder.Write("x.txt/y.txt", "文");
        Assert.Equal(["x.txt/y.txt"], Walk().Files.Select(file => file.Path));
    }

    [Fact]
    public void A_file_of_200_MB_is_told_without_being_read()
    {
        using (var stream = File.Create(_folder.Full("huge.txt"))) stream.SetLength(200 * Megabyte);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var skipped = Assert.Single(Walk(largest: 64 * Megabyte).Skipped);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < Megabyte);
        Assert.Equal("huge.txt", skipped.Path);
        Assert.Contains("200 MB, limit 64 MB", skipped.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_grew_after_the_walk_is_not_read_beyond_the_limit()
    {
        _folder.Write("a.txt", "文");
        var file = Assert.Single(Walk().Files);
        File.WriteAllText(_folder.Full("a.txt"), new string('x', 2000));
        Assert.False(new SourceFolder(_folder.Path).TryRead(file, 1000, out _, out var skipped));
        Assert.Equal("a.txt", skipped.Path);
        Assert.True(new SourceFolder(_folder.Path).TryRead(file, 2000, out var content, out _));
        Assert.Equal(2000, content.Bytes.Length);
    }

    [Fact]
    public void A_file_that_went_away_is_told()
    {
        _folder.Write("a.txt", "文");
        var file = Assert.Single(Walk().Files);
        File.Delete(_folder.Full("a.txt"));
        Assert.False(new SourceFolder(_folder.Path).TryRead(file, Megabyte, out _, out var skipped));
        Assert.False(skipped.IsUnknown);
        Assert.Contains("went away", skipped.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_told()
    {
        // A folder in the place of the file cannot be read by anyone, not even by root.
        _folder.Write("a.txt", "文");
        var file = Assert.Single(Walk().Files);
        File.Delete(_folder.Full("a.txt"));
        Directory.CreateDirectory(_folder.Full("a.txt"));
        Assert.False(new SourceFolder(_folder.Path).TryRead(file, Megabyte, out _, out var skipped));
        Assert.True(skipped.IsUnknown);
        Assert.Contains("cannot be read", skipped.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void The_bytes_are_the_bytes_of_the_file()
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("实事求是。\r\n", 9000)));
        _folder.Write("子/a.txt", bytes);
        _folder.Write("empty.txt", "");
        var source = new SourceFolder(_folder.Path);
        foreach (var file in Walk().Files)
        {
            Assert.True(source.TryRead(file, Megabyte, out var content, out _));
            Assert.Equal(file.Path == "empty.txt" ? [] : bytes, content.Bytes);
            Assert.Equal(file.ModifiedTicks, content.ModifiedTicks);
        }
    }

    [Fact]
    public void A_walk_can_be_stopped() =>
        Assert.Throws<OperationCanceledException>(() => new SourceFolder(_folder.Path).Walk(Texts, Megabyte, new CancellationToken(canceled: true)));
}
