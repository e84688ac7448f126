// SPDX-License-Identifier: MIT
using TextIndex.Discovery;

namespace TextIndex.Cli.Output;

/// <summary>New words for programs: a line a word, then a summary.</summary>
internal static class NewWordsJson
{
    public static void Write(TextWriter output, IReadOnlyList<NewWord> words, IReadOnlyList<string> names, TimeSpan elapsed)
    {
        using var lines = new JsonLines(output);
        foreach (var word in words)
        {
            var json = lines.Begin("word");
            json.WriteString("text", word.Text);
            json.WriteNumber("count", word.Count);
            json.WriteNumber("documents", word.Documents);
            json.WriteNumber("score", Round(word.Score));
            json.WriteNumber("cohesion", Round(word.Cohesion));
            json.WriteNumber("leftFreedom", Round(word.LeftFreedom));
            json.WriteNumber("rightFreedom", Round(word.RightFreedom));
            json.WriteString("path", names[word.ExampleDocument]);
            json.WriteSpan("span", word.Example);
            lines.End();
        }
        var summary = lines.Begin("summary");
        summary.WriteNumber("shown", words.Count);
        summary.WriteNumber("readDocuments", names.Count);
        summary.WriteElapsed(elapsed);
        lines.End();
    }

    private static decimal Round(double bits) => Math.Round((decimal)bits, 2);
}
