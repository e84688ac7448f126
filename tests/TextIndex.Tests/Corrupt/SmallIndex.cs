// SPDX-License-Identifier: MIT
using System.Text;
using TextIndex.Documents;
using TextIndex.Search;
using TextIndex.Tests.Storage;

namespace TextIndex.Tests.Corrupt;

/// <summary>A small index with everything that an index may have: two index segments, deletions, an updated document; and what it answers.</summary>
internal sealed class SmallIndex : IDisposable
{
    private static readonly string[] Questions = ["实事求是", "\"为人民\"", "群众 OR 学习", "作风 -学习", "title:学习", "\"事求\"", "学*", "gdp", "\"的\""];
    private readonly TemporaryFolder _folder = new();

    public SmallIndex()
    {
        using (var index = SearchIndex.Open(Path))
        {
            index.Add(DocumentReader.Read("a.txt", "学习札记\n\n坚持实事求是的思想路线，全心全意为人民服务。\n"));
            index.Add(DocumentReader.Read("b/乙.txt", "堅持群眾路線，轉變\n作風。ＧＤＰ增长5%。"));
            index.Add(DocumentReader.Read("c.txt", "将被删除的学习材料。"));
            index.Commit();
            index.Add(DocumentReader.Read("d.txt", "作风建设永远在路上😀，实事求是。"));
            index.Add(DocumentReader.Read("a.txt", "学习札记\n\n再写一遍：实事求是，学习作风。\n"));
            index.Delete("c.txt");
            index.Commit();
        }
        Files = [.. Directory.GetFiles(Path).Select(file => System.IO.Path.GetFileName(file)).Where(name => name is not ("write.lock" or ".gitignore")).Order(StringComparer.Ordinal)];
        RightAnswer = Answer();
    }

    public string Path => _folder.Full("小 索引");

    /// <summary>Files of the commit.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>What a sound index answers.</summary>
    public string RightAnswer { get; }

    public string Full(string file) => System.IO.Path.Combine(Path, file);

    /// <summary>Opens the index and asks it everything.</summary>
    public string Answer(long verifyUpToBytes = 16 << 20)
    {
        using var index = SearchIndex.Open(Path, new SearchIndexOptions { ReadOnly = true, VerifyUpToBytes = verifyUpToBytes });
        var answer = new StringBuilder();
        foreach (var question in Questions)
        {
            foreach (var hit in index.Search(question, new SearchOptions { Limit = 0 }).Hits)
                answer.Append(question).Append(' ').Append(hit.Key).Append(' ').Append(hit.Score.ToString("R")).Append(' ').Append(hit.Snippet.Text).Append(' ').AppendJoin(' ', hit.Matches).AppendLine();
        }
        return answer.ToString();
    }

    public void Dispose() => _folder.Dispose();
}
