// SPDX-License-Identifier: MIT
using System.Collections.Concurrent;
using System.Diagnostics.Tracing;
using System.Globalization;

namespace TextIndex.Benchmarks;

/// <summary>Counts which types of objects are allocated, from the runtime's own samples: one about every 100 KB.</summary>
internal sealed class AllocationTypes : EventListener
{
    private readonly ConcurrentDictionary<string, long> _bytes = new(StringComparer.Ordinal);

    /// <summary>Prints the largest.</summary>
    public void Print()
    {
        foreach (var (type, bytes) in _bytes.OrderByDescending(type => type.Value).Take(25)) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {bytes / 1e6:F1} MB {type}"));
    }

    /// <inheritdoc/>
    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        const EventKeywords Collector = (EventKeywords)1;
        if (eventSource.Name == "Microsoft-Windows-DotNETRuntime") EnableEvents(eventSource, EventLevel.Verbose, Collector);
    }

    /// <inheritdoc/>
    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.EventName?.StartsWith("GCAllocationTick", StringComparison.Ordinal) is not true || eventData.PayloadNames is not { } names || eventData.Payload is not { } values) return;
        var (type, kind, amount) = ("", "", 0L);
        for (var i = 0; i < names.Count; i++)
        {
            if (names[i] == "TypeName") type = (string?)values[i] ?? "";
            else if (names[i] == "AllocationAmount64") amount = Convert.ToInt64(values[i], CultureInfo.InvariantCulture);
            else if (names[i] == "AllocationKind") kind = Convert.ToInt64(values[i], CultureInfo.InvariantCulture) == 1 ? " (large)" : "";
        }
        _bytes.AddOrUpdate(type + kind, amount, (_, sum) => sum + amount);
    }
}
