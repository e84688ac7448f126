// SPDX-License-Identifier: MIT
namespace TextIndex.Jieba;

/// <summary>Finds the keywords of one text. Safe to share between threads once its stop words are set.</summary>
/// <example><code>
/// KeywordExtractor extractor = new TfidfExtractor();
/// var tags = extractor.ExtractTags("七月的清晨，图书馆门口排起了长队。", 5);
/// </code></example>
public abstract class KeywordExtractor
{
    private const int DefaultCount = 20;

    private static readonly string[] DefaultStopWords =
    [
        "the", "of", "is", "and", "to", "in", "that", "we", "for", "an", "are", "by", "be", "as", "on", "with", "can", "if", "from", "which", "you", "it",
        "this", "then", "at", "have", "all", "not", "one", "has", "or",
    ];

    private HashSet<string> _stopWords = new(DefaultStopWords, StringComparer.Ordinal);

    private protected KeywordExtractor() { }

    /// <summary>Adds the words of a file, UTF-8, a line a word, to python jieba's few English ones; they are never keywords.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public void SetStopWords(string stopWordsFile)
    {
        using var reader = UserFile.Open(stopWordsFile);
        var words = new List<string>();
        while (reader.ReadLine() is { } line) words.Add(line);
        AddStopWords(words);
    }

    /// <summary>Adds a word that is never a keyword.</summary>
    public void AddStopWord(string word) => AddStopWords([word]);

    /// <summary>Adds words that are never keywords. Latin ones in lower case: a word is looked up so.</summary>
    public void AddStopWords(IEnumerable<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        _stopWords = new HashSet<string>(_stopWords.Concat(words), StringComparer.Ordinal);     // a call that is running keeps the set it has
    }

    /// <summary>Gives the keywords of a text, best first.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="count">How many; 0 or less: 20.</param>
    /// <param name="allowPos">Tags of the words that may be keywords; null or empty: those the extractor takes by itself.</param>
    public IEnumerable<string> ExtractTags(string text, int count = DefaultCount, IEnumerable<string>? allowPos = null) =>
        Best(text, count, allowPos).ConvertAll(word => word.Word);

    /// <summary>Gives the keywords of a text with their weights, best first.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="count">How many; 0 or less: 20.</param>
    /// <param name="allowPos">Tags of the words that may be keywords; null or empty: those the extractor takes by itself.</param>
    public IEnumerable<WordWeightPair> ExtractTagsWithWeight(string text, int count = DefaultCount, IEnumerable<string>? allowPos = null) =>
        Best(text, count, allowPos);

    /// <summary>Weighs the words of a text, in the order in which python's dictionary would have them.</summary>
    private protected abstract List<WordWeightPair> Weigh(string text, IReadOnlySet<string> allowPos);

    /// <summary>Tells whether a word may be a keyword: two characters or more without the white space around them, and no stop word.</summary>
    private protected bool IsCandidate(ReadOnlySpan<char> word)
    {
        while (word.Length > 0 && Segmentation.BlockClass.IsPythonSpace(word[0])) word = word[1..];
        while (word.Length > 0 && Segmentation.BlockClass.IsPythonSpace(word[^1])) word = word[..^1];
        return (word.Length > 2 || (word.Length == 2 && !(char.IsHighSurrogate(word[0]) && char.IsLowSurrogate(word[1]))))
            && !_stopWords.Contains(word.ToString().ToLowerInvariant());
    }

    private List<WordWeightPair> Best(string text, int count, IEnumerable<string>? allowPos)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = Weigh(text, new HashSet<string>(allowPos ?? [], StringComparer.Ordinal));
        return words.OrderByDescending(word => word.Weight).Take(count > 0 ? count : DefaultCount).ToList();     // stable, as python's sort is
    }
}
