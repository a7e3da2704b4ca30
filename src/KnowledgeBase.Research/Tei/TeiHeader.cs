using System.Xml;
using KnowledgeBase.Corpus;
using KnowledgeBase.Corpus.Text;
using KnowledgeBase.Research.Exports;
using KnowledgeBase.Search;

namespace KnowledgeBase.Research.Tei;

/// <summary>The teiHeader of an export: what it holds, from which reports, who speaks, from where, about what.</summary>
internal sealed class TeiHeader(XmlWriter xml, ExportSubject subject)
{
    private const string ReportedSpeech =
        "Each u is reported speech: the report summarises what was said, it does not quote. A u of the kind collective is the voice of a group "
        + "and has a who only where the text itself names the members. cert is the certainty of the attribution, from 0 to 1. "
        + "Character ranges count Unicode code points of the decoded source from 0, end exclusive. U+FFFD stands for a character that XML cannot hold; the checksum at the end is over the original texts.";

    private readonly Matches _matches = subject.Matches;
    private readonly Names _names = subject.Citations.Names;

    public void Write()
    {
        xml.Start("teiHeader");
        WriteFileDescription();
        WriteEncodingDescription();
        WriteParticipants();
        xml.End();
    }

    private void WriteFileDescription()
    {
        var accessed = subject.Citations.Accessed.ToString("O");
        xml.Start("fileDesc");
        xml.Start("titleStmt");
        xml.Element("title", $"Statements from KnowledgeBase: {(subject.Query.Text.Length == 0 ? "everything" : subject.Query.Text)}");
        xml.End();
        xml.Start("extent");
        xml.Element("measure", TeiXml.Statements(_matches.Count), ("unit", "statements"), ("quantity", $"{_matches.Count}"));
        xml.End();
        xml.Start("publicationStmt");
        xml.Element("publisher", "KnowledgeBase");
        xml.Element("date", accessed, ("when", accessed));
        xml.Element("idno", _matches.Index.CorpusVersion, ("type", "corpusVersion"));
        xml.Element("idno", _matches.Index.Generation, ("type", "generation"));
        xml.End();
        xml.Start("sourceDesc");
        WriteReports(_matches.Values("report"));
        xml.End();
        xml.End();
    }

    private void WriteReports(IReadOnlyList<string> reports)
    {
        if (reports.Count == 0)
        {
            xml.Element("p", "No statement matches.");
            return;
        }

        xml.Start("listBibl");
        foreach (var report in reports.Select(id => _names.Find("report", id)).OfType<ReportEntity>())
        {
            xml.Start("bibl", ("xml:id", TeiXml.Id("report", report.Id)));
            xml.Element("title", report.Name);
            xml.Element("publisher", report.Publisher);
            xml.Element("pubPlace", report.Place);
            xml.Element("date", report.Date, ("when", report.Date));
            xml.Element("idno", report.Url, ("type", "URI"));
            xml.Element("idno", report.Sha256, ("type", "sha256"));
            xml.End();
        }

        xml.End();
    }

    private void WriteEncodingDescription()
    {
        xml.Start("encodingDesc");
        xml.Start("projectDesc");
        xml.Element("p", ReportedSpeech);
        xml.End();
        xml.Start("samplingDecl");
        xml.Element("p", ExportDescription.Text(subject));
        xml.End();
        xml.Start("classDecl");
        WriteTaxonomy("kind", CorpusJson.NamesOf<StatementKind>().Select(kind => (kind, kind, (string?)null)));
        if (_matches.Values("theme") is { Count: > 0 } themes)
            WriteTaxonomy("theme", themes.Select(id => (id, _names.Find("theme", id)?.Name ?? id, _names.Find("theme", id)?.NameEn)));
        xml.End();
        xml.End();
    }

    private void WriteTaxonomy(string kind, IEnumerable<(string Id, string Name, string? NameEn)> categories)
    {
        xml.Start("taxonomy", ("xml:id", kind));
        foreach (var (id, name, nameEn) in categories)
        {
            xml.Start("category", ("xml:id", TeiXml.Id(kind, id)));
            xml.Element("catDesc", name, ("xml:lang", LanguageOf(name)));
            xml.Element("catDesc", nameEn, ("xml:lang", "en"));
            xml.End();
        }

        xml.End();
    }

    private void WriteParticipants()
    {
        var institutions = _matches.Values("institution").Select(id => _names.Find("institution", id)).OfType<InstitutionEntity>().ToList();
        // The members of a group speak through it, and need not speak by themselves in this export.
        var members = _matches.Having("kind", CorpusJson.NameOf(StatementKind.Collective)).SelectMany(stored => stored.Read().Attribution.Scope);
        var people = _matches.Values("speaker").Concat(members).Distinct(StringComparer.Ordinal).Select(id => _names.Find("speaker", id)).OfType<SpeakerEntity>().ToList();
        if (people.Count + institutions.Count == 0)
            return;
        xml.Start("profileDesc");
        xml.Start("particDesc");
        if (people.Count > 0)
            WritePeople(people, institutions.Select(institution => institution.Id).ToHashSet(StringComparer.Ordinal));
        if (institutions.Count > 0)
            WriteInstitutions(institutions);
        xml.End();
        xml.End();
    }

    private void WritePeople(List<SpeakerEntity> people, HashSet<string> institutions)
    {
        xml.Start("listPerson");
        foreach (var person in people)
        {
            xml.Start("person", ("xml:id", TeiXml.Id("person", person.Id)));
            xml.Element("persName", person.Name, ("xml:lang", LanguageOf(person.Name)));
            xml.Element("persName", person.NameEn, ("xml:lang", "en"));
            foreach (var affiliation in person.Affiliations.DistinctBy(a => (a.Office.AsPrinted, a.Report)))
            {
                var office = affiliation.Office;
                xml.Element("affiliation", office.AsPrinted, ("ref", institutions.Contains(office.Id) ? TeiXml.Ref("org", office.Id) : null));
            }

            xml.End();
        }

        xml.End();
    }

    private void WriteInstitutions(List<InstitutionEntity> institutions)
    {
        xml.Start("listOrg");
        foreach (var institution in institutions)
        {
            xml.Start("org", ("xml:id", TeiXml.Id("org", institution.Id)), ("role", institution.Sector is { } sector ? CorpusJson.NameOf(sector) : null));
            xml.Element("orgName", institution.Name, ("xml:lang", LanguageOf(institution.Name)));
            xml.Element("orgName", institution.NameEn, ("xml:lang", "en"));
            xml.Element("country", institution.Country, ("key", institution.Country));
            xml.End();
        }

        var ids = institutions.Select(institution => institution.Id).ToHashSet(StringComparer.Ordinal);
        if (institutions.Where(institution => institution.Parent is { } parent && ids.Contains(parent)).ToList() is { Count: > 0 } parts)
            WriteRelations(parts);
        xml.End();
    }

    private void WriteRelations(List<InstitutionEntity> parts)
    {
        xml.Start("listRelation");
        foreach (var part in parts)
        {
            xml.Start("relation", ("name", "partOf"), ("active", TeiXml.Ref("org", part.Id)), ("passive", TeiXml.Ref("org", part.Parent!)));
            xml.End();
        }

        xml.End();
    }

    private static string? LanguageOf(string name) => name.Any(Han.Is) ? "zh" : null;
}
