using System.Xml;
using KnowledgeBase.Corpus;
using KnowledgeBase.Corpus.Text;
using KnowledgeBase.Research.Exports;

namespace KnowledgeBase.Research.Tei;

/// <summary>
/// TEI P5: a header with reports, themes, people and institutions; each statement as a div with its words (u, claims as
/// seg) and its place in the source (bibl); count and checksum in the back. docs/tei.rng is its schema.
/// </summary>
internal sealed class TeiExport(ExportSubject subject) : ExportWriter
{
    private XmlWriter? _xml;

    public override void Begin(Stream output)
    {
        _xml = TeiXml.Create(output);
        _xml.Start("TEI");
        new TeiHeader(_xml, subject).Write();
        _xml.Start("text");
        _xml.Start("body");
        _xml.WriteWhitespace("\n");
        if (subject.Matches.Count == 0)
            _xml.Element("p", "No statement matches.");
        _xml.Flush();
    }

    public override void Row(Stream output, ExportRow row)
    {
        var xml = _xml!;
        var statement = row.Statement;
        xml.Start("div", ("type", "statement"), ("xml:id", TeiXml.Id("s", statement.Id)), ("n", $"{row.Number}"));
        WriteUtterance(xml, statement);
        WriteSource(xml, statement);
        xml.End();
        xml.Flush();
    }

    public override void End(Stream output, string checksum)
    {
        var xml = _xml!;
        xml.End();
        xml.Start("back");
        xml.Start("div", ("type", "export"));
        xml.Element("p", $"End of export: {TeiXml.Statements(subject.Matches.Count)}; sha256: {checksum}");
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.End();
        xml.Flush();
        xml.Dispose();
    }

    private void WriteUtterance(XmlWriter xml, Statement statement)
    {
        // An import may name a member of a group whom nobody knows: the header lists no such person.
        var voices = statement.Speaker is { } speaker ? [speaker.Id] : statement.Attribution.Scope.Where(id => subject.Citations.Names.Find("speaker", id) is not null);
        xml.Start(
            "u",
            ("who", Refs("person", voices)),
            ("ana", Refs("kind", [CorpusJson.NameOf(statement.Kind)]) + (statement.Themes.Count == 0 ? "" : " " + Refs("theme", statement.Themes.Select(theme => theme.Id)))),
            ("cert", XmlConvert.ToString(statement.Attribution.Confidence)),
            ("xml:lang", TextLanguage.TagOf(statement.Text)));
        var points = new CodePointIndex(statement.Text);
        var at = 0;
        Write(statement.ContentStart, "attribution", null);
        foreach (var claim in statement.Claims)
        {
            Write(claim.Start, null, null);
            Write(claim.End, "claim", TeiXml.Id("c", claim.Id));
        }

        Write(points.Count, null, null);
        xml.WriteEndElement();

        void Write(int end, string? type, string? id)
        {
            if (end <= at)
                return;
            if (type is not null)
                xml.Start("seg", ("type", type), ("xml:id", id));
            xml.Text(statement.Text.AsSpan()[points.ToUnit(at)..points.ToUnit(end)]);
            if (type is not null)
                xml.WriteEndElement();
            at = end;
        }
    }

    private void WriteSource(XmlWriter xml, Statement statement)
    {
        xml.Start("bibl", ("corresp", TeiXml.Ref("report", statement.Report.Id)));
        xml.Element("idno", subject.Citations.Permalinks.Of(statement.Id), ("type", "URI"));
        foreach (var heading in statement.Section)
            xml.Element("biblScope", heading, ("unit", "section"));
        if (statement.Source is { } source)
        {
            xml.Element("idno", source.Sha256, ("type", "sha256"));
            if (source.Pages is { } pages)
                WriteRange(xml, "page", pages[0], pages[^1]);
            WriteRange(xml, "line", source.Lines[0], source.Lines[^1]);
            foreach (var range in source.Ranges)
                WriteRange(xml, "character", range.Start, range.End);
        }

        xml.WriteEndElement();
    }

    private static void WriteRange(XmlWriter xml, string unit, int from, int to) =>
        xml.Element("citedRange", $"{from}–{to}", ("unit", unit), ("from", $"{from}"), ("to", $"{to}"));

    private static string? Refs(string kind, IEnumerable<string> ids)
    {
        var refs = string.Join(' ', ids.Select(id => TeiXml.Ref(kind, id)));
        return refs.Length == 0 ? null : refs;
    }
}
