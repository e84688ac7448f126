// SPDX-License-Identifier: MIT
using System.Globalization;
using System.Text.Json;
using TextIndex.Extraction;
using TextIndex.Normalization;

namespace TextIndex.DataBuilder;

/// <summary>A chapter of a work, an essay or a poem, in simplified characters.</summary>
/// <param name="Work">The work; of a poem or an essay its title.</param>
/// <param name="Name">The chapter; of a poem or an essay who wrote it.</param>
/// <param name="Kind">Prose or verse.</param>
/// <param name="Text">The text; a line break where no passage may go on.</param>
internal sealed record PoetryChapter(string Work, string Name, PassageKind Kind, string Text);

/// <summary>Reads npm chinese-poetry.</summary>
internal static class PoetryPackage
{
    // In this order: where two works hold the same words, the one that stands first is told, so later books come last.
    private static readonly (string File, string Work, PassageKind Kind)[] Books =
    [
        ("lunyu/lunyu.json", "论语", PassageKind.Prose), ("sishuwujing/daxue.json", "大学", PassageKind.Prose), ("sishuwujing/zhongyong.json", "中庸", PassageKind.Prose), ("sishuwujing/mengzi.json", "孟子", PassageKind.Prose),
        ("shijing/shijing.json", "诗经", PassageKind.Verse), ("chuci/chuci.json", "楚辞", PassageKind.Verse), ("caocaoshiji/caocao.json", "", PassageKind.Verse), ("mengxue/guwenguanzhi.json", "", PassageKind.Prose),
        ("mengxue/tangshisanbaishou.json", "", PassageKind.Verse), ("mengxue/qianjiashi.json", "", PassageKind.Verse), ("songci/宋词三百首.json", "", PassageKind.Verse), ("nalanxingde/纳兰性德诗集.json", "", PassageKind.Verse),
        ("mengxue/qianziwen.json", "千字文", PassageKind.Verse), ("mengxue/sanzijing-traditional.json", "三字经", PassageKind.Verse), ("mengxue/dizigui.json", "弟子规", PassageKind.Verse), ("mengxue/zhuzijiaxun.json", "朱子家训", PassageKind.Prose),
        ("mengxue/zengguangxianwen.json", "增广贤文", PassageKind.Verse), ("mengxue/shenglvqimeng.json", "声律启蒙", PassageKind.Verse), ("mengxue/youxueqionglin.json", "幼学琼林", PassageKind.Prose), ("youmengying/youmengying.json", "幽梦影", PassageKind.Prose),
    ];

    /// <summary>The books that are embedded whole.</summary>
    public static IEnumerable<PoetryChapter> Core(string package)
    {
        foreach (var (file, work, kind) in Books)
            foreach (var chapter in Read(package, file, work, kind)) yield return chapter;
    }

    /// <summary>The poems of Tang, the Five Dynasties, Song and Yuan, the older ones first.</summary>
    public static IEnumerable<PoetryChapter> Poems(string package)
    {
        foreach (var (folder, pattern) in new[] { ("quantangshi", "poet.tang.*.json"), ("yudingquantangshi/json", "*.json"), ("shuimotangshi", "*.json"), ("wudaishici/nantang", "poetrys.json"), ("wudaishici/huajianji", "*juan.json"), ("songci", "ci.song.*.json"), ("quantangshi", "poet.song.*.json"), ("yuanqu", "yuanqu.json") })
        {
            var files = Directory.GetFiles(Path.Combine(package, "dist", folder), pattern).Select(path => Path.GetFileName(path)!);
            foreach (var file in files.OrderBy(Number).ThenBy(name => name, StringComparer.Ordinal))
                foreach (var poem in Read(package, folder + "/" + file, "", PassageKind.Verse)) yield return poem;
        }
    }

    /// <summary>Simplified character by character as the fold has it, marks as they are; 乾 stays, which the fold takes for 干.</summary>
    public static string Plain(string text) => string.Create(text.Length, text, static (plain, source) =>
    {
        for (var i = 0; i < source.Length; i++)
            plain[i] = source[i] is '乾' or > '\uFF00' or '，' or '。' ? source[i] : FoldTable.Basic[source[i]] is var c and not '\0' ? c : source[i];
    });

    private static int Number(string file) => int.TryParse(file.Split('.')[^2], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static IEnumerable<PoetryChapter> Read(string package, string file, string work, PassageKind kind)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(package, "dist", file)));
        var chapters = new List<PoetryChapter>();
        Walk(json.RootElement, work, kind, chapters);
        return chapters;
    }

    // Walks whatever nesting a book has: the innermost object with text is a chapter.
    private static void Walk(JsonElement element, string work, PassageKind kind, List<PoetryChapter> chapters)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray()) Walk(item, work, kind, chapters);
            return;
        }
        if (element.ValueKind != JsonValueKind.Object) return;
        foreach (var name in new[] { "paragraphs", "content", "para" })
        {
            if (!element.TryGetProperty(name, out var content)) continue;
            if (content.ValueKind == JsonValueKind.Array && content.GetArrayLength() > 0 && content[0].ValueKind == JsonValueKind.Object)
            {
                Walk(content, work, kind, chapters);
                return;
            }
            var (book, chapter) = NamesOf(element, work);
            var lines = content.ValueKind == JsonValueKind.String ? [content.GetString()!] : content.EnumerateArray().Select(line => line.GetString()!.Trim());
            // A poem is one passage; a paragraph of prose is one, and none goes over its end.
            var text = kind == PassageKind.Verse ? string.Concat(lines.Select(line => line.Length > 0 && char.IsLetter(line[^1]) ? line + "，" : line)) : string.Join('\n', lines);
            if (text.Length > 0) chapters.Add(new PoetryChapter(Plain(book), Plain(chapter), kind, Plain(text.Replace('\r', '\n'))));
            return;
        }
    }

    private static (string Work, string Chapter) NamesOf(JsonElement element, string work)
    {
        var (title, chapter) = (Text(element, "title"), Text(element, "chapter"));
        if (work == "诗经") return (work, $"{chapter}·{Text(element, "section")}·{title}");
        if (work == "楚辞") return (work, Text(element, "section") is { Length: > 0 } section && section != title ? $"{section}·{title}" : title);
        if (work.Length > 0) return (work, (chapter.Length > 0 ? chapter : title) is var own && Plain(own) == work ? "" : own);
        var name = chapter.Length > 0 ? chapter : title.Length > 0 ? title : Text(element, "rhythmic");
        // 《左傳》, 《禮記·檀弓》: a piece of a book.
        if (Text(element, "source") is ['《', .. var source, '》']) return (source.Split('·')[0], name);
        return (name, Author(Text(element, "author") is { Length: > 0 } author ? author : "曹操"));
    }

    // 唐代：韓愈, （唐）杜甫
    private static string Author(string author) => author[(author.LastIndexOfAny(['：', '）', '·']) + 1)..].Trim();

    private static string Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? string.Join(' ', value.GetString()!.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : "";
}
