using System.Text.Json;
using System.Text.Json.Nodes;
using KnowledgeBase.Corpus;

namespace KnowledgeBase.Research.Exports;

/// <summary>
/// JSON Lines: each line is a statement as the index keeps it, with one member more, <c>export</c>: the row's number and
/// how many there are; on the first line also search and corpus version, on the last the checksum.
/// </summary>
internal sealed class JsonLinesExport(ExportSubject subject) : ExportWriter
{
    public override void Begin(Stream output)
    {
    }

    public override void Row(Stream output, ExportRow row)
    {
        // The stored JSON is an object that is never empty: its last brace makes room for the member.
        output.Write(row.Stored.Json.Span[..^1]);
        output.Write(",\"export\":"u8);
        JsonSerializer.Serialize(output, About(row), CorpusJson.Options);
        output.Write("}\n"u8);
    }

    public override void End(Stream output, string checksum)
    {
    }

    private JsonObject About(ExportRow row)
    {
        var about = new JsonObject { ["row"] = row.Number, ["rows"] = subject.Matches.Count };
        if (row.Number == 1)
            ExportDescription.Add(about, subject);
        if (row.Checksum is not null)
            about["sha256"] = row.Checksum;
        return about;
    }
}
