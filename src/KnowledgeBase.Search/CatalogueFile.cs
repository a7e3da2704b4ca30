using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;
using KnowledgeBase.Corpus;

namespace KnowledgeBase.Search;

/// <summary>
/// Reads the catalogue of a generation. Ids, names, dates and offices come back in it again and again (a speaker's office once for each
/// report): each is kept once, which takes half the memory.
/// </summary>
internal static class CatalogueFile
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="JsonException">It is no catalogue.</exception>
    public static Catalogue Read(string path)
    {
        var options = new JsonSerializerOptions(CorpusJson.Options);
        options.Converters.Add(new SharedStrings());
        options.Converters.Add(new SharedOffices(new JsonSerializerOptions(options)));
        using var file = File.OpenRead(path);
        return JsonSerializer.Deserialize<Catalogue>(file, options) ?? throw new JsonException($"{Path.GetFileName(path)} is empty.");
    }

    private sealed class SharedStrings : JsonConverter<string>
    {
        private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _known = new HashSet<string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

        public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            // A character has at least one byte.
            var characters = ArrayPool<char>.Shared.Rent(reader.HasValueSequence ? checked((int)reader.ValueSequence.Length) : reader.ValueSpan.Length);
            var read = characters.AsSpan(0, reader.CopyString(characters));
            if (!_known.TryGetValue(read, out var known))
                _known.Set.Add(known = read.ToString());
            ArrayPool<char>.Shared.Return(characters);
            return known;
        }

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }

    private sealed class SharedOffices(JsonSerializerOptions plain) : JsonConverter<Office>
    {
        private readonly HashSet<Office> _known = [];

        public override Office? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (JsonSerializer.Deserialize<Office>(ref reader, plain) is not { } office)
                return null;
            if (_known.TryGetValue(office, out var known))
                return known;
            _known.Add(office);
            return office;
        }

        public override void Write(Utf8JsonWriter writer, Office value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value, plain);
    }
}
