// SPDX-License-Identifier: MIT
using System.Diagnostics;
using System.Text;
using Xunit;

namespace TextIndex.Cli.Tests;

/// <summary>What only a process of its own shows: the bytes of its output, a pipe that breaks, a signal.</summary>
public sealed class ProcessTests
{
    private static readonly string Assembly = Path.Combine(AppContext.BaseDirectory, "TextIndex.Cli.dll");

    private static Process Start(string file, params string[] arguments)
    {
        var start = new ProcessStartInfo(file, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["TERM"] = "xterm";
        start.Environment["DOTNET_ROLL_FORWARD"] = "Major";
        return Process.Start(start)!;
    }

    [Fact]
    public void Output_is_utf8_without_bom_and_with_line_feeds()
    {
        using var process = Start("dotnet", Assembly, "segment");
        process.StandardInput.BaseStream.Write(Encoding.UTF8.GetBytes("学习实事求是\r\n"));
        process.StandardInput.Close();
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        Assert.Equal((0, "学习 实事求是\n"), (process.ExitCode, Encoding.UTF8.GetString(output.ToArray())));
        Assert.Equal(0xE5, output.ToArray()[0]);
    }

    [Fact]
    public void A_conversation_is_answered_line_by_line()
    {
        using var process = Start("dotnet", Assembly, "segment");
        for (var i = 0; i < 3; i++)
        {
            process.StandardInput.BaseStream.Write(Encoding.UTF8.GetBytes("学习实事求是\n"));
            process.StandardInput.BaseStream.Flush();
            Assert.Equal("学习 实事求是", process.StandardOutput.ReadLine());
        }
        process.StandardInput.Close();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    [Fact]
    public void A_reader_that_leaves_ends_endless_work_quietly()
    {
        if (OperatingSystem.IsWindows()) return;
        using var process = Start("/bin/sh", "-c", "{ yes 学习实事求是 2>/dev/null | dotnet \"$0\" segment; echo \"exit $?\" >&2; } | head -n 1", Assembly);
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(("exit 0\n", "学习 实事求是\n"), (error, process.StandardOutput.ReadToEnd()));
    }

    [Fact]
    public void An_interrupt_ends_a_command_that_waits()
    {
        // Where interrupts are ignored, as under nohup, so they are in every process that is started there.
        if (OperatingSystem.IsWindows() || IgnoresInterrupts()) return;
        using var process = Start("dotnet", Assembly, "segment");
        process.StandardInput.BaseStream.Write(Encoding.UTF8.GetBytes("学习\n"));
        process.StandardInput.BaseStream.Flush();
        Assert.Equal("学习", process.StandardOutput.ReadLine());
        using var kill = Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        if (!process.WaitForExit(60_000))
        {
            process.Kill();
            Assert.Fail("the interrupt did not end it");
        }
        Assert.Equal(2, process.ExitCode);
    }

    private static bool IgnoresInterrupts()
    {
        const string Mask = "SigIgn:";
        const int Interrupt = 2;
        if (!File.Exists("/proc/self/status")) return false;
        var line = File.ReadLines("/proc/self/status").FirstOrDefault(l => l.StartsWith(Mask, StringComparison.Ordinal));
        return line is not null && (Convert.ToUInt64(line[Mask.Length..].Trim(), 16) >> (Interrupt - 1) & 1) != 0;
    }

    [Fact]
    public void A_search_does_without_the_neural_model_and_names_do_not()
    {
        // The tool as it is, but for the assembly with the model; without its list of assemblies the host takes what is in the folder.
        var folder = Directory.CreateTempSubdirectory("textindex-no-model-");
        try
        {
            foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll"))
                if (Path.GetFileName(file) != "TextIndex.Lac.dll") File.Copy(file, Path.Combine(folder.FullName, Path.GetFileName(file)));
            File.Copy(Path.ChangeExtension(Assembly, ".runtimeconfig.json"), Path.Combine(folder.FullName, "TextIndex.Cli.runtimeconfig.json"));
            var essays = folder.CreateSubdirectory("essays").FullName;
            File.WriteAllText(Path.Combine(essays, "a.txt"), "实事求是的作风。\n");
            var tool = Path.Combine(folder.FullName, "TextIndex.Cli.dll");
            Assert.Equal(0, Run("search", "实事求是", essays, "--index", Path.Combine(folder.FullName, "index")));
            Assert.InRange(Run("names", essays, "--no-model"), 0, 1);
            Assert.False(Run("names", essays) is 0 or 1);

            int Run(params string[] arguments)
            {
                using var process = Start("dotnet", [tool, .. arguments]);
                process.StandardInput.Close();
                process.StandardOutput.ReadToEnd();
                process.WaitForExit();
                return process.ExitCode;
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
