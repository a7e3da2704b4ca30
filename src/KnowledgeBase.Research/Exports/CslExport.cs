using System.Text.Json;
using KnowledgeBase.Corpus;
using KnowledgeBase.Research.Citations;

namespace KnowledgeBase.Research.Exports;

/// <summary>
/// CSL-JSON: an array with one item a line. Each item's <c>custom</c> has its row and how many there are; the first says
/// what is exported, the last has the checksum.
/// </summary>
internal sealed class CslExport(ExportSubject subject) : ExportWriter
{
    public override void Begin(Stream output) => output.Write("["u8);

    public override void Row(Stream output, ExportRow row)
    {
        output.Write(row.Number == 1 ? "\n"u8 : ",\n"u8);
        var item = CslJson.Write(Citation.Of(CitedPassage.Of(row.Statement), subject.Citations));
        var custom = item["custom"]!.AsObject();
        custom["row"] = row.Number;
        custom["rows"] = subject.Matches.Count;
        if (row.Number == 1)
            ExportDescription.Add(custom, subject);
        if (row.Checksum is not null)
            custom["exportSha256"] = row.Checksum;
        JsonSerializer.Serialize(output, item, CorpusJson.Options);
    }

    public override void End(Stream output, string checksum) => output.Write("\n]\n"u8);
}
