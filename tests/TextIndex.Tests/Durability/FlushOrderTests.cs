// SPDX-License-Identifier: MIT
using Lucene.Net.Store;
using TextIndex.Documents;
using TextIndex.Storage;
using TextIndex.Tests.Storage;
using Xunit;

namespace TextIndex.Tests.Durability;

/// <summary>What is asked of the system in a commit, and in which order.</summary>
public sealed class FlushOrderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_folder_is_flushed_before_a_commit_gets_its_name_and_after()
    {
        using var directory = new Recording(_folder.Path);
        using (var index = SearchIndex.Open(directory, _folder.Path, SearchIndexOptions.Default))
        {
            index.Add(DocumentReader.Read("a", "实事求是"));
            directory.Calls.Clear();
            index.Commit();
        }
        var calls = directory.Calls;
        var rename = calls.FindIndex(call => call.StartsWith("rename pending_segments_", StringComparison.Ordinal));
        Assert.Equal(["folder", calls[rename], "folder"], calls[(rename - 1)..(rename + 2)]);
        Assert.Equal("flush " + calls[rename].Split(' ')[1], calls[rename - 2]);
        // The files of the documents: flushed, and their names too, before the commit that speaks of them is.
        var lastFile = calls.FindLastIndex(rename - 3, call => call.StartsWith("flush _", StringComparison.Ordinal));
        Assert.True(lastFile >= 0);
        Assert.Contains("folder", calls[lastFile..(rename - 2)]);
        // The commit before goes when the new one stands.
        Assert.True(calls.FindIndex(call => call.StartsWith("delete segments_", StringComparison.Ordinal)) > rename + 1);
    }

    [Fact]
    public void A_file_is_flushed_once_and_not_with_every_commit()
    {
        using var directory = new Recording(_folder.Path);
        using var index = SearchIndex.Open(directory, _folder.Path, SearchIndexOptions.Default);
        for (var i = 0; i < 3; i++)
        {
            index.Add(DocumentReader.Read($"k{i}", "实事求是"));
            index.Commit();
        }
        var flushed = directory.Calls.Where(call => call.StartsWith("flush ", StringComparison.Ordinal)).ToList();
        Assert.Equal(flushed.Distinct(), flushed);
    }

    [Fact]
    public void A_folder_can_be_flushed_and_a_missing_one_is_an_error()
    {
        FolderSync.Flush(_folder.Path);
        if (OperatingSystem.IsWindows()) return;
        Assert.Contains("none", Assert.Throws<IOException>(() => FolderSync.Flush(_folder.Full("none"))).Message);
    }

    private sealed class Recording(string path) : IndexDirectory(path)
    {
        public List<string> Calls { get; } = [];

        protected override void FlushFile(string name) => Calls.Add("flush " + name);

        protected override void FlushFolder() => Calls.Add("folder");

        protected override void Rename(string from, string to)
        {
            Calls.Add($"rename {from} {to}");
            base.Rename(from, to);
        }

        protected override void RemoveFile(string name)
        {
            Calls.Add("delete " + name);
            base.RemoveFile(name);
        }
    }
}
