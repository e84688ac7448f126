// SPDX-License-Identifier: MIT
namespace TextIndex.Indexing;

/// <summary>Gathers what is in a snapshot.</summary>
internal static class IndexStatisticsReader
{
    private const int MostSources = 20;

    public static IndexStatistics Read(IndexSnapshot snapshot)
    {
        var sources = new Dictionary<string, int>(StringComparer.Ordinal);
        long words = 0, codeUnits = 0, earliest = 0, latest = 0;
        foreach (var segment in snapshot.Segments)
        {
            var columns = segment.OpenColumns();
            var dates = segment.Numbers(IndexSchema.Date);
            for (var document = 0; document < segment.DocumentCount; document++)
            {
                if (!segment.IsLive(document)) continue;
                codeUnits += columns.Folded(TextField.Body, document).Length;
                words += columns.Boundaries(TextField.Body, document).TokenCount;
                var source = columns.Meta(document).Source;
                sources[source] = sources.GetValueOrDefault(source) + 1;
                if (dates.Get(document) is not (var date and > 0)) continue;
                earliest = earliest == 0 ? date : Math.Min(earliest, date);
                latest = Math.Max(latest, date);
            }
        }
        return new IndexStatistics(
            snapshot.DocumentCount, snapshot.Segments.Count, words, codeUnits,
            SizeOf(snapshot),
            snapshot.UserData.TryGetValue(IndexSchema.FingerprintEntry, out var fingerprint) ? fingerprint : "",
            IndexDate.FromNumber(earliest), IndexDate.FromNumber(latest),
            [.. sources.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(MostSources)]);
    }

    // A writer takes the files of a commit away when the next one stands, though they are still open here: then the newest commit tells its size.
    private static long SizeOf(IndexSnapshot snapshot)
    {
        try
        {
            return snapshot.Reader.IndexCommit.FileNames.Sum(snapshot.Reader.Directory.FileLength);
        }
        catch (FileNotFoundException)
        {
            using var newer = snapshot.OpenIfNewer("", "");
            if (newer is null) throw;
            return SizeOf(newer);
        }
    }
}
