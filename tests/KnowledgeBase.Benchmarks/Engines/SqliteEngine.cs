using KnowledgeBase.Benchmarks.Synthetic;
using Microsoft.Data.Sqlite;

namespace KnowledgeBase.Benchmarks.Engines;

/// <summary>
/// SQLite with a full-text table of trigrams: hits by bm25, facets by GROUP BY over joined tables. What has less than three
/// characters has no trigram and is looked for by LIKE in every text, as its manual says.
/// </summary>
internal sealed class SqliteEngine(string folder) : ISearchEngine
{
    private SqliteConnection? _connection;

    public void Build(string corpus)
    {
        Directory.CreateDirectory(folder);
        using var connection = Connect();
        Run(connection, "pragma journal_mode=off; pragma synchronous=off; create virtual table texts using fts5(text, tokenize='trigram');");
        foreach (var facet in SyntheticStatement.Facets)
            Run(connection, $"create table {facet}_name(id integer primary key, name text unique); create table {facet}(doc integer, value integer);");
        using (var transaction = connection.BeginTransaction())
        {
            Insert(connection, corpus);
            transaction.Commit();
        }

        foreach (var facet in SyntheticStatement.Facets)
            Run(connection, $"create index {facet}_by_doc on {facet}(doc, value); create index {facet}_by_value on {facet}(value, doc);");
        Run(connection, "insert into texts(texts) values('optimize'); analyze;");
    }

    public void Open()
    {
        _connection = Connect();
        Run(_connection, "pragma cache_size=-200000; pragma temp_store=memory; create temp table found(doc integer primary key, score real);");
    }

    public int Search(SyntheticQuery query)
    {
        Run(_connection!, "delete from found");
        var isRanked = query.Words.Any(word => word.Length >= 3);
        var (where, value) = Where(query);
        // The matches once, without the facet's choice; hits and counts join them.
        Run(_connection!, $"insert into found select rowid, {(isRanked ? "rank" : "0")} from texts where {where}", value);
        var chosen = query.Facet is null ? "" : $" and doc in (select doc from {query.Facet} join {query.Facet}_name n on n.id = value where n.name = @chosen)";
        SqliteParameter[] parameters = [.. value, new("@chosen", query.Value ?? "")];
        Rows($"select text from (select doc from found where true{chosen} order by score, doc limit 10) join texts on texts.rowid = doc", parameters);
        foreach (var facet in SyntheticStatement.Facets)
            Rows($"select n.name, c from (select value, count(*) c from found join {facet} using(doc) where true{(facet == query.Facet ? "" : chosen)} group by value order by c desc limit 20) join {facet}_name n on n.id = value", parameters);
        using var total = Command(_connection!, $"select count(*) from found where true{chosen}", parameters);
        return Convert.ToInt32(total.ExecuteScalar());
    }

    public void Dispose() => _connection?.Dispose();

    private static (string Where, SqliteParameter[] Values) Where(SyntheticQuery query)
    {
        var match = string.Join(" AND ", query.Words.Where(word => word.Length >= 3).Select(word => $"\"{word}\""));
        var conditions = query.Words.Where(word => word.Length < 3).Select((_, i) => $"text like @like{i}").ToList();
        if (match.Length > 0)
            conditions.Add("texts match @match");
        SqliteParameter[] values = [.. query.Words.Where(word => word.Length < 3).Select((word, i) => new SqliteParameter($"@like{i}", $"%{word}%")), new("@match", match)];
        return (string.Join(" and ", conditions), values);
    }

    private static void Insert(SqliteConnection connection, string corpus)
    {
        var ids = SyntheticStatement.Facets.ToDictionary(facet => facet, _ => new Dictionary<string, int>(StringComparer.Ordinal), StringComparer.Ordinal);
        using var text = Command(connection, "insert into texts(rowid, text) values(@doc, @text)", new("@doc", ""), new("@text", ""));
        var names = SyntheticStatement.Facets.ToDictionary(facet => facet, facet => Command(connection, $"insert into {facet}_name values(@id, @name)", new("@id", ""), new("@name", "")), StringComparer.Ordinal);
        var values = SyntheticStatement.Facets.ToDictionary(facet => facet, facet => Command(connection, $"insert into {facet} values(@doc, @value)", new("@doc", ""), new("@value", "")), StringComparer.Ordinal);
        var doc = 0;
        foreach (var statement in SyntheticStatement.Read(corpus))
        {
            Execute(text, ++doc, statement.Text);
            foreach (var (facet, name) in SyntheticStatement.Facets.SelectMany(facet => statement.ValuesOf(facet).Select(name => (facet, name))))
            {
                if (ids[facet].TryAdd(name, ids[facet].Count))
                    Execute(names[facet], ids[facet][name], name);
                Execute(values[facet], doc, ids[facet][name]);
            }
        }

        foreach (var command in names.Values.Concat(values.Values))
            command.Dispose();
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "texts.db")};Pooling=False");
        connection.Open();
        return connection;
    }

    private void Rows(string sql, SqliteParameter[] parameters)
    {
        using var command = Command(_connection!, sql, parameters);
        using var rows = command.ExecuteReader();
        while (rows.Read())
            _ = rows.GetString(0);
    }

    private static void Run(SqliteConnection connection, string sql, params SqliteParameter[] parameters)
    {
        using var command = Command(connection, sql, parameters);
        command.ExecuteNonQuery();
    }

    // Only the parameters that the text names; each command has copies of its own.
    private static SqliteCommand Command(SqliteConnection connection, string sql, params SqliteParameter[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var parameter in parameters.Where(parameter => sql.Contains(parameter.ParameterName, StringComparison.Ordinal)))
            command.Parameters.AddWithValue(parameter.ParameterName, parameter.Value);
        return command;
    }

    private static void Execute(SqliteCommand command, params object[] values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i];
        command.ExecuteNonQuery();
    }
}
