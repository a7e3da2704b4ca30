namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>
/// The panels of a report: the sections in which somebody speaks or takes part. A panel's theme comes from its heading
/// (专题论坛三：人工智能与气候行动) or from the sentence that introduces it (围绕“…”这一主题).
/// </summary>
internal sealed class Panels
{
    private readonly Dictionary<Section, PanelReference> _panels = [];

    private Panels()
    {
    }

    /// <summary>The panels in order.</summary>
    public IReadOnlyList<PanelReference> All => [.. _panels.Values.DistinctBy(panel => panel.Id)];

    /// <summary>Finds the panels of a report.</summary>
    /// <param name="report">The report's id, which panel ids begin with.</param>
    /// <param name="sections">The sections in which somebody speaks or takes part, in order.</param>
    /// <param name="narration">The passages that nobody speaks.</param>
    public static Panels Of(string report, IEnumerable<Section> sections, IReadOnlyList<Passage> narration)
    {
        var panels = new Panels();
        var slugs = new HashSet<string>(StringComparer.Ordinal);
        // A report may have thousands of sections of one name: the number that the next one may get.
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var introductions = narration.ToLookup(passage => passage.Section);
        foreach (var section in sections.Select(PanelSection).Distinct())
        {
            var name = PanelNames.Read(section.Title);
            var slug = name.Slug;
            for (var n = numbers.GetValueOrDefault(name.Slug, 2); !slugs.Add(slug); n++)
            {
                slug = $"{name.Slug}-{n}";
                numbers[name.Slug] = n + 1;
            }

            var theme = name.Theme ?? introductions[section].Select(p => PanelThemes.In(p.Text.Text)).FirstOrDefault(t => t is not null);
            panels._panels.Add(section, new PanelReference($"{report}/{slug}", name.Name, theme));
        }

        return panels;
    }

    /// <summary>The panel of a section, or null where it lies under no heading.</summary>
    public PanelReference? Find(Section? section) => section is null ? null : _panels.GetValueOrDefault(PanelSection(section));

    // 主论坛 I / 嘉宾观点: the nearest heading that names a panel; where none does, the heading itself.
    private static Section PanelSection(Section section)
    {
        for (var at = section; at is not null; at = at.Parent)
        {
            if (PanelNames.IsPanel(at.Title))
                return at;
        }

        return section;
    }
}
