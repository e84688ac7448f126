// SPDX-License-Identifier: MIT
using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Environments;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using TextIndex.Benchmarks;
using TextIndex.Benchmarks.Engines;

// Ways to measure:
//   --engines build|check|run|index --folder DIR …              our scorers beside Lucene.Net, Lucene 8 in Java and FTS5, over words that are cut already:
//                                                               build [--documents N] [--real FILE] [--only NAME], check, run [--classes A|B] [--rounds N] [--against A|B] [--output FILE],
//                                                               index [--rounds N] (our codec and Lucene.Net's in turn)
//   --interleaved [--documents N] [--rounds N] [--output DIR]   the engines in turn within every round; ratios with their spread
//   --relevance [--corpus FILE] [--pairs N] [--output DIR]      known-item search: where each engine ranks the body that a title is of
//   --new-words FILE [even|odd]                                 new words of a collection: seconds, memory and the list
//   --indexing --index DIR [--corpus FILE] [--threads N] [--copies N] [--buffer MB] [--merge]      raw text into an index on disk
//   --facade --index DIR [--rounds N] [--output DIR]                                  queries of words through SearchIndex.Search, from blocks and by walking cursors
//   --one-more --index DIR [--rounds N]                                               one document more, committed and seen
//   --literals --index DIR [--rounds N] [--ripgrep PATH] [--output DIR]                all occurrences of literals: index, scan, ripgrep
//   --read FILE [--megabytes N] [--rounds N]                  reading: milliseconds a megabyte, part by part
//   --read hostile                                            reading of a quarter, a half and a whole million characters that no person writes
//   --growth build --index DIR --documents N | measure --index DIR [--rounds N]        one index that grows: time, size, memory, searches through the facade
//   --memory whole|short|synthetic --index DIR [--corpus FILE] [--documents N] [--threads N] [--limit MB] [--every SECONDS] [--types]   what indexing holds while it runs; draw --output FILE [--documents N]: synthetic documents for it
//   --snippets --index DIR [--rounds N]                                               ten hits with their snippets, twenty lines of a concordance
//   --words-peer FILE                                         one side of benchmarks/Peers/words.py
//   anything else                                               BenchmarkDotNet's own arguments, such as --filter *Segmentation*
switch (args)
{
    case ["--interleaved", ..]: return InterleavedRun.Run(Number("--documents", 20_000), Number("--rounds", 7), Text("--output"));
    case ["--relevance", ..]: return RelevanceRun.Run(Text("--corpus"), Number("--pairs", 2_000), Text("--output"));
    case ["--literals", ..]: return LiteralRun.Run(Text("--index"), Number("--rounds", 5), Text("--ripgrep"), Text("--output"));
    case ["--facade", ..]: return FacadeRun.Run(Text("--index"), Number("--rounds", 10), Text("--output"));
    case ["--snippets", ..]: return SnippetRun.Run(Text("--index"), Number("--rounds", 3));
    case ["--one-more", ..]: return OneMoreRun.Run(Text("--index"), Number("--rounds", 50));
    case ["--indexing", ..]: return IndexingRun.Run(Corpus(), Text("--index"), Number("--threads", Environment.ProcessorCount), Number("--copies", 1), Number("--buffer", 64), args.Contains("--merge"));
    case ["--memory", "draw", ..]: return MemoryRun.Draw(Text("--output"), Number("--documents", 250_000));
    case ["--memory", var kind, ..]: return MemoryRun.Run(kind, Corpus(), Text("--index"), Number("--documents", int.MaxValue), Number("--threads", Environment.ProcessorCount), Number("--limit", 0), Number("--every", 5), args.Contains("--types"));
    case ["--growth", "build", ..]: return GrowthRun.Build(Text("--index"), Number("--documents", 250_000));
    case ["--growth", "measure", ..]: return GrowthRun.Measure(Text("--index"), Number("--rounds", 5));
    case ["--engines", "build", ..]: return EngineBuild.Run(Text("--folder"), Text("--real"), Number("--documents", 200_000), Text("--only"));
    case ["--engines", "index", ..]: return EngineIndexing.Run(Text("--folder"), Number("--rounds", 5));
    case ["--engines", "check", ..]: return EngineCheck.Run(Text("--folder"));
    case ["--engines", "run", ..]: return EngineRun.Run(Text("--folder"), Text("--classes"), Number("--rounds", 10), Text("--against"), Text("--output"));
}

if (args is ["--new-words", var file, .. var half]) return NewWordsRun.Run(file, half is [var one, ..] ? one : "", limit: 200);

if (args is ["--read", "hostile"]) return ReadRun.RunHostile();

if (args is ["--read", var corpus, ..]) return ReadRun.Run(corpus, Number("--megabytes", 6), Number("--rounds", 3));

if (args is ["--words-peer", var text]) return WordsPeer.Run(text);

int Number(string option, int otherwise) => Text(option) is { Length: > 0 } value ? int.Parse(value, CultureInfo.InvariantCulture) : otherwise;
string Text(string option) => Array.IndexOf(args, option) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : "";
string Corpus() => Text("--corpus") is { Length: > 0 } given ? given : Path.Combine(Environment.GetEnvironmentVariable("TEXTINDEX_CORPORA") ?? "", "modern.jsonl.gz");

// In process: nothing is generated or restored. One process for all cases is also why the comparisons have a mode of their own.
var job = Job.ShortRun.WithRuntime(CoreRuntime.CreateForNewVersion("net10.0", ".NET 10.0")).WithToolchain(InProcessEmitToolchain.Instance);
BenchmarkSwitcher.FromAssembly(typeof(SegmentationBenchmarks).Assembly).Run(args, DefaultConfig.Instance.AddJob(job));
return 0;
