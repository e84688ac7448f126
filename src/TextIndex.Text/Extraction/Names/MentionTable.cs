// SPDX-License-Identifier: MIT
using System.Globalization;
using TextIndex.Documents;
using TextIndex.Primitives;

namespace TextIndex.Extraction.Names;

/// <summary>Gathers mentions by name, in order of first mention.</summary>
internal sealed class MentionTable(string text)
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> _ends = [];                 // of every mention, by its end
    private readonly List<(string Canonical, List<TextSpan> Mentions, string Why)> _entities = [];

    public void Add(string canonical, TextSpan span, string why)
    {
        if (!_places.TryGetValue(canonical, out var at))
        {
            _places.Add(canonical, at = _entities.Count);
            _entities.Add((canonical, [], why));
        }
        var mentions = _entities[at].Mentions;
        if (mentions.Count == 0 || mentions[^1] != span) mentions.Add(span);
        _ends[span.End] = span.Start;
    }

    /// <summary>All mentions of all names.</summary>
    public IEnumerable<TextSpan> Spans => _entities.SelectMany(entity => entity.Mentions);

    /// <summary>The name that a mention belongs to, and that ends at an offset; null for none.</summary>
    public TextSpan? EndingAt(int offset) => _ends.TryGetValue(offset, out var start) ? TextSpan.FromBounds(start, offset) : null;

    public void AddTo(List<NamedEntity> entities, NameType type, string prefix)
    {
        // What a list of the user names may come late; order is that of the text.
        foreach (var entity in _entities) entity.Mentions.Sort();
        _entities.Sort(static (a, b) => a.Mentions[0].CompareTo(b.Mentions[0]));
        for (var i = 0; i < _entities.Count; i++)
        {
            var (canonical, mentions, why) = _entities[i];
            var name = canonical.Length > 0 ? canonical : mentions[0].In(text);
            entities.Add(new NamedEntity
            {
                Id = prefix + (i + 1).ToString(CultureInfo.InvariantCulture),
                Type = type,
                Canonical = name,
                Mentions = mentions,
                Aliases = type == NameType.Time ? [] : [.. mentions.Select(mention => mention.In(text)).Where(mention => mention != name).Distinct(StringComparer.Ordinal)],
                Within = type == NameType.Place ? PlaceChain.Within(text, mentions, this) : "",
                Why = Messages.NameWhy(why, mentions.Count),
            });
        }
    }
}
