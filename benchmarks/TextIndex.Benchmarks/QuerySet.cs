// SPDX-License-Identifier: MIT
namespace TextIndex.Benchmarks;

/// <summary>What a query asks for.</summary>
internal enum QueryKind
{
    /// <summary>One word.</summary>
    Term,

    /// <summary>All words.</summary>
    And,

    /// <summary>Any word.</summary>
    Or,

    /// <summary>Words that follow each other.</summary>
    Phrase,

    /// <summary>Words that begin with a string.</summary>
    Prefix,

    /// <summary>Characters that follow each other, whatever the words.</summary>
    Literal,
}

/// <summary>One query, as words that every engine puts into its own syntax.</summary>
internal sealed record QueryCase(string Class, QueryKind Kind, string[] Words)
{
    public string Joined => string.Concat(Words);
}

/// <summary>The queries of the comparison, drawn with a fixed seed by how many documents hold each word.</summary>
internal static class QuerySet
{
    public const int EachClass = 50;

    public static IReadOnlyList<QueryCase> Draw(IReadOnlyList<SyntheticDocument> documents)
    {
        var random = new Random(42);
        var frequency = new Dictionary<string, int>();
        foreach (var document in documents)
            foreach (var word in document.Words.Distinct()) frequency[word] = frequency.GetValueOrDefault(word) + 1;
        var ranked = frequency.Where(word => word.Key.Length >= 2).OrderByDescending(word => word.Value).ThenBy(word => word.Key, StringComparer.Ordinal).ToList();
        var n = documents.Count;
        // Words of two characters and more: a bigram index cannot answer one character, and nobody would call that a race.
        var high = Words(ranked, 0.03 * n, n);
        var medium = Words(ranked, 0.002 * n, 0.01 * n);
        var low = Words(ranked, 3, 30);
        var isHigh = high.ToHashSet();

        var queries = new List<QueryCase>();
        for (var i = 0; i < EachClass; i++)
        {
            queries.Add(new("term, high", QueryKind.Term, Distinct(high)));
            queries.Add(new("term, medium", QueryKind.Term, Distinct(medium)));
            queries.Add(new("term, low", QueryKind.Term, Distinct(low)));
            queries.Add(new("and, 2 high", QueryKind.And, Distinct(high, high)));
            queries.Add(new("and, high + medium", QueryKind.And, Distinct(high, medium)));
            queries.Add(new("or, 2 high", QueryKind.Or, Distinct(high, high)));
            queries.Add(new("or, 5 mixed", QueryKind.Or, Distinct(high, high, medium, medium, low)));
            queries.Add(new("phrase, 2 words", QueryKind.Phrase, Phrase(2)));
            queries.Add(new("phrase, 4 words", QueryKind.Phrase, Phrase(4)));
            queries.Add(new("literal, 5 characters", QueryKind.Literal, Literal(5)));
        }
        return [.. queries.OrderBy(query => query.Kind).ThenBy(query => query.Class, StringComparer.Ordinal)];

        string[] Distinct(params List<string>[] lists)
        {
            while (true)
            {
                var words = lists.Select(list => list[random.Next(list.Count)]).ToArray();
                if (words.Distinct().Count() == words.Length) return words;
            }
        }

        string[] Phrase(int length)
        {
            while (true)
            {
                var document = documents[random.Next(n)];
                var words = document.Words.AsSpan(random.Next(document.Words.Length - length), length).ToArray();
                if (document.Text.Contains(string.Concat(words), StringComparison.Ordinal)) return words;      // no mark between them
            }
        }

        string[] Literal(int length)
        {
            while (true)
            {
                var text = documents[random.Next(n)].Text;
                var cut = text.Substring(random.Next(text.Length - length), length);
                if (cut.All(c => c is >= '\u4E00' and <= '\u9FFF')) return [cut];
            }
        }
    }

    private static List<string> Words(List<KeyValuePair<string, int>> ranked, double least, double most) =>
        [.. ranked.Where(word => word.Value >= least && word.Value <= most).Select(word => word.Key)];
}
