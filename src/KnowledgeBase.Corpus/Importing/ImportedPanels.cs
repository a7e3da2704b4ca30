using KnowledgeBase.Corpus.Segmentation;
using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Importing;

/// <summary>
/// Which panel a line means: one of its report, by name or id, or a new one. A name reads as a heading does (专题论坛一：人工
/// 智能与气候行动); of one name (分论坛：…) there may be several with different themes.
/// </summary>
internal sealed class ImportedPanels
{
    private readonly Dictionary<string, PanelReference> _known = new(StringComparer.Ordinal);
    private readonly NameIds _ids = new();

    public ImportedPanels(IReadOnlyList<Report> reports)
    {
        foreach (var report in reports)
        {
            foreach (var panel in report.Panels)
            {
                _known.TryAdd(panel.Id, panel);
                Know(KeyOf(report.Reference.Id, panel.Name), panel);
            }
        }
    }

    /// <summary>The panel of a line, or null.</summary>
    public PanelReference? Of(ImportRecord line, string report)
    {
        var (name, record) = line.NameOrRecord("panel");
        if (record is not null)
            return Described(record, report);
        if (name is null)
            return null;
        return name.StartsWith(report + "/", StringComparison.Ordinal) && _known.TryGetValue(name, out var known) ? known : Named(PanelNames.Read(name), report);
    }

    private PanelReference Named(PanelName name, string report)
    {
        var key = KeyOf(report, name.Name);
        if (_known.TryGetValue(key, out var known))
        {
            if (name.Theme is null || known.Theme is null || Folding.Key(name.Theme) == Folding.Key(known.Theme))
                return _known[key] = known with { Theme = known.Theme ?? name.Theme };
            key = KeyOf(report, $"{name.Name}{name.Theme}");
            if (_known.TryGetValue(key, out var other))
                return other;
        }

        var panel = new PanelReference(_ids.Of(key, () => $"{report}/{name.Slug}"), name.Name, name.Theme);
        Know(key, panel);
        return panel;
    }

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
            return PanelNames.Read(name) is var read && theme is null ? Named(read, report) : Named(read with { Theme = theme }, report);
        var panel = new PanelReference(id, name, theme);
        Know(KeyOf(report, name), panel);
        return panel;
    }

    private void Know(string key, PanelReference panel)
    {
        _known.TryAdd(key, panel);
        _ids.Add(key, panel.Id);
    }

    private static string KeyOf(string report, string name) => $"{report}\n{Folding.Key(name)}";
}
