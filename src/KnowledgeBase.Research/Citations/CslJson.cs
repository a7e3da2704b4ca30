using System.Globalization;
using System.Text.Json.Nodes;

namespace KnowledgeBase.Research.Citations;

/// <summary>A citation as an item of CSL-JSON, type chapter: a part of a report.</summary>
public static class CslJson
{
    /// <summary>The item. What CSL has no variable for stands in <c>custom</c>: lines, source hash, corpus version.</summary>
    public static JsonObject Write(Citation citation)
    {
        var report = citation.Report;
        var item = new JsonObject
        {
            ["id"] = citation.Id,
            ["type"] = "chapter",
            ["author"] = new JsonArray([.. citation.Authors.Select(NameOf)]),
            ["title"] = citation.Title,
            ["container-title"] = report.Title,
            ["publisher"] = report.Publisher,
            ["publisher-place"] = report.Place,
            ["issued"] = report.Date is { } date ? DateOf(date) : null,
            ["page"] = citation.Pages,
            ["section"] = citation.Place.Length > 0 ? citation.Place : null,
            ["genre"] = "reported speech",
            ["language"] = citation.IsChinese ? "zh-CN" : "en",
            ["URL"] = citation.Url,
            ["accessed"] = DateOf(citation.Accessed.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ["note"] = citation.Note,
            ["custom"] = new JsonObject
            {
                ["corpusVersion"] = citation.CorpusVersion,
                ["sha256"] = citation.Sha256,
                ["lines"] = citation.Lines is null ? null : new JsonArray([.. citation.Lines.Select(line => JsonValue.Create(line))]),
            },
        };
        foreach (var empty in item.Where(member => member.Value is null or JsonArray { Count: 0 }).Select(member => member.Key).ToList())
            item.Remove(empty);
        return item;
    }

    private static JsonNode NameOf(PersonName name) => name.Family is null
        ? new JsonObject { ["literal"] = name.Literal }
        : new JsonObject { ["family"] = name.Family, ["given"] = name.Given };

    private static JsonObject DateOf(string iso) => new()
    {
        ["date-parts"] = new JsonArray(new JsonArray([.. iso.Split('-').Select(part => JsonValue.Create(int.Parse(part, CultureInfo.InvariantCulture)))])),
    };
}
