// SPDX-License-Identifier: MIT
namespace TextIndex.Extraction.Quotations;

/// <summary>Tells classical Chinese (文言) by its function words.</summary>
internal static class ClassicalStyle
{
    // Two points make a text classical. Words that modern Chinese has lost give two, those it keeps in set phrases less.
    private const string Two = "吾曰矣焉乎哉兮尔汝余予耶欤嗟";
    private const string One = "之者而其则乃莫勿岂亦皆虽夫弗毋孰盍";
    private const string Half = "以于无为何若故必不";
    private const string Modern = "的了们吗呢吧啊着很这那个我你他她它把被给让在没什么怎些都就还";

    // Also modern, but old enough to stand in a classical line.
    private const string Late = "是会能要到说";

    public static bool IsClassical(ReadOnlySpan<char> words)
    {
        if (words.Length is < 4 or > 48) return false;
        var points = 0;
        for (var i = 0; i < words.Length; i++)
        {
            var c = words[i];
            if (Modern.Contains(c)) return false;
            if (words[..i].Contains(c)) continue;
            // 之前, 之间, 确乎, 关乎, 予以, 剩余 and the like are modern.
            if (c == '之' && i + 1 < words.Length && "前后间一中下上内外际初".Contains(words[i + 1])) continue;
            if (c == '乎' && i > 0 && "似几关在出合近热".Contains(words[i - 1])) continue;
            if (c is '余' or '予' or '尔' or '焉' or '汝' && i > 0 && "剩业其多给授赋寄偶心".Contains(words[i - 1])) continue;
            // 也 is classical at the end of a clause, modern in front of a verb.
            if (c == '也' && (i + 1 == words.Length || ",。;:!?".Contains(words[i + 1]))) points += 2;
            if (Late.Contains(c)) points--;
            points += Two.Contains(c) ? 4 : One.Contains(c) ? 2 : Half.Contains(c) ? 1 : 0;
        }
        return points >= 4 && (points >= 6 || words.Length >= 5);
    }
}
