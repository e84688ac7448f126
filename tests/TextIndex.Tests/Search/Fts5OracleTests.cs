// SPDX-License-Identifier: MIT
using Microsoft.Data.Sqlite;
using TextIndex.Documents;
using TextIndex.Search;
using Xunit;

namespace TextIndex.Tests.Search;

/// <summary>SQLite FTS5 as a second opinion, written by others: its trigrams find any string of three characters or more, as ours do.</summary>
public class Fts5OracleTests
{
    private const int Seed = 20261122;

    private static readonly string[] Words = ["学习", "实事求是", "为人民服务", "求是", "人民", "干部", "作风", "服务", "经济发展", "的", "一", "哈哈", "，"];

    [Fact]
    public void Strings_and_their_combinations_find_what_sqlite_finds()
    {
        var random = new Random(Seed);
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        Run(connection, "CREATE VIRTUAL TABLE documents USING fts5(key UNINDEXED, body, tokenize='trigram')");
        using var index = SearchIndex.InMemory();
        var texts = new List<string>();
        for (var i = 0; i < 400; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 60)).Select(_ => Words[random.Next(Words.Length)]));
            texts.Add(text);
            index.Add(Document.Create($"k{i:D3}", text, ""));
            Run(connection, "INSERT INTO documents(key, body) VALUES ($a, $b)", $"k{i:D3}", text);
            if (random.Next(60) == 0) index.Commit();
            if (random.Next(10) != 0) continue;
            index.Delete($"k{i - 1:D3}");
            Run(connection, "DELETE FROM documents WHERE key = $a", $"k{i - 1:D3}");
        }
        index.Commit();
        for (var draw = 0; draw < 400; draw++)
        {
            string Literal()
            {
                while (true)
                {
                    var text = texts[random.Next(texts.Count)];
                    var length = random.Next(3, 8);
                    if (text.Length < length) continue;
                    return $"\"{text.Substring(random.Next(text.Length - length + 1), length)}\"";
                }
            }
            var (a, b, c) = (Literal(), Literal(), Literal());
            var (ours, theirs) = random.Next(5) switch
            {
                0 => (a, a),
                1 => ($"{a} {b}", $"{a} AND {b}"),
                2 => ($"{a} OR {b} OR {c}", $"{a} OR {b} OR {c}"),
                3 => ($"{a} -{b}", $"{a} NOT {b}"),
                _ => ($"({a} OR {b}) {c}", $"({a} OR {b}) AND {c}"),
            };
            var expected = Keys(connection, theirs);
            var found = index.Search(ours, new SearchOptions { Limit = 0, Sort = HitSort.Path, SnippetLength = 1 }).Hits.Select(hit => hit.Key);
            Assert.True(expected.SequenceEqual(found), $"seed {Seed}, draw {draw}: {ours}");
        }
    }

    private static List<string> Keys(SqliteConnection connection, string match)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT key FROM documents WHERE documents MATCH $a ORDER BY key";
        command.Parameters.AddWithValue("$a", match);
        using var rows = command.ExecuteReader();
        var keys = new List<string>();
        while (rows.Read()) keys.Add(rows.GetString(0));
        return keys;
    }

    private static void Run(SqliteConnection connection, string sql, params string[] values)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++) command.Parameters.AddWithValue("$" + (char)('a' + i), values[i]);
        command.ExecuteNonQuery();
    }
}
