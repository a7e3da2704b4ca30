using KnowledgeBase.Corpus.Segmentation;
using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Importing;

/// <summary>Which panel a line means: one of its report in the corpus, by name or id, or a new one of its name.</summary>
internal sealed class ImportedPanels
{
    private readonly Dictionary<(string Report, string Key), PanelReference> _here = [];
    private readonly NameIds _ids = new();

    public ImportedPanels(IReadOnlyList<Report> reports)
    {
        foreach (var report in reports)
        {
            foreach (var panel in report.Panels)
            {
                _here.TryAdd((report.Reference.Id, panel.Id), panel);
                _here.TryAdd((report.Reference.Id, Folding.Key(panel.Name)), panel);
                _ids.Add(KeyOf(report.Reference.Id, panel.Name), panel.Id);
            }
        }
    }

    /// <summary>The panel of a line, or null.</summary>
    public PanelReference? Of(ImportRecord line, string report)
    {
        var (name, record) = line.NameOrRecord("panel");
        if (record is not null)
            return Described(record, report);
        return name is null ? null : _here.GetValueOrDefault((report, name)) ?? Named(PanelNames.Read(name), report);
    }

    private PanelReference Named(PanelName name, string report) =>
        _here.GetValueOrDefault((report, Folding.Key(name.Name))) ?? new PanelReference(_ids.Of(KeyOf(report, name.Name), () => $"{report}/{name.Slug}"), name.Name, name.Theme);

    private PanelReference Described(ImportRecord record, string report)
    {
        var (id, name, theme) = (record.Text("id"), record.Text("name"), record.Text("theme"));
        record.Finish();
        if (id is not null)
            Identifiers.CheckPrintable(record, "id", id);
        if (string.IsNullOrWhiteSpace(name))
        {
            record.Fail("name", "is missing");
            return new PanelReference("", "", null);
        }

        if (id is null)
            return Named(PanelNames.Read(name), report) is var panel && theme is null ? panel : panel with { Theme = theme };
        _ids.Add(KeyOf(report, name), id);
        return new PanelReference(id, name, theme);
    }

    private static string KeyOf(string report, string name) => $"{report}/{Folding.Key(name)}";
}
