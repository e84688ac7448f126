// SPDX-License-Identifier: MIT
using TextIndex.Storage;
using Xunit;

namespace TextIndex.Cli.Tests.Commands;

public sealed class IndexCommandTests : IDisposable
{
    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    private int Found(string query, params string[] more)
    {
        var run = _tool.Run(["search", query, .. more, "--format", "json"]);
        Assert.True(run.Code < 2, run.Error);
        return run.Objects()[^1].Number("total");
    }

    [Fact]
    public void The_index_stands_in_the_folder_and_is_no_part_of_it()
    {
        _tool.Write("a.txt", "实事求是。");
        var run = _tool.Run("index", ".", "--format", "json");
        Assert.Equal(0, run.Code);
        var summary = Assert.Single(run.Objects());
        Assert.Equal(
            ["type", "index", "added", "updated", "deleted", "unchanged", "indexedDocuments", "otherKinds", "skipped", "diagnostics", "elapsedMilliseconds"], summary.Names());
        Assert.Equal((1, 1), (summary.Number("added"), summary.Number("indexedDocuments")));
        Assert.True(Directory.Exists(Path.Combine(_tool.Folder, ".textindex")));
        Assert.False(Directory.Exists(_tool.Cache));
        Assert.Equal(1, Found("实事求是", "."));
        Assert.False(Directory.Exists(_tool.Cache));
    }

    [Fact]
    public void A_search_alone_writes_nothing_into_the_folder()
    {
        _tool.Write("a.txt", "实事求是。");
        Assert.Equal(1, Found("实事求是", "."));
        Assert.False(Directory.Exists(Path.Combine(_tool.Folder, ".textindex")));
        Assert.True(Directory.Exists(Path.Combine(_tool.Cache, "textindex")));
    }

    [Fact]
    public void A_search_sees_what_was_added_changed_and_deleted()
    {
        _tool.Write("a.txt", "实事求是。");
        _tool.Write("b.txt", "为人民服务。");
        Assert.Equal(1, Found("实事求是", "."));

        _tool.Write("c.txt", "也要实事求是。");
        Assert.Equal(2, Found("实事求是", "."));

        _tool.Write("b.txt", "还是要实事求是。", new DateTime(2024, 6, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.Equal(2, Found("实事求是", ".", "--no-refresh"));
        Assert.Equal(3, Found("实事求是", "."));

        File.Delete(Path.Combine(_tool.Folder, "a.txt"));
        Assert.Equal(2, Found("实事求是", "."));
    }

    [Fact]
    public void Only_what_changed_is_read_again()
    {
        _tool.Write("a.txt", "实事求是。");
        _tool.Write("b.txt", "为人民服务。");
        _tool.Run("index", ".");
        _tool.Write("b.txt", "变了。");
        var summary = _tool.Run("index", ".", "--format", "json").Objects()[0];
        Assert.Equal((0, 1, 0, 1), (summary.Number("added"), summary.Number("updated"), summary.Number("deleted"), summary.Number("unchanged")));
        Assert.Equal(2, _tool.Run("index", ".", "--rebuild", "--format", "json").Objects()[0].Number("updated"));
    }

    [Fact]
    public void A_search_takes_the_files_that_the_index_was_made_of()
    {
        _tool.Write("a.txt", "实事求是。");
        _tool.Write("b.log", "实事求是。");
        _tool.Write("drafts/c.log", "实事求是。");
        _tool.Run("index", ".", "--include", "*.log", "--include", "*.txt", "--exclude", "drafts/");
        Assert.Equal(2, Found("实事求是", "."));
        _tool.Write("d.log", "实事求是。");
        Assert.Equal(3, Found("实事求是", "."));
        Assert.Equal(3, _tool.Run("index", ".", "--format", "json").Objects()[0].Number("indexedDocuments"));
    }

    [Fact]
    public void Several_folders_share_a_named_index_that_knows_them()
    {
        _tool.Write("one/a.txt", "实事求是。");
        _tool.Write("two/a.txt", "实事求是。");
        _tool.Write("three/a.txt", "实事求是。");
        Assert.Equal(2, _tool.Run("index", "one", "two").Code);
        Assert.Equal(0, _tool.Run("index", "one", "two", "--index", "both").Code);
        Assert.Equal(["one/a.txt", "two/a.txt"], _tool.Run("search", "实事求是", "--index", "both", "--format", "json").Objects("hit").Select(hit => hit.Text("path")));

        _tool.Write("two/b.txt", "实事求是。");
        Assert.Equal(3, Found("实事求是", "--index", "both"));
        Assert.Equal(3, Found("实事求是", "one", "two", "--index", "both"));

        var other = _tool.Run("search", "实事求是", "three", "--index", "both");
        Assert.Equal(2, other.Code);
        Assert.Contains("this index is of ", other.Error);
        Assert.Equal(3, Found("实事求是", "--index", "both"));
    }

    [Fact]
    public void A_folder_is_the_same_with_and_without_a_slash()
    {
        _tool.Write("one/a.txt", "实事求是。");
        _tool.Run("index", "one/", "--index", "named");
        Assert.Equal(1, Found("实事求是", "one", "--index", "named"));
        Assert.Equal(1, Found("实事求是", "one/", "--index", "named"));
    }

    [Fact]
    public void A_named_index_outlives_a_folder_that_is_not_there_now()
    {
        _tool.Write("one/a.txt", "实事求是。");
        _tool.Run("index", "one", "--index", "named");
        Directory.Delete(Path.Combine(_tool.Folder, "one"), recursive: true);
        var run = _tool.Run("search", "实事求是", "--index", "named", "--format", "json");
        Assert.Equal(0, run.Code);
        Assert.Equal(1, run.Objects()[^1].Number("total"));
        Assert.Contains("there is no such folder now", run.Error);
    }

    [Fact]
    public void A_user_dictionary_is_kept_with_the_index_and_used_later()
    {
        _tool.Write("a.txt", "朱治国同志。");
        _tool.Write("words.dict", "治国同志 100 n\n");
        Assert.Equal(0, _tool.Run("index", ".", "--user-dict", "words.dict").Code);
        Assert.Equal("治国同志 100 n\n", File.ReadAllText(Path.Combine(_tool.Folder, ".textindex", "user.dict")));
        File.Delete(Path.Combine(_tool.Folder, "words.dict"));
        var run = _tool.Run("search", "治国同志", ".");
        Assert.Equal((0, ""), (run.Code, run.Error));
        _tool.Write("b.txt", "治国同志。");
        Assert.Equal(2, Found("治国同志", "."));
        Assert.Equal(0, _tool.Run("index", ".").Code);
    }

    [Fact]
    public void Another_dictionary_indexes_anew_with_one_line()
    {
        _tool.Write("a.txt", "朱治国同志。");
        _tool.Write("words.dict", "治国同志 100 n\n");
        _tool.Run("index", ".");
        var run = _tool.Run("index", ".", "--user-dict", "words.dict");
        Assert.Equal(0, run.Code);
        Assert.Equal(1, run.Error.Count(c => c == '\n'));
        Assert.Contains("indexing it anew", run.Error);
        Assert.Equal("", _tool.Run("index", ".").Error);

        // A dictionary put there by hand is one that the index was not written with: a search says so and makes it anew.
        File.WriteAllText(Path.Combine(_tool.Folder, ".textindex", "user.dict"), "朱治国 100 n\n");
        var search = _tool.Run("search", "朱治国", ".");
        Assert.Equal(0, search.Code);
        Assert.Contains("indexing it anew", search.Error);
    }

    [Fact]
    public void A_line_of_the_user_dictionary_that_cannot_be_read_is_named()
    {
        _tool.Write("a.txt", "学习。");
        _tool.Write("words.dict", "治国同志 100 n\n忠诚 99999999999999999999 n\n");
        var run = _tool.Run("index", ".", "--user-dict", "words.dict");
        Assert.Equal(2, run.Code);
        Assert.StartsWith("words.dict:2: ", run.Error);
    }

    [Fact]
    public void Purge_removes_the_index_and_nothing_else()
    {
        _tool.Write("a.txt", "实事求是。");
        _tool.Run("index", ".");
        Assert.Equal(0, _tool.Run("index", ".", "--purge").Code);
        Assert.False(Directory.Exists(Path.Combine(_tool.Folder, ".textindex")));
        Assert.True(File.Exists(Path.Combine(_tool.Folder, "a.txt")));
        Assert.Equal(0, _tool.Run("index", ".", "--purge").Code);
    }

    [Fact]
    public void Purge_of_a_folder_that_is_no_index_removes_nothing()
    {
        _tool.Write("a.txt", "实事求是。");
        _tool.Write("mine/letter.txt", "不要删。");
        var run = _tool.Run("index", ".", "--index", "mine", "--purge");
        Assert.Equal(2, run.Code);
        Assert.Contains("nothing was deleted", run.Error);
        Assert.True(File.Exists(Path.Combine(_tool.Folder, "mine", "letter.txt")));
    }

    [Fact]
    public void While_another_process_writes_the_last_commit_is_searched()
    {
        _tool.Write("a.txt", "实事求是。");
        _tool.Run("index", ".");
        using var writer = SearchIndex.Open(Path.Combine(_tool.Folder, ".textindex"));
        _tool.Write("b.txt", "实事求是。");
        var run = _tool.Run("search", "实事求是", ".", "--format", "json");
        Assert.Equal(0, run.Code);
        Assert.Equal(1, run.Objects()[^1].Number("total"));
        Assert.Contains("searching its last commit", run.Error);
        Assert.Equal(1, run.Error.Count(c => c == '\n'));

        var index = _tool.Run("index", ".");
        Assert.Equal(2, index.Code);
        Assert.Contains("another process is writing", index.Error);
    }

    [Fact]
    public void Where_nothing_can_be_written_the_search_is_in_memory_and_says_so()
    {
        _tool.Write("a.txt", "实事求是。");
        _tool.Write("file", "");
        _tool.Cache = Path.Combine(_tool.Folder, "file");
        _tool.Variables["XDG_CACHE_HOME"] = _tool.Cache;
        var run = _tool.Run("search", "实事求是", ".", "--format", "json");
        Assert.Equal(0, run.Code);
        Assert.Equal(1, run.Objects()[^1].Number("total"));
        Assert.Contains("searching in memory", run.Error);
    }

    [Fact]
    public void A_damaged_index_is_told_and_rebuilt_on_demand()
    {
        _tool.Write("a.txt", "实事求是。");
        _tool.Run("index", ".");
        foreach (var file in Directory.GetFiles(Path.Combine(_tool.Folder, ".textindex"), "segments_*")) File.WriteAllBytes(file, [1, 2, 3]);
        var search = _tool.Run("search", "实事求是", ".");
        Assert.Equal(2, search.Code);
        Assert.Contains("textindex index --rebuild", search.Error);
        Assert.Equal(0, _tool.Run("index", ".", "--rebuild").Code);
        Assert.Equal(1, Found("实事求是", "."));
    }

    [Fact]
    public void The_cached_index_of_a_folder_has_its_name()
    {
        _tool.Write("学习 材料/a.txt", "实事求是。");
        Found("实事求是", "学习 材料");
        var name = Path.GetFileName(Assert.Single(Directory.GetDirectories(Path.Combine(_tool.Cache, "textindex"))));
        Assert.Equal(IndexLocation.NameOf(Path.Combine(_tool.Folder, "学习 材料")), name);
        Assert.StartsWith("学习_材料-", name);
    }
}
