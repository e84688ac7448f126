// SPDX-License-Identifier: MIT
using Xunit;

namespace TextIndex.Cli.Tests.Commands;

public sealed class CheckAndStatsTests : IDisposable
{
    private readonly Tool _tool = new();

    public CheckAndStatsTests()
    {
        _tool.Write("a.txt", "通知\n2023-07-20\n\n实事求是。\n");
        _tool.Write("b.txt", "---\ntitle: 体会\nsource: 青禾日报\ndate: 2024-01-02\n---\n\n为人民服务。\n");
        _tool.Run("index", ".");
    }

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void A_sound_index_is_0_and_every_file_is_listed()
    {
        var run = _tool.Run("check", ".", "--format", "json");
        Assert.Equal(0, run.Code);
        Assert.NotEmpty(run.Objects("file"));
        foreach (var file in run.Objects("file")) Assert.Equal(["type", "name", "sizeBytes", "sound", "problem"], file.Names());
        var summary = run.Objects()[^1];
        Assert.Equal(["type", "sound", "files", "sizeBytes", "documents", "problems"], summary.Names());
        Assert.True(summary.GetProperty("sound").GetBoolean());
        Assert.Equal(2, summary.Number("documents"));
        Assert.Contains("sound", _tool.Run("check", ".").Output);
    }

    [Fact]
    public void A_damaged_index_is_1_and_the_file_is_named()
    {
        var file = Directory.GetFiles(Path.Combine(_tool.Folder, ".textindex"), "*.cfs")[0];
        var bytes = File.ReadAllBytes(file);
        bytes[bytes.Length / 2] ^= 0x40;
        File.WriteAllBytes(file, bytes);
        var run = _tool.Run("check", ".", "--format", "json");
        Assert.Equal(1, run.Code);
        Assert.Contains(run.Objects("file"), line => line.Text("name") == Path.GetFileName(file) && !line.GetProperty("sound").GetBoolean());
        Assert.Contains("damaged", _tool.Run("check", ".").Output);
    }

    [Fact]
    public void No_index_is_2()
    {
        Directory.CreateDirectory(Path.Combine(_tool.Folder, "other"));
        Assert.Equal(2, _tool.Run("check", "other").Code);
        Assert.Equal(2, _tool.Run("stats", "other").Code);
        Assert.Equal(2, _tool.Run("check", "--index", "nowhere").Code);
    }

    [Fact]
    public void Stats_tell_what_is_in_the_index()
    {
        var stats = Assert.Single(_tool.Run("stats", ".", "--format", "json").Objects());
        Assert.Equal(
            ["type", "index", "documents", "indexSegments", "bodyWords", "textCodeUnits", "sizeBytes", "fingerprint", "earliest", "latest", "sources"], stats.Names());
        Assert.Equal((2, "2023-07-20", "2024-01-02"), (stats.Number("documents"), stats.Text("earliest"), stats.Text("latest")));
        Assert.Contains(stats.GetProperty("sources").EnumerateArray(), source => source.Text("source") == "青禾日报");
        var text = _tool.Run("stats", "--index", ".textindex").Output;
        Assert.Contains("documents           2\n", text);
        Assert.Contains("2023-07-20 – 2024-01-02", text);
    }
}
