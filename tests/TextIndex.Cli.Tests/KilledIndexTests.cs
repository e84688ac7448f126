// SPDX-License-Identifier: MIT
using System.Diagnostics;
using TextIndex.Tests;
using Xunit;

namespace TextIndex.Cli.Tests;

/// <summary><c>textindex index</c>, killed while it works: what is there afterwards is what was committed before, or all of it.</summary>
public sealed class KilledIndexTests : IDisposable
{
    private const int Seed = 20261122, Files = 200;
    private static readonly string Assembly = Path.Combine(AppContext.BaseDirectory, "TextIndex.Cli.dll");
    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void A_killed_run_leaves_the_index_of_before_or_the_new_one_and_the_next_run_goes_on()
    {
        var random = new Random(Seed);
        var (kills, killed, longest) = (Repository.Slow ? 200 : 5, 0, 900);
        string before = "";
        for (var kill = 1; kill <= kills; kill++)
        {
            var word = $"round{kill}";
            for (var file = 0; file < Files; file++) _tool.Write($"text/{file:D3}.txt", $"学习第{file}课，实事求是，{word}。", new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(kill));
            var start = Stopwatch.GetTimestamp();
            using var process = Process.Start(new ProcessStartInfo("dotnet", [Assembly, "index", "text"]) { WorkingDirectory = _tool.Folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
            if (process.WaitForExit(random.Next(50, longest))) longest = Math.Max(60, (int)Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            else killed++;
            process.Kill();
            process.WaitForExit();
            before = Expect(before, word, $"seed {Seed}, kill {kill}");
            if (random.Next(3) > 0) continue;
            Assert.Equal(0, _tool.Run("index", "text").Code);
            before = Expect(word, word, $"seed {Seed}, kill {kill}, indexed again");
        }
        Assert.True(killed > 0, "nothing was killed");
        Assert.Equal(0, _tool.Run("index", "text").Code);
        Expect($"round{kills}", $"round{kills}", "at the end");
    }

    // All documents of one round, and none of another; before the first commit no index at all.
    private string Expect(string before, string now, string where)
    {
        var check = _tool.Run("check", "text", "--format", "json");
        if (check.Code == 2 && before.Length == 0) return "";
        Assert.True(check.Code == 0, $"{where}: {check.Output}{check.Error}");
        var documents = check.Objects()[^1].Number("documents");
        if (documents == 0 && before.Length == 0) return "";
        Assert.True(documents == Files, $"{where}: {documents} documents");
        var (old, all) = (before.Length == 0 ? 0 : Count(before), Count(now));
        Assert.True(all == Files || all == 0 && old == Files, $"{where}: {old} documents of before, {all} of now");
        return all == Files ? now : before;
    }

    private int Count(string word) => _tool.Run("search", word, "text", "--no-refresh", "--count", "--format", "json").Objects()[^1].Number("documents");
}
