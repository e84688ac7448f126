// SPDX-License-Identifier: MIT
using System.Diagnostics;
using System.Globalization;

namespace TextIndex.Benchmarks.Engines;

/// <summary>Lucene 8 in Java, one of its two ways to count: a process that waits while the others run.</summary>
internal sealed class JavaEngine : IEngine
{
    private readonly Process _process;
    private readonly string _mode;
    private readonly bool _owns;

    /// <summary>Starts the process.</summary>
    public JavaEngine(string classes, string folder, string queries, bool exact)
    {
        (_mode, _owns) = (exact ? "exact" : "top", true);
        var start = new ProcessStartInfo("java") { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in new[] { "-Xmx1g", "-XX:+UseSerialGC", "-cp", JavaPeer.ClassPath(classes), "PeerHarness", folder, queries }) start.ArgumentList.Add(argument);
        _process = Process.Start(start)!;
        if (_process.StandardOutput.ReadLine() != "ready") throw new InvalidOperationException("the Java peer does not start");
    }

    /// <summary>The other way to count, in the same process.</summary>
    public JavaEngine(JavaEngine other, bool exact) => (_process, _mode) = (other._process, exact ? "exact" : "top");

    public string Name => _mode == "exact" ? "Lucene 8, exact count" : "Lucene 8, top 10";

    public void Prepare(IReadOnlyList<EngineQuery> queries) { }

    public double[] Run(string @class) => Ask(_mode, @class);

    public long[] Count(string @class) => Array.ConvertAll(Ask("count", @class), count => (long)count);

    public void Dispose()
    {
        if (!_owns) return;
        _process.StandardInput.Close();
        if (!_process.WaitForExit(5000)) _process.Kill();
        _process.Dispose();
    }

    private double[] Ask(string what, string @class)
    {
        _process.StandardInput.WriteLine(what + "\t" + @class);
        _process.StandardInput.Flush();
        return [.. (_process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("the Java peer has ended")).Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
    }
}

/// <summary>Compiles and starts the Java peer; needs Debian's liblucene8-java and a JDK.</summary>
internal static class JavaPeer
{
    public static string ClassPath(string classes) =>
        string.Join(':', new[] { classes }.Concat(Directory.EnumerateFiles("/usr/share/java", "lucene-*8.*.jar").Where(jar => jar.Contains("lucene-core-") || jar.Contains("lucene-analyzers-common-"))));

    public static void Run(params string[] command)
    {
        using var process = Process.Start(command[0], command[1..]);
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{command[0]} ended with {process.ExitCode}");
    }
}
