// SPDX-License-Identifier: MIT
using TextIndex.Documents;
using TextIndex.Search;

namespace TextIndex.Tests.Durability;

/// <summary>A drawn life of an index: adding, replacing, deleting, committing, merging; with what must be there after each commit.</summary>
internal sealed class Workload(int seed, int steps)
{
    private static readonly string[] Words = ["学习", "实事求是", "作风", "为人民服务", "，", "干部", "gdp", "的", "\n\n"];

    private readonly Random _random = new(seed);
    private Dictionary<string, string> _now = new(StringComparer.Ordinal);
    private int _step;

    /// <summary>Key and text of the last commit that was reported.</summary>
    public Dictionary<string, string> Committed { get; private set; } = new(StringComparer.Ordinal);

    /// <summary>What a commit that is under way would leave; null where none is.</summary>
    public Dictionary<string, string>? InFlight { get; private set; }

    public int Commits { get; private set; }

    public string Where => $"seed {seed}, step {_step}, after {Commits} commits";

    /// <summary>Runs to its end, or to the failure that it lets through.</summary>
    public void Run(SearchIndex index)
    {
        for (; _step < steps; _step++) Step(index);
        Commit(index);
    }

    /// <summary>Begins again from the last commit.</summary>
    public void RollBack(SearchIndex index)
    {
        index.Rollback();
        _now = new(Committed, StringComparer.Ordinal);
        InFlight = null;
    }

    /// <summary>Takes the last commit for what stands: of one in flight, whether it became one must be looked up.</summary>
    public void GoOnFrom(Dictionary<string, string> state)
    {
        (Committed, _now, InFlight) = (state, new(state, StringComparer.Ordinal), null);
    }

    private void Step(SearchIndex index)
    {
        switch (_random.Next(12))
        {
            case < 7:
                var (key, text) = ($"k{_random.Next(15)}", string.Concat(Enumerable.Range(0, _random.Next(1, 30)).Select(_ => Words[_random.Next(Words.Length)])));
                if (text.Trim().Length == 0) text = "空";
                index.Add(DocumentReader.Read(key, text));
                _now[key] = text;
                break;
            case 7:
                var gone = $"k{_random.Next(15)}";
                index.Delete(gone);
                _now.Remove(gone);
                break;
            case 8 when _random.Next(3) == 0:
                index.DeleteMatching(new LiteralQuery("gdp"));
                foreach (var pair in _now.Where(pair => pair.Value.Contains("gdp", StringComparison.Ordinal)).ToList()) _now.Remove(pair.Key);
                break;
            case 9 when _random.Next(3) == 0:
                InFlight = new(_now, StringComparer.Ordinal);
                index.Merge(1);
                Stand();
                break;
            case 10 when _random.Next(4) == 0:
                RollBack(index);
                break;
            default:
                Commit(index);
                break;
        }
    }

    private void Commit(SearchIndex index)
    {
        InFlight = new(_now, StringComparer.Ordinal);
        index.Commit();
        Stand();
    }

    private void Stand()
    {
        (Committed, InFlight) = (InFlight!, null);
        Commits++;
    }

    /// <summary>Key and text of everything in an index, and proof that searching it works.</summary>
    public static Dictionary<string, string> Content(SearchIndex index)
    {
        var content = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < 15; i++)
            if (index.TryGet($"k{i}", out var document)) content[document.Key] = document.Text;
        if (index.Count != content.Count) throw new Xunit.Sdk.XunitException($"{index.Count} documents, {content.Count} are found by key");
        var found = index.Search("\"学\"", new SearchOptions { Limit = 0 }).Hits.Select(hit => hit.Key).Order(StringComparer.Ordinal);
        if (!found.SequenceEqual(content.Where(pair => pair.Value.Contains('学')).Select(pair => pair.Key).Order(StringComparer.Ordinal))) throw new Xunit.Sdk.XunitException("searching finds other documents than are there");
        return content;
    }

    public static bool Same(Dictionary<string, string>? a, Dictionary<string, string> b) => a is not null && a.Count == b.Count && a.All(pair => b.TryGetValue(pair.Key, out var text) && text == pair.Value);
}
