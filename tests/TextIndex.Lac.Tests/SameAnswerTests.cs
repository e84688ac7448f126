// SPDX-License-Identifier: MIT
using System.Diagnostics;
using System.Text;
using TextIndex.Tests;
using TextIndex.Tests.Host;
using Xunit;
using Xunit.Abstractions;

namespace TextIndex.Lac.Tests;

/// <summary>The same text has the same answer on every machine: held by a digest of all scores, here and in processes that may use fewer vectors.</summary>
public class SameAnswerTests(ITestOutputHelper output)
{
    private const string Expected = "d5f52db282f4fd6104ce994694d2d519";

    // Public domain, and what a text may hold of oddities; seeded, so it is the same text everywhere.
    private static string Text()
    {
        var text = new StringBuilder(string.Concat(File.ReadLines(Repository.File("corpora/classics/大学.txt")).Take(12)));
        var random = new Random(20261122);
        for (var i = 0; i < 40; i++) text.Append(RandomText.Next(random, 12)).Append('。');
        return Encoding.Unicode.GetString(Encoding.Unicode.GetBytes(text.ToString()));
    }

    [Fact]
    public void Every_score_is_the_one_that_is_written_down() => Assert.Equal(Expected, LacDigest.Of(Text()));

    [Fact]
    public void Fewer_vectors_give_the_same_scores()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, Text(), Encoding.Unicode);
            foreach (var variable in new[] { "DOTNET_EnableAVX512", "DOTNET_EnableAVX2", "DOTNET_EnableHWIntrinsic" })
            {
                var told = Run(file, variable);
                output.WriteLine($"{variable}=0: {told}");
                Assert.EndsWith("\t" + Expected, told, StringComparison.Ordinal);
            }
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Threads_give_the_same_words()
    {
        var text = Text();
        var expected = LacModel.Default.Tag(text);
        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 4 }, _ => Assert.Equal(expected, LacModel.Default.Tag(text)));
    }

    private static string Run(string file, string variable)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } own && Path.GetFileNameWithoutExtension(own) == "dotnet" ? own : "dotnet") { RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "TextIndex.Tests.Host.dll"));
        start.ArgumentList.Add("lac");
        start.ArgumentList.Add(file);
        start.Environment[variable] = "0";
        using var process = Process.Start(start)!;
        var told = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return told.TrimEnd();
    }
}
