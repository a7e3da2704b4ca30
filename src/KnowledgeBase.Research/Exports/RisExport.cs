using System.Text;
using KnowledgeBase.Research.Citations;

namespace KnowledgeBase.Research.Exports;

/// <summary>
/// RIS has no comments: the first record says in a note what is exported, each its number of how many, the last one the
/// checksum.
/// </summary>
internal sealed class RisExport(ExportSubject subject) : ExportWriter
{
    public override void Begin(Stream output)
    {
    }

    public override void Row(Stream output, ExportRow row)
    {
        var notes = new List<string>();
        if (row.Number == 1)
            notes.Add($"Exported from KnowledgeBase: {ExportDescription.Text(subject)}");
        notes.Add($"Record {row.Number} of {subject.Matches.Count}");
        if (row.Checksum is not null)
            notes.Add($"End of export; sha256: {row.Checksum}");
        output.Write(Encoding.UTF8.GetBytes(Ris.Write(Citation.Of(CitedPassage.Of(row.Statement), subject.Citations), notes) + "\r\n"));
    }

    public override void End(Stream output, string checksum)
    {
    }
}
