// SPDX-License-Identifier: MIT
using System.Diagnostics;
using TextIndex.Documents;
using TextIndex.Primitives;
using TextIndex.Tests.Storage;
using Xunit;

namespace TextIndex.Tests.Corrupt;

public sealed class KilledWriterTests : IDisposable
{
    private const int Seed = 20261122;
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Index => _folder.Full("索 引");

    [Fact]
    public void A_killed_writer_leaves_its_last_commit()
    {
        var random = new Random(Seed);
        var (committed, kills) = (0, Repository.Slow ? 200 : 20);
        for (var kill = 1; kill <= kills; kill++)
        {
            using var writer = HostProcess.Start("write", Index);
            // Most are killed while they index, some before they have begun; the clock is the machine's, the answer must not depend on it.
            var waitsForCommit = random.Next(5) > 0;
            if (waitsForCommit && writer.StandardOutput.ReadLine() is { } first) committed = int.Parse(first);
            Thread.Sleep(random.Next(waitsForCommit ? 60 : 250));
            writer.Kill();
            while (writer.StandardOutput.ReadLine() is { } line) committed = int.Parse(line);
            writer.WaitForExit();
            committed = Expect(committed, $"seed {Seed}, kill {kill}, {writer.StandardError.ReadToEnd()}");
        }
        Assert.True(committed > kills / 2, $"only {committed} commits in {kills} runs");

        using var index = SearchIndex.Open(Index);
        index.Add(DocumentReader.Read("afterwards", "此后仍可写入"));
        index.Commit();
        Assert.Equal(10 * committed + 2, index.Count);
    }

    // All that was reported is there; one commit more may have ended before it could be reported; never a part of one.
    private int Expect(int reported, string what)
    {
        if (!SearchIndex.Exists(Index))
        {
            Assert.True(reported == 0, $"{what}: {reported} commits were reported and there is no index");
            return 0;
        }
        var check = SearchIndex.Check(Index);
        Assert.True(check.Sound, $"{what}: {string.Join('\n', check.Files.Where(file => file.Problem.Length > 0))} {string.Join('\n', check.Problems)}");
        using var index = SearchIndex.Open(Index, new SearchIndexOptions { ReadOnly = true });
        var found = index.Count / 10;
        Assert.True(found == reported || found == reported + 1, $"{what}: {reported} commits were reported, {found} are there");
        if (found == 0) return 0;
        Assert.Equal(10 * found + 1, index.Count);
        Assert.Equal("state", Assert.Single(index.Search($"batch{found}").Hits).Key);
        Assert.Equal(10 * found, index.Search("实事求是").Total);
        return found;
    }

    [Fact]
    public void A_second_writer_is_refused_with_a_clear_message_and_reading_goes_on()
    {
        using var first = SearchIndex.Open(Index);
        first.Add(DocumentReader.Read("a.txt", "实事求是"));
        first.Commit();
        var told = Assert.Throws<IndexLockedException>(() => SearchIndex.Open(Index));
        Assert.Equal(Index, told.Index);
        Assert.Equal($"{Index}: another process is writing to this index; wait for it, or stop it.", told.Message);
        Assert.Equal((1, told.Message), HostProcess.Run("try", Index));
        using var reader = SearchIndex.Open(Index, new SearchIndexOptions { ReadOnly = true });
        Assert.Equal(1, reader.Count);
    }

    [Fact]
    public void The_lock_of_another_process_holds_and_is_free_when_that_is_killed()
    {
        using var holder = HostProcess.Start("hold", Index);
        Assert.Equal("held", holder.StandardOutput.ReadLine());
        Assert.Throws<IndexLockedException>(() => SearchIndex.Open(Index));
        holder.Kill();
        holder.WaitForExit();
        SearchIndex.Open(Index).Dispose();
        Assert.Equal((0, "opened"), HostProcess.Run("try", Index));
    }
}
