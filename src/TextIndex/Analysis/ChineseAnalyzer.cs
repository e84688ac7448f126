// SPDX-License-Identifier: MIT
using Lucene.Net.Analysis;
using TextIndex.Segmentation;

namespace TextIndex.Analysis;

/// <summary>Cuts Chinese text into words for any Lucene.Net index or query.</summary>
/// <remarks>
/// <para>Text is folded first (traditional to simplified, full width to ASCII, lower case, white space inside Chinese text removed), then cut; a word that
/// holds no letter and no digit is no token. Offsets are of the untouched text. Token types are <c>word</c> (holds a Han character), <c>number</c>
/// (digits alone) and <c>alphanum</c>. Words longer than 255 UTF-16 code units become no token and leave a gap of one position.</para>
/// <para>A text is read whole before its first token. Safe to share between threads, as every Lucene.Net analyzer is. It changes nothing
/// process-wide. It finds words only: the exact recall of <see cref="SearchIndex"/> needs more fields than one analyzer can fill.</para>
/// </remarks>
/// <example><code>
/// using var analyzer = new ChineseAnalyzer();
/// using var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer));
/// writer.AddDocument([new TextField("body", "坚持实事求是的思想路线", Field.Store.YES)]);
/// </code></example>
public sealed class ChineseAnalyzer : Analyzer
{
    private readonly FieldAnalyzer _analyzer;
    private readonly ChineseAnalyzerOptions _options;
    private readonly HashSet<string> _stopWords;

    /// <summary>Creates an analyzer with nothing to configure.</summary>
    public ChineseAnalyzer() : this(ChineseAnalyzerOptions.Default) { }

    /// <summary>Creates an analyzer.</summary>
    public ChineseAnalyzer(ChineseAnalyzerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _analyzer = new FieldAnalyzer(options.Segmenter ?? WordSegmenter.WordGraph);
        _stopWords = [.. options.StopWords.Select(word => Normalization.TextNormalizer.Fold(word))];
    }

    /// <inheritdoc/>
    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader) =>
        new(new ChineseTokenizer(reader, _analyzer, _stopWords, _options.WordsInside));
}
