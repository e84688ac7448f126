// SPDX-License-Identifier: MIT
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace TextIndex.Benchmarks;

/// <summary>What a process holds at one moment, in bytes.</summary>
/// <param name="Own">Memory that is no page of a mapped file; 0 where the system does not tell.</param>
/// <param name="WorkingSet">With the pages of mapped files, which the system takes back when it likes.</param>
/// <param name="Committed">What the managed heap has from the system.</param>
/// <param name="Live">What the managed heap held after its last collection.</param>
/// <param name="Malloc">What the C library has given out and not got back; 0 where it does not tell.</param>
/// <param name="MallocFree">What the C library keeps though it was given back.</param>
internal readonly record struct ProcessMemory(long Own, long WorkingSet, long Committed, long Live, long Malloc, long MallocFree)
{
    /// <summary>Looks.</summary>
    public static ProcessMemory Now()
    {
        long own = 0, all = 0;
        const string Status = "/proc/self/status";
        if (File.Exists(Status))
            foreach (var line in File.ReadLines(Status))
            {
                if (line.StartsWith("RssAnon:", StringComparison.Ordinal)) own = Kilobytes(line);
                else if (line.StartsWith("VmRSS:", StringComparison.Ordinal)) all = Kilobytes(line);
            }
        else all = Environment.WorkingSet;
        var heap = GC.GetGCMemoryInfo(GCKind.Any);
        var c = CLibrary();
        return new(own, all, heap.TotalCommittedBytes, heap.HeapSizeBytes, c.Used, c.Free);
    }

    private static long Kilobytes(string line) => 1024 * long.Parse(line.AsSpan(line.IndexOf(':') + 1).TrimEnd("kB "), NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture);

    private static (long Used, long Free) CLibrary()
    {
        if (!OperatingSystem.IsLinux()) return default;
        try
        {
            var info = mallinfo2();
            return ((long)(info.Used + info.Mapped), (long)info.Free);
        }
        catch (EntryPointNotFoundException)
        {
            return default;
        }
    }

    [DllImport("libc"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern MallocInfo mallinfo2();

    // struct mallinfo2 of glibc 2.33
    [StructLayout(LayoutKind.Sequential)]
    private readonly struct MallocInfo
    {
        public readonly nuint Arena, Chunks, FastChunks, MappedCount, Mapped, Most, FastFree, Used, Free, Releasable;
    }
}

/// <summary>Looks at the memory of the process again and again while something runs: the most there was, and a line each time it is asked to tell.</summary>
internal sealed class MemoryCurve : IDisposable
{
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly Action<string>? _line;
    private readonly Func<long> _progress;
    private readonly Thread _thread;
    private readonly double _every;
    private volatile bool _ends;

    /// <summary>Begins to look, every 20 milliseconds.</summary>
    /// <param name="progress">How far the work is.</param>
    /// <param name="everySeconds">A line each so many seconds, with the most since the line before.</param>
    /// <param name="line">Takes the lines; null = none.</param>
    public MemoryCurve(Func<long> progress, double everySeconds, Action<string>? line)
    {
        (_progress, _every, _line, Before) = (progress, everySeconds, line, ProcessMemory.Now());
        line?.Invoke("| s | documents | own MB, most | with mapped pages MB | managed heap MB | after its last collection MB | C library MB | kept by it, free MB |\n|---|---|---|---|---|---|---|---|");
        _thread = new Thread(Look) { IsBackground = true };
        _thread.Start();
    }

    /// <summary>What there was before.</summary>
    public ProcessMemory Before { get; }

    /// <summary>What there was when the process's own memory was largest.</summary>
    public ProcessMemory Most { get; private set; }

    /// <summary>The largest working set.</summary>
    public long MostWorkingSet { get; private set; }

    /// <inheritdoc/>
    public void Dispose()
    {
        _ends = true;
        _thread.Join();
    }

    private void Look()
    {
        var (next, since) = (_every, default(ProcessMemory));
        while (!_ends)
        {
            var now = ProcessMemory.Now();
            if (now.Own > Most.Own) Most = now;
            if (now.Own > since.Own) since = now;
            MostWorkingSet = Math.Max(MostWorkingSet, now.WorkingSet);
            var seconds = Stopwatch.GetElapsedTime(_start).TotalSeconds;
            if (seconds >= next)
            {
                _line?.Invoke(string.Create(CultureInfo.InvariantCulture,
                    $"| {seconds:F0} | {_progress()} | {since.Own / 1e6:F0} | {since.WorkingSet / 1e6:F0} | {since.Committed / 1e6:F0} | {since.Live / 1e6:F0} | {since.Malloc / 1e6:F0} | {since.MallocFree / 1e6:F0} |"));
                (next, since) = (next + _every, default);
            }
            Thread.Sleep(20);
        }
    }
}
