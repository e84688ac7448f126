// SPDX-License-Identifier: MIT
using Microsoft.Data.Sqlite;
using TextIndex.Segmentation;

namespace TextIndex.Benchmarks.Peers;

/// <summary>SQLite's full-text index: its word tokenizer over text that our segmenter has cut, or its trigrams over the text as it is.</summary>
internal sealed class Fts5Peer(bool trigram) : IPeer
{
    private SqliteConnection? _connection;

    public string Name => trigram ? "FTS5 trigram" : "FTS5 unicode61, our words";

    public string Note => "MATCH in SQL, ten best row numbers by bm25; the total is counted outside the timing; no text is shown"
        + (trigram ? "; cannot ask for fewer than three characters" : "; cannot ask for a literal");

    public void Build(IReadOnlyList<SyntheticDocument> documents, string folder)
    {
        using var connection = Connect(folder);
        Run(connection, $"CREATE VIRTUAL TABLE documents USING fts5(body, tokenize='{(trigram ? "trigram" : "unicode61")}')");
        using var transaction = connection.BeginTransaction();
        using var insert = connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = "INSERT INTO documents(rowid, body) VALUES ($row, $body)";
        var (row, body) = (insert.Parameters.Add("$row", SqliteType.Integer), insert.Parameters.Add("$body", SqliteType.Text));
        for (var i = 0; i < documents.Count; i++)
        {
            (row.Value, body.Value) = (i + 1, Tokens(documents[i].Text));
            insert.ExecuteNonQuery();
        }
        transaction.Commit();
    }

    public void Open(string folder) => _connection = Connect(folder);

    public Func<int>? Prepare(QueryCase query)
    {
        if (Match(query) is not { } match) return null;
        var command = _connection!.CreateCommand();
        command.CommandText = "SELECT rowid FROM documents WHERE documents MATCH $match ORDER BY rank LIMIT 10";
        command.Parameters.AddWithValue("$match", match);
        command.Prepare();
        return () =>
        {
            using var rows = command.ExecuteReader();
            var count = 0;
            while (rows.Read()) count++;
            return count;
        };
    }

    public int? Count(QueryCase query)
    {
        if (Match(query) is not { } match) return null;
        using var command = _connection!.CreateCommand();
        command.CommandText = "SELECT count(*) FROM documents WHERE documents MATCH $match";
        command.Parameters.AddWithValue("$match", match);
        return Convert.ToInt32(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private string? Match(QueryCase query)
    {
        if (trigram && query.Words.Any(word => word.Length < 3) && query.Kind != QueryKind.Phrase || trigram && query.Joined.Length < 3) return null;
        if (!trigram && query.Kind == QueryKind.Literal) return null;
        return query.Kind switch
        {
            QueryKind.And => string.Join(" AND ", query.Words.Select(Quoted)),
            QueryKind.Or => string.Join(" OR ", query.Words.Select(Quoted)),
            _ => Quoted(query.Joined),
        };
    }

    private string Quoted(string text) => $"\"{Tokens(text)}\"";

    private string Tokens(string text) => trigram ? text : string.Join(' ', WordSegmenter.WordGraph.Segment(text).Select(span => span.In(text)));

    private static SqliteConnection Connect(string folder)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "fts5.db")};Pooling=False");
        connection.Open();
        Run(connection, "PRAGMA journal_mode=WAL");
        return connection;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public void Dispose() => _connection?.Dispose();
}
