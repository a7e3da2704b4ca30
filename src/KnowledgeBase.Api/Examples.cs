using System.Text.Json.Nodes;

namespace KnowledgeBase.Api;

/// <summary>Examples for the OpenAPI document; each works on the first report.</summary>
internal static class Examples
{
    private static readonly Dictionary<string, string> Paths = new(StringComparer.Ordinal)
    {
        ["GetStatement"] = "aicg2021-98jaez",
        ["GetSpeaker"] = "xue-lan",
        ["GetInstitution"] = "tsinghua",
        ["GetPanel"] = "aicg2021/main-1",
        ["GetTheme"] = "explainability",
        ["GetReport"] = "aicg2021",
        ["GetSource"] = "aicg2021",
        ["GetFacet"] = "speaker",
    };

    private static readonly Dictionary<string, string> Properties = new(StringComparer.Ordinal)
    {
        ["Statement.id"] = "aicg2021-98jaez",
        ["Statement.text"] = "英国皇家国际事务研究所亚太项目副研究员瓦苏基·沙斯特里指出可解释性和有条件性至关重要。…",
        ["ReportReference.id"] = "aicg2021",
        ["ReportReference.title"] = "2021人工智能合作与治理国际论坛报告",
        ["ReportReference.date"] = "2021-12",
        ["PanelReference.id"] = "aicg2021/thematic-1",
        ["PanelReference.name"] = "专题论坛一",
        ["PanelReference.theme"] = "在相互依存的全球数字时代弥合数字鸿沟",
        ["SpeakerReference.id"] = "xue-lan",
        ["SpeakerReference.name"] = "薛澜",
        ["Attribution.source"] = "薛澜",
        ["Attribution.title"] = "清华大学文科资深教授、苏世民书院院长",
        ["Attribution.cue"] = "指出",
        ["Office.id"] = "tsinghua",
        ["Office.name"] = "清华大学",
        ["Office.unit"] = "苏世民书院",
        ["Office.unitId"] = "tsinghua-schwarzman",
        ["Office.role"] = "院长",
        ["Office.asPrinted"] = "苏世民书院院长",
        ["Office.country"] = "CN",
        ["ThemeLabel.id"] = "explainability",
        ["Claim.id"] = "aicg2021-98jaez.1",
        ["Provenance.file"] = "reports/aicg2021/report.md",
        ["FacetValue.id"] = "explainability",
        ["FacetValue.label"] = "可解释性与透明度",
        ["FacetValue.labelEn"] = "Explainability and transparency",
        ["QueryReading.q"] = "可解释",
    };

    /// <summary>The value of an operation's path parameter, or null.</summary>
    public static JsonNode? OfPath(string operation) => Paths.TryGetValue(operation, out var example) ? example : null;

    /// <summary>A value of a property as JSON names it, or null.</summary>
    public static JsonNode? OfProperty(string type, string property) => Properties.TryGetValue($"{type}.{property}", out var example) ? example : null;
}
