// SPDX-License-Identifier: MIT
using System.Text;
using System.Text.Json;

namespace TextIndex.DataBuilder;

/// <summary>Writes the public-domain classics of corpora/classics from the npm package chinese-poetry, in the script the package has.</summary>
internal static class ClassicsBuilder
{
    private static readonly (string File, string Title, string Author, string Output)[] Books =
    [
        ("lunyu/lunyu.json", "论语", "孔子弟子及再传弟子", "论语.txt"),
        ("sishuwujing/daxue.json", "大學", "曾子（相傳）", "大学.txt"),
        ("sishuwujing/zhongyong.json", "中庸", "子思（相傳）", "中庸.txt"),
    ];

    public static void Build(string package, string output)
    {
        Directory.CreateDirectory(output);
        foreach (var (file, title, author, name) in Books)
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(package, "dist", file)));
            var chapters = json.RootElement.ValueKind == JsonValueKind.Array ? json.RootElement.EnumerateArray().ToArray() : [json.RootElement];
            var text = new StringBuilder();
            text.Append($"---\ntitle: {title}\nauthor: {author}\nsource: npm chinese-poetry 2.0.1, dist/{file}\nlicense: public domain\n---\n");
            foreach (var chapter in chapters)
            {
                // A book of one chapter has its name already.
                if (chapters.Length > 1) text.Append($"\n{chapter.GetProperty("chapter").GetString()}\n");
                text.Append('\n');
                foreach (var paragraph in chapter.GetProperty("paragraphs").EnumerateArray()) text.Append(paragraph.GetString()!.Trim()).Append('\n');
            }
            File.WriteAllText(Path.Combine(output, name), text.ToString(), new UTF8Encoding(false));
            Console.WriteLine($"{name}: {chapters.Length} chapters, {text.Length} code units");
        }
    }
}
