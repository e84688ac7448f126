// SPDX-License-Identifier: MIT
namespace TextIndex.Jieba;

/// <summary>Lists of tags, for <see cref="KeywordExtractor.ExtractTags(string, int, IEnumerable{string})"/>.</summary>
/// <example><code>
/// var nouns = new TfidfExtractor().ExtractTags("七月的清晨，图书馆门口排起了长队。", 5, Constants.NounPos);
/// </code></example>
public static class Constants
{
    /// <summary>Nouns and names.</summary>
    public static readonly IReadOnlyList<string> NounPos = ["n", "ng", "nr", "nrfg", "nrt", "ns", "nt", "nz"];

    /// <summary>Verbs.</summary>
    public static readonly IReadOnlyList<string> VerbPos = ["v", "vd", "vg", "vi", "vn", "vq"];

    /// <summary>Nouns, names and verbs.</summary>
    public static readonly IReadOnlyList<string> NounAndVerbPos = [.. NounPos, .. VerbPos];

    /// <summary>Idioms.</summary>
    public static readonly IReadOnlyList<string> IdiomPos = ["i"];
}
