// SPDX-License-Identifier: MIT
// After Church and Hanks 1990 (mutual information), Huang and Powers 2003 (boundary entropy), Agrawal and Srikant 1994 (Apriori).
using TextIndex.Primitives;

namespace TextIndex.Discovery;

/// <summary>Finds the words and set phrases that a collection uses and the dictionary does not have (新词发现). Safe to share between threads.</summary>
/// <remarks>
/// Texts are folded and cut; sequences of words are counted in distinct sentences. A new word is a sequence whose parts stand together far more often
/// than chance has it (mutual information), that stands beside many different words (boundary entropy), in many documents. What ends in a grammar word
/// such as 的 or 在 (learned from the collection), holds a digit, counts something or is mostly part of something longer is left out. It knows no
/// meaning: names, slogans and titles of offices are found as words are. The same documents in the same order give the same words.
/// </remarks>
/// <example><code>
/// var words = new NewWordFinder().Find(documents.Select(document => document.Text));
/// NewWordFinder.WriteUserDictionary(writer, words);
/// var dictionary = WordDictionary.Default.WithWords(words.Select(word => word.Text));
/// </code></example>
public sealed class NewWordFinder
{
    private readonly NewWordOptions _options;

    /// <summary>Makes a finder with the default options.</summary>
    public NewWordFinder() : this(new NewWordOptions()) { }

    /// <summary>Makes a finder.</summary>
    /// <param name="options">What to look for.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number among the options is below 1.</exception>
    public NewWordFinder(NewWordOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Limit, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MinDocuments, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.LongestWord, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MostWordsInMemory, 1, nameof(options));
        _options = options;
    }

    /// <summary>Finds the new words of a collection, the best first.</summary>
    /// <param name="documents">The texts; they are read once, and none is kept.</param>
    public IReadOnlyList<NewWord> Find(IEnumerable<string> documents) => Find(documents, CancellationToken.None);

    /// <summary>Finds the new words of a collection, the best first.</summary>
    /// <param name="documents">The texts; they are read once, and none is kept.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public IReadOnlyList<NewWord> Find(IEnumerable<string> documents, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var stream = new WordStream(_options.Segmenter, _options.MostWordsInMemory);
        foreach (var document in documents)
        {
            cancellation.ThrowIfCancellationRequested();
            stream.Add(document);
        }
        var counter = new PhraseCounter(stream, _options);
        var phrases = counter.Count(word => _options.Segmenter.Knows(word), cancellation);
        return new PhraseRanking(stream, counter, _options.Segmenter).Rank(phrases, _options.Limit).ConvertAll(ranked =>
        {
            var phrase = ranked.Phrase;
            var place = stream.PlaceOf(phrase.Place, phrase.Parts, out var document);
            return new NewWord(phrase.Text, phrase.Count, phrase.Documents, ranked.Score, phrase.Cohesion, phrase.LeftFreedom, phrase.RightFreedom, document, place);
        });
    }

    /// <summary>Writes the words as a user dictionary, one a line, for <see cref="Segmentation.WordDictionary.WithWords(TextReader, string)"/>, for the
    /// tool's <c>--user-dict</c> and for jieba.</summary>
    /// <param name="writer">Receives the lines; it is not closed.</param>
    /// <param name="words">The words.</param>
    public static void WriteUserDictionary(TextWriter writer, IEnumerable<NewWord> words)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(words);
        foreach (var word in words)
        {
            writer.Write(word.Text);
            writer.Write('\n');
        }
    }
}
