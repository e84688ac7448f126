// SPDX-License-Identifier: MIT
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace TextIndex.Benchmarks.Engines;

/// <summary>SQLite FTS5 over the same words; bm25, ten best row numbers. The total is counted apart.</summary>
internal sealed class Fts5Engine : TimedEngine
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, List<SqliteCommand>> _counts = [];

    public Fts5Engine(string folder)
    {
        _connection = new SqliteConnection($"Data Source={Path.Combine(folder, "fts5.db")};Pooling=False");
        _connection.Open();
    }

    public override string Name => "FTS5";

    public static void Build(string words, string folder)
    {
        using var engine = new Fts5Engine(folder);
        engine.Execute("CREATE VIRTUAL TABLE d USING fts5(b, content='', tokenize='unicode61')");
        using var transaction = engine._connection.BeginTransaction();
        using var insert = engine._connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = "INSERT INTO d(rowid, b) VALUES ($row, $b)";
        var (row, body) = (insert.Parameters.Add("$row", SqliteType.Integer), insert.Parameters.Add("$b", SqliteType.Text));
        var number = 0;
        foreach (var line in File.ReadLines(words))
        {
            (row.Value, body.Value) = (++number, line);
            insert.ExecuteNonQuery();
        }
        transaction.Commit();
        engine.Execute("INSERT INTO d(d) VALUES ('optimize')");
    }

    public override long[] Count(string @class) => [.. _counts[@class].Select(command => Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture))];

    public override void Dispose() => _connection.Dispose();

    protected override Func<long> Prepare(EngineQuery query)
    {
        var match = query.Kind switch
        {
            QueryKind.And => string.Join(" AND ", query.Words.Select(Quoted)),
            QueryKind.Or => string.Join(" OR ", query.Words.Select(Quoted)),
            QueryKind.Prefix => Quoted(query.Words[0]) + "*",
            _ => Quoted(string.Join(' ', query.Words)),
        };
        var count = Command("SELECT count(*) FROM d WHERE d MATCH $match", match);
        if (!_counts.TryGetValue(query.Class, out var of)) _counts[query.Class] = of = [];
        of.Add(count);
        var best = Command("SELECT rowid FROM d WHERE d MATCH $match ORDER BY rank LIMIT 10", match);
        return () =>
        {
            using var rows = best.ExecuteReader();
            var found = 0;
            while (rows.Read()) found++;
            return found;
        };
    }

    private static string Quoted(string text) => $"\"{text}\"";

    private SqliteCommand Command(string sql, string match)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$match", match);
        command.Prepare();
        return command;
    }

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
