using System.Text;
using KnowledgeBase.Research.Citations;

namespace KnowledgeBase.Research.Exports;

/// <summary>BibTeX: a comment that says what is exported, the entries, a comment with their count and checksum.</summary>
internal sealed class BibTexExport(ExportSubject subject) : ExportWriter
{
    public override void Begin(Stream output) => Write(output, BibTex.Comment($"Exported from KnowledgeBase: {ExportDescription.Text(subject)}"));

    public override void Row(Stream output, ExportRow row) =>
        Write(output, "\n" + BibTex.Write(Citation.Of(CitedPassage.Of(row.Statement), subject.Citations)));

    public override void End(Stream output, string checksum) =>
        Write(output, "\n" + BibTex.Comment($"End of export: {subject.Matches.Count} entries; sha256: {checksum}"));

    private static void Write(Stream output, string text) => output.Write(Encoding.UTF8.GetBytes(text));
}
