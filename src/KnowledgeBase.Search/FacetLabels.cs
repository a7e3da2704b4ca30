namespace KnowledgeBase.Search;

/// <summary>The names of facet values that are no entities: kinds, sides, sectors, countries, years.</summary>
internal static class FacetLabels
{
    private static readonly Dictionary<string, (string Zh, string En)> Labels = new(StringComparer.Ordinal)
    {
        ["kind/individual"] = ("个人发言", "Individual"),
        ["kind/collective"] = ("集体观点", "Collective"),
        ["kind/outcome"] = ("论坛成果", "Outcome"),
        ["side/chinese"] = ("中方", "Chinese side"),
        ["side/international"] = ("外方", "International side"),
        ["sector/government"] = ("政府", "Government"),
        ["sector/international-organisation"] = ("国际组织", "International organisation"),
        ["sector/university"] = ("高校", "University"),
        ["sector/think-tank"] = ("科研机构与智库", "Think-tank"),
        ["sector/company"] = ("企业", "Company"),
        ["sector/association"] = ("社会组织", "Association"),
        ["sector/media"] = ("媒体", "Media"),
        ["sector/arts"] = ("文艺", "Arts"),
        ["sector/other"] = ("其他", "Other"),
    };

    /// <summary>The Chinese and English name of a value; a year or an unlisted country is its own name.</summary>
    public static (string Zh, string En) Of(string facet, string id)
    {
        if (Labels.TryGetValue($"{facet}/{id}", out var label))
            return label;
        return facet == "country" ? (Corpus.Countries.NameOf(id) ?? id, id) : (id, id);
    }
}
