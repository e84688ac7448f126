// SPDX-License-Identifier: MIT
using System.Text;
using System.Text.Json;
using TextIndex.Extraction;

namespace TextIndex.DataBuilder;

/// <summary>Writes the classical texts that allusions are looked up in: those of npm chinese-poetry, and lines of our own for the works it lacks.</summary>
internal static class AllusionsBuilder
{
    private static readonly (string File, string Work)[] Books =
    [
        ("lunyu/lunyu.json", "论语"), ("sishuwujing/daxue.json", "大学"), ("sishuwujing/zhongyong.json", "中庸"), ("sishuwujing/mengzi.json", "孟子"), ("shijing/shijing.json", "诗经"), ("chuci/chuci.json", "楚辞"),
        ("mengxue/guwenguanzhi.json", "古文观止"), ("mengxue/sanzijing-new.json", "三字经"), ("mengxue/qianziwen.json", "千字文"), ("mengxue/dizigui.json", "弟子规"), ("mengxue/zengguangxianwen.json", "增广贤文"),
        ("mengxue/zhuzijiaxun.json", "朱子家训"), ("mengxue/youxueqionglin.json", "幼学琼林"), ("mengxue/shenglvqimeng.json", "声律启蒙"), ("mengxue/qianjiashi.json", "千家诗"), ("mengxue/tangshisanbaishou.json", "唐诗三百首"),
    ];

    public static void Build(string package, string ownLines, string output)
    {
        var text = new StringBuilder();
        // Ours first: where both know a line, the work named there is the older one.
        foreach (var line in File.ReadLines(ownLines))
        {
            if (line.Length == 0 || line[0] == ';') continue;
            var fields = line.Split('|');
            if (fields.Length != 3) throw new InvalidDataException($"{ownLines}: expected work|chapter|text, found {line}");
            Begin(text, fields[0], fields[1]);
            Add(text, fields[2]);
        }
        foreach (var (file, work) in Books)
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(package, "dist", file)));
            Walk(text, json.RootElement, work, "", true);
        }
        File.WriteAllBytes(output, new UTF8Encoding(false).GetBytes(text.ToString()));
        Console.WriteLine($"{text.Length:N0} code units, {text.ToString().AsSpan().Count('#'):N0} chapters");
    }

    private static void Walk(StringBuilder text, JsonElement element, string work, string chapter, bool top)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var one in element.EnumerateArray()) Walk(text, one, work, chapter, false);
            return;
        }
        if (element.ValueKind != JsonValueKind.Object) return;
        if (!top)
        {
            var name = element.TryGetProperty("title", out var title) ? title.GetString() : element.TryGetProperty("chapter", out var named) ? named.GetString() : null;
            if (!string.IsNullOrWhiteSpace(name)) chapter = chapter.Length > 0 && chapter != name ? $"{chapter}·{name.Trim()}" : name.Trim();
        }
        foreach (var field in element.EnumerateObject())
        {
            if (field.Value.ValueKind != JsonValueKind.Array || field.Name is "abstract" or "tags" or "notes" or "comment" or "translation") continue;
            var begun = false;
            foreach (var one in field.Value.EnumerateArray())
            {
                if (one.ValueKind != JsonValueKind.String) { Walk(text, one, work, chapter, false); begun = false; continue; }
                if (!begun) Begin(text, work, chapter);
                begun = true;
                Add(text, one.GetString()!);
            }
        }
    }

    private static void Begin(StringBuilder text, string work, string chapter) => text.Append('#').Append(work).Append('\t').Append(StudyText.Fold(chapter)).Append('\n');

    private static void Add(StringBuilder text, string line)
    {
        foreach (var part in line.Split('\n'))
            if (part.Trim() is { Length: > 0 } words) text.Append(StudyText.Fold(words).Replace('#', ' ')).Append('\n');
    }
}
