using System.Text.Json;
using System.Text.Json.Serialization;
using KnowledgeBase.Corpus;

namespace KnowledgeBase.Search;

/// <summary>
/// A statement as the index keeps it: its JSON, which an answer passes on byte for byte. Read it with
/// <see cref="Read"/> where its parts are needed.
/// </summary>
/// <param name="Json">The statement as JSON in UTF-8.</param>
[JsonConverter(typeof(Converter))]
public sealed record StoredStatement(ReadOnlyMemory<byte> Json)
{
    /// <summary>The statement's id, without reading the rest: it is the first member.</summary>
    public string Id
    {
        get
        {
            var reader = new Utf8JsonReader(Json.Span);
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName && !reader.ValueTextEquals("id"u8))
                reader.Skip();
            return reader.Read() && reader.GetString() is { } id ? id : throw new InvalidDataException("The index holds a statement without id.");
        }
    }

    /// <summary>The statement itself.</summary>
    public Statement Read() => Read<Statement>();

    /// <summary>What it says; its other members, which are most of it, are passed over.</summary>
    internal StatementContent ReadContent() => Read<StatementContent>();

    private T Read<T>() => JsonSerializer.Deserialize<T>(Json.Span, CorpusJson.Options) ?? throw new InvalidDataException("The index holds an empty statement.");

    private sealed class Converter : JsonConverter<StoredStatement>
    {
        public override StoredStatement Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var json = JsonDocument.ParseValue(ref reader);
            return new StoredStatement(JsonSerializer.SerializeToUtf8Bytes(json.RootElement, options));
        }

        public override void Write(Utf8JsonWriter writer, StoredStatement value, JsonSerializerOptions options) =>
            writer.WriteRawValue(value.Json.Span, skipInputValidation: true);
    }
}

/// <summary>What a statement says: the members of <see cref="Statement"/> that have these names.</summary>
internal sealed record StatementContent(StatementKind Kind, string Text, int ContentStart, IReadOnlyList<Claim> Claims);
