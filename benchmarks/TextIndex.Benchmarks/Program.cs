// SPDX-License-Identifier: MIT
using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Environments;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using TextIndex.Benchmarks;

// Three ways to measure:
//   --interleaved [--documents N] [--rounds N] [--output DIR]   the engines in turn within every round; ratios with their spread
//   --new-words FILE [even|odd]                                 new words of a collection: seconds, memory and the list
//   anything else                                               BenchmarkDotNet's own arguments, such as --filter *Segmentation*
if (args is ["--interleaved", .. var rest])
{
    return InterleavedRun.Run(Number("--documents", 20_000), Number("--rounds", 7), Text("--output"));

    int Number(string option, int otherwise) => Text(option) is { Length: > 0 } value ? int.Parse(value, CultureInfo.InvariantCulture) : otherwise;
    string Text(string option) => Array.IndexOf(rest, option) is var at and >= 0 && at + 1 < rest.Length ? rest[at + 1] : "";
}

if (args is ["--new-words", var file, .. var half]) return NewWordsRun.Run(file, half is [var one, ..] ? one : "", limit: 200);

// In process: nothing is generated or restored. One process for all cases is also why the comparisons have a mode of their own.
var job = Job.ShortRun.WithRuntime(CoreRuntime.CreateForNewVersion("net10.0", ".NET 10.0")).WithToolchain(InProcessEmitToolchain.Instance);
BenchmarkSwitcher.FromAssembly(typeof(SegmentationBenchmarks).Assembly).Run(args, DefaultConfig.Instance.AddJob(job));
return 0;
