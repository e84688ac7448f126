// SPDX-License-Identifier: MIT
using TextIndex.Indexing;
using TextIndex.Primitives;

namespace TextIndex.Cli.Terminal;

/// <summary>One line on a terminal that says how far the indexing has come and is wiped at the end.</summary>
internal sealed class ProgressLine(TextWriter error, int columns) : IProgress<FolderProgress>, IDisposable
{
    private const int EveryMilliseconds = 100;

    private readonly object _gate = new();
    private long _next = Environment.TickCount64 + EveryMilliseconds;    // a refresh that ends sooner shows nothing
    private bool _shown;

    public void Report(FolderProgress value)
    {
        if (Environment.TickCount64 < _next) return;
        lock (_gate)
        {
            if (Environment.TickCount64 < _next) return;
            _next = Environment.TickCount64 + EveryMilliseconds;
            _shown = true;
            var line = Painter.Clean(Messages.Progress(value.Done, value.Total, value.Path));
            error.Write("\r\e[K" + DisplayWidth.CutEnd(line, columns - 1));
            error.Flush();
        }
    }

    public void Dispose()
    {
        if (!_shown) return;
        error.Write("\r\e[K");
        error.Flush();
    }
}
