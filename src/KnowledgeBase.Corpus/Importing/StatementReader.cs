using KnowledgeBase.Corpus.Registry;
using KnowledgeBase.Corpus.Segmentation;
using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Importing;

/// <summary>
/// Makes statements of import lines. What a line says is taken as it stands; what it leaves out is derived as it is for
/// reports. Names that were met are remembered, texts are not.
/// </summary>
internal sealed class StatementReader
{
    private readonly ImportedReports _reports;
    private readonly ImportedSpeakers _speakers;
    private readonly ImportedPanels _panels;
    private readonly ImportedOffices _offices;
    private readonly ImportedThemes _themes;
    private readonly StatementIds _ids = new();
    private readonly Dictionary<ulong, string> _reported = [];
    private readonly HashSet<(string, string)> _otherVersions = [];

    public StatementReader(CorpusRegistry registry, IReadOnlyList<Report> reports)
    {
        _reports = new ImportedReports(reports);
        _speakers = new ImportedSpeakers(registry, reports);
        _panels = new ImportedPanels(reports);
        _offices = new ImportedOffices(registry.Institutions);
        _themes = new ImportedThemes(registry);
        foreach (var statement in reports.SelectMany(report => report.Statements))
        {
            _ids.TryTake(statement.Id);
            _reported.TryAdd(KeyOf(statement.Report.Id, statement.Text, statement.Speaker), statement.Id);
        }
    }

    /// <summary>The statement of a line; null where the line cannot be taken, which its problems explain.</summary>
    /// <param name="line">The line.</param>
    /// <param name="file">The file's name without folder and ending.</param>
    public Statement? Read(ImportRecord line, string file)
    {
        var (id, text) = (line.Text("id"), line.Text("text"));
        if (string.IsNullOrWhiteSpace(text))
            line.Problems.Fail("KB202", text is null ? null : "text", text is null ? "the line has no \"text\": it is all that a statement needs" : "\"text\" is empty");
        if (line.Problems.Error is not null)
            return null;

        var statement = Describe(line, file, text!);
        line.Finish();
        if (line.Problems.Error is null && statement.Source is not null)
            CheckSource(line, statement);
        return line.Problems.Error is null && IdOf(line, id, statement) is { } taken ? statement with { Id = taken, Claims = TextRanges.WithIds(line, statement.Claims, taken) } : null;
    }

    private Statement Describe(ImportRecord line, string file, string text)
    {
        var points = new CodePointIndex(text);
        var report = _reports.Of(line, file);
        Attribution? attribution = null;
        TitleReading? title = null;
        var (speaker, printed) = _speakers.Of(line, report.Id, name => title = _offices.Of(line, (attribution = AttributionOf(line, name)).Title));
        var kind = KindOf(line, speaker);
        var panel = _panels.Of(line, report.Id);
        if (panel is not null && kind == StatementKind.Outcome)
            line.Fail("panel", "cannot be: an outcome is the forum's own and has no panel");
        attribution ??= AttributionOf(line, printed);
        title ??= _offices.Of(line, attribution.Title);
        var contentStart = TextRanges.ContentStart(line, points.Count);
        var section = line.Texts("section") ?? [];
        // Members that only exports have are asked for, so that they are not called unknown.
        _ = line.Says("export") | line.Says("score");
        return new Statement
        {
            Id = "",
            Report = report,
            Kind = kind,
            Panel = panel,
            Section = section,
            Speaker = speaker,
            Attribution = attribution,
            Institutions = title.Offices,
            Sectors = title.Sectors,
            Countries = title.Countries,
            Themes = _themes.Of(line, text, points.ToUnit(contentStart), [report.Title, .. section]),
            Instruments = line.Texts("instruments") ?? Instruments.In(text),
            Text = text,
            ContentStart = contentStart,
            Claims = TextRanges.Claims(line, text, points, contentStart),
            Source = TextRanges.Source(line, points.Count),
        };
    }

    // Without speaker and kind it is the words of people who are not named; that a forum agreed on it nobody said.
    private static StatementKind KindOf(ImportRecord line, SpeakerReference? speaker)
    {
        var kind = line.Choice<StatementKind>("kind") ?? (speaker is null ? StatementKind.Collective : StatementKind.Individual);
        if (kind == StatementKind.Individual && speaker is null)
            line.Fail("kind", "is individual, but there is no \"speaker\"");
        if (kind != StatementKind.Individual && speaker is not null)
            line.Fail("kind", $"is {CorpusJson.NameOf(kind)}, but there is a \"speaker\": only individual statements have one");
        return kind;
    }

    private static Attribution AttributionOf(ImportRecord line, string? printed)
    {
        string[] imported = [Evidence.Imported];
        if (line.Record("attribution") is not { } record)
            return new Attribution { Source = printed, Confidence = Evidence.Confidence(imported), Evidence = imported };
        var evidence = record.Texts("evidence") ?? imported;
        var attribution = new Attribution
        {
            Source = record.Says("source") ? record.Text("source") : printed,
            Title = record.Text("title"),
            Cue = record.Text("cue"),
            Strength = record.Choice<Strength>("strength"),
            Scope = record.Texts("scope") ?? [],
            Confidence = record.Fraction("confidence") ?? Evidence.Confidence(evidence),
            Evidence = evidence,
        };
        record.Finish();
        return attribution;
    }

    // Where the source is in the corpus, the words are compared with it.
    private void CheckSource(ImportRecord line, Statement statement)
    {
        if (_reports.Find(statement.Report.Id)?.Source is not { } source)
            return;
        if (source.Sha256 != statement.Source!.Sha256)
        {
            if (_otherVersions.Add((statement.Report.Id, statement.Source.Sha256)))
                line.Problems.Warn("KB209", "source", $"the statement was made from another version of the report {statement.Report.Id} (sha256 {statement.Source.Sha256[..8]}…) than the one here ({source.Sha256[..Math.Min(8, source.Sha256.Length)]}…): its places are not checked, nor those of further statements from that version");
        }
        else if (ProvenanceCheck.FirstDifference(statement, source.Text, source.CodePoints) is { } difference)
        {
            line.Fail("source", $"is not where the text stands: {difference.ReplaceLineEndings("⏎")}", "KB205");
        }
    }

    private string? IdOf(ImportRecord line, string? id, Statement statement)
    {
        if (id is not null)
        {
            Identifiers.CheckPlain(line, "id", id);
            if (line.Problems.Error is null && !_ids.TryTake(id))
                line.Fail("id", $"is {id}, which another statement has already", "KB204");
            return line.Problems.Error is null ? id : null;
        }

        if (!_reported.TryGetValue(KeyOf(statement.Report.Id, statement.Text, statement.Speaker), out var reported))
            return _ids.Next(statement.Report.Id, statement.Text, statement.Attribution.Source);
        line.Fail("text", $"is the statement {reported} of the report itself", "KB204");
        return null;
    }

    private static ulong KeyOf(string report, string text, SpeakerReference? speaker) => ContentHash.Bits($"{report}\n{speaker?.Id}\n{text}");
}
