// SPDX-License-Identifier: MIT
using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using TextIndex.Discovery;

namespace TextIndex.Benchmarks;

/// <summary>Finds the new words of a collection in JSON Lines (<c>text</c>, gzip) and says how long it took and how much memory.</summary>
internal static class NewWordsRun
{
    public static int Run(string file, string half, int limit)
    {
        var started = Stopwatch.GetTimestamp();
        var (documents, characters) = (0, 0L);
        var words = new NewWordFinder(new NewWordOptions { Limit = limit }).Find(Read(file).Where((_, number) => half switch { "even" => number % 2 == 0, "odd" => number % 2 == 1, _ => true }).Select(text =>
        {
            documents++;
            characters += text.Length;
            return text;
        }));
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        foreach (var word in words) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{word.Text}\t{word.Count}\t{word.Documents}\t{word.Score:F2}"));
        using var process = Process.GetCurrentProcess();
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{documents} documents, {characters} characters: {seconds:F1} s with reading, {process.PeakWorkingSet64 >> 20} MB at most"));
        return 0;
    }

    private static IEnumerable<string> Read(string file)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            using var document = JsonDocument.Parse(line);
            yield return document.RootElement.GetProperty("text").GetString()!;
        }
    }
}
