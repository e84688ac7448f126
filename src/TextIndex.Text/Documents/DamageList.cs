// SPDX-License-Identifier: MIT
using TextIndex.Primitives;

namespace TextIndex.Documents;

/// <summary>Gathers places that did not decode: neighbours are one run, and after <see cref="MaxCount"/> runs the last one stands for all the rest.</summary>
/// <remarks>Bounded, so that a file of noise costs no more than its text.</remarks>
/// <param name="firstByte">Offset in the file of the first byte that is decoded, after a byte order mark.</param>
internal sealed class DamageList(int firstByte)
{
    public const int MaxCount = 100;

    private readonly List<Run> _runs = [];
    private int _runsMerged;                                // runs that the last entry stands for beyond its own

    public void Add(int offset, int byteOffset, int byteCount)
    {
        if (_runs.Count > 0)
        {
            var last = _runs[^1];
            var touches = last.Span.End == offset;
            if (touches || _runs.Count == MaxCount)
            {
                if (!touches) _runsMerged++;
                _runs[^1] = new Run(TextSpan.FromBounds(last.Span.Start, offset + 1), last.ByteOffset, last.ByteCount + byteCount);
                return;
            }
        }
        _runs.Add(new Run(new TextSpan(offset, 1), firstByte + byteOffset, byteCount));
    }

    public IReadOnlyList<Diagnostic> ToDiagnostics(string encodingName)
    {
        if (_runs.Count == 0) return [];
        var diagnostics = new Diagnostic[_runs.Count];
        for (var i = 0; i < diagnostics.Length; i++)
        {
            var run = _runs[i];
            var runs = i == diagnostics.Length - 1 ? _runsMerged + 1 : 1;
            diagnostics[i] = new Diagnostic(run.Span, runs == 1
                ? Messages.BytesNotDecoded(run.ByteOffset, run.ByteCount, encodingName)
                : Messages.BytesNotDecodedInManyPlaces(run.ByteOffset, run.ByteCount, runs, encodingName));
        }
        return diagnostics;
    }

    private readonly record struct Run(TextSpan Span, int ByteOffset, int ByteCount);
}
