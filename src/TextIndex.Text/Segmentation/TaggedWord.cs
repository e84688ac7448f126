// SPDX-License-Identifier: MIT
using TextIndex.Documents;

namespace TextIndex.Segmentation;

/// <summary>A word of a text with its tag (词性).</summary>
/// <param name="Span">Where the word stands.</param>
/// <param name="Tag">Its tag as jieba writes it: <c>n</c> noun, <c>v</c> verb, <c>nr</c> person, <c>ns</c> place, <c>m</c> number, <c>eng</c> Latin, <c>x</c> anything else, …; never empty.</param>
/// <example><code>
/// var words = WordSegmenter.Default.Tag("我爱北京");
/// string shown = string.Join(' ', words.Select(word => word.Span.In("我爱北京") + "/" + word.Tag));   // 我/r 爱/v 北京/ns
/// </code></example>
public readonly record struct TaggedWord(TextSpan Span, string Tag);
