// SPDX-License-Identifier: MIT
using TextIndex.Documents;
using TextIndex.Search;

namespace TextIndex.Benchmarks.Peers;

/// <summary>This library, as its users call it.</summary>
internal sealed class TextIndexPeer : IPeer
{
    private SearchIndex? _index;

    public string Name => "TextIndex";

    public string Note => "the facade: query text in; exact total, ten best documents with snippets and source spans out";

    public void Build(IReadOnlyList<SyntheticDocument> documents, string folder)
    {
        using var index = SearchIndex.Open(folder);
        foreach (var document in documents) index.Add(DocumentReader.Read(document.Key, document.Text));
        index.Commit();
    }

    public void Open(string folder) => _index = SearchIndex.Open(folder, new SearchIndexOptions { ReadOnly = true });

    public Func<int> Prepare(QueryCase query)
    {
        var index = _index!;
        var options = SearchOptions.Default with { Literal = query.Kind == QueryKind.Literal };
        var text = TextOf(query);
        return () => index.Search(text, options).Total;
    }

    /// <summary>A query in our syntax.</summary>
    public static string TextOf(QueryCase query) => query.Kind switch
    {
        QueryKind.And => string.Join(' ', query.Words),
        QueryKind.Or => string.Join(" OR ", query.Words),
        QueryKind.Phrase => $"\"{query.Joined}\"",
        _ => query.Joined,
    };

    public void Dispose() => _index?.Dispose();
}
