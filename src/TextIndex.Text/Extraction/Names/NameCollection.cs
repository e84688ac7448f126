// SPDX-License-Identifier: MIT
using TextIndex.Primitives;

namespace TextIndex.Extraction.Names;

/// <summary>Counts the names of many documents, so that what is surely a name in some is found in the others.</summary>
/// <remarks>The same documents give the same list in any order. Not safe to share between threads.</remarks>
/// <example><code>
/// var names = new NameCollection();
/// foreach (var document in documents) names.Add(NameExtractor.Extract(document));
/// var options = new NameOptions { Collection = names.ToList() };      // and read them again
/// </code></example>
public sealed class NameCollection
{
    private readonly Dictionary<(string Name, NameType Type), (int Documents, int Mentions)> _counts = [];

    /// <summary>Adds the names of one document.</summary>
    /// <param name="entities">What <see cref="NameExtractor"/> found there.</param>
    public void Add(IReadOnlyList<NamedEntity> entities)
    {
        ArgumentNullException.ThrowIfNull(entities);
        foreach (var entity in entities)
        {
            if (entity.Type == NameType.Time) continue;
            var key = (StudyText.Fold(entity.Canonical), entity.Type);
            var (documents, mentions) = _counts.GetValueOrDefault(key);
            _counts[key] = (documents + 1, mentions + entity.Mentions.Count);
        }
    }

    /// <summary>Gives the names that the documents agree on, each with the type that most of them give it.</summary>
    /// <param name="minDocuments">How many documents must have a name; one is enough where it stands there three times.</param>
    /// <returns>Names of three characters or more: two are as often a piece of other words.</returns>
    public NameList ToList(int minDocuments = 2)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(minDocuments, 1);
        var types = new Dictionary<string, NameType>(StringComparer.Ordinal);
        foreach (var (key, count) in _counts.OrderBy(one => one.Key.Name, StringComparer.Ordinal).ThenByDescending(one => one.Value.Documents).ThenByDescending(one => one.Value.Mentions).ThenBy(one => one.Key.Type))
            if (key.Name.Length >= 3 && (count.Documents >= minDocuments || count.Mentions >= 3)) types.TryAdd(key.Name, key.Type);
        return NameList.Of(types, Messages.NameElsewhere);
    }
}
