using System.Text.Json;

namespace KnowledgeBase.Tests;

/// <summary>What pages tell programs in the terms of schema.org.</summary>
public sealed class StructuredDataTests(Service service)
{
    [Theory]
    [InlineData("/", "@type", "WebSite")]
    [InlineData("/", "name", "治理观点库")]
    [InlineData("/", "potentialAction.@type", "SearchAction")]
    [InlineData("/", "potentialAction.target.urlTemplate", "~/?q={search_term_string}")]
    [InlineData("/statements/aicg2021-a7dzvz", "@type", "Quotation")]
    [InlineData("/statements/aicg2021-a7dzvz", "@id", "~/statements/aicg2021-a7dzvz")]
    [InlineData("/statements/aicg2021-a7dzvz", "inLanguage", "zh")]
    [InlineData("/statements/aicg2021-a7dzvz", "spokenByCharacter.@type", "Person")]
    [InlineData("/statements/aicg2021-a7dzvz", "spokenByCharacter.@id", "~/speakers/zhang-bo")]
    [InlineData("/statements/aicg2021-a7dzvz", "spokenByCharacter.name", "张钹")]
    [InlineData("/statements/aicg2021-a7dzvz", "spokenByCharacter.jobTitle", "中国科学院院士、清华大学人工智能研究院名誉院长、人工智能国际治理研究院学术委员")]
    [InlineData("/statements/aicg2021-a7dzvz", "spokenByCharacter.memberOf.name", "中国科学院")]
    [InlineData("/statements/aicg2021-a7dzvz", "spokenByCharacter.affiliation.0.@type", "Organization")]
    [InlineData("/statements/aicg2021-a7dzvz", "recordedAt.@type", "Event")]
    [InlineData("/statements/aicg2021-a7dzvz", "recordedAt.@id", "~/panels/aicg2021/main-2")]
    [InlineData("/statements/aicg2021-a7dzvz", "isPartOf.@type", "Report")]
    [InlineData("/statements/aicg2021-a7dzvz", "isPartOf.datePublished", "2021-12")]
    [InlineData("/statements/aicg2021-a7dzvz", "isPartOf.publisher.name", "清华大学人工智能国际治理研究院")]
    [InlineData("/statements/aicg2021-a7dzvz", "about.0.@type", "DefinedTerm")]
    [InlineData("/statements/aicg2021-a7dzvz", "creditText", null)]
    [InlineData("/statements/aicg2021-s4nyzr", "@type", "Quotation")]
    [InlineData("/statements/aicg2021-s4nyzr", "spokenByCharacter", null)]
    [InlineData("/statements/aicg2021-s4nyzr", "recordedAt", null)]
    [InlineData("/speakers/zeng-yi", "@type", "Person")]
    [InlineData("/speakers/zeng-yi", "name", "曾毅")]
    [InlineData("/speakers/zeng-yi", "affiliation.0.name", "中国科学院自动化研究所中英人工智能伦理与治理中心")]
    [InlineData("/institutions/casia", "@type", "Organization")]
    [InlineData("/institutions/casia", "parentOrganization.@id", "~/institutions/cas")]
    [InlineData("/institutions/tsinghua", "alternateName.0", "Tsinghua University")]
    [InlineData("/institutions/tsinghua", "parentOrganization", null)]
    [InlineData("/panels/aicg2021/main-2", "@type", "Event")]
    [InlineData("/panels/aicg2021/main-2", "name", "主论坛 II")]
    [InlineData("/panels/aicg2021/main-2", "about.name", "人工智能技术前沿与治理")]
    [InlineData("/panels/aicg2021/main-2", "performer.0.@type", "Person")]
    [InlineData("/panels/aicg2021/main-2", "superEvent.@id", "~/reports/aicg2021#event")]
    [InlineData("/panels/aicg2021/main-2", "superEvent.subjectOf.@id", "~/reports/aicg2021")]
    [InlineData("/panels/aicg2021/main-2", "startDate", null)]
    [InlineData("/reports/aicg2021", "@type", "Report")]
    [InlineData("/reports/aicg2021", "datePublished", "2021-12")]
    [InlineData("/reports/aicg2021", "sameAs", "https://www.tsinghuaaiforum.org/")]
    [InlineData("/reports/aicg2021", "about.@id", "~/reports/aicg2021#event")]
    [InlineData("/reports/aicg2021", "about.subEvent.0.@type", "Event")]
    [InlineData("/themes/explainability", "@type", "DefinedTerm")]
    [InlineData("/themes/explainability", "termCode", "explainability")]
    [InlineData("/instruments/个人信息保护法", "@type", "CreativeWork")]
    [InlineData("/instruments/个人信息保护法", "name", "个人信息保护法")]
    public async Task APageSaysInTermsOfSchemaOrgWhatItIsAbout(string path, string property, string? value)
    {
        var data = (await PageHead.Of(service.Client, path)).Data!.Value;
        Assert.Equal("https://schema.org", data.GetProperty("@context").GetString());
        Assert.Equal(value?.Replace("~", service.Client.BaseAddress!.ToString().TrimEnd('/'), StringComparison.Ordinal), At(data, property));
    }

    [Theory]
    [InlineData("/?q=可解释")]
    [InlineData("/facets/theme")]
    [InlineData("/reports/aicg2021/source")]
    public async Task APageWithoutASubjectOfItsOwnSaysNothing(string path) => Assert.Null((await PageHead.Of(service.Client, path)).Data);

    [Fact]
    public async Task EveryStatementIsQuotedVerbatimAndOnlyPeopleSpeak()
    {
        var items = (await service.Get("/api/v1/statements?size=100")).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("statement")).ToList();
        Assert.Equal(84, items.Count);
        foreach (var statement in items)
        {
            var data = (await PageHead.Of(service.Client, $"/statements/{At(statement, "id")}")).Data!.Value;
            Assert.Equal(At(statement, "text"), At(data, "text"));
            Assert.Equal(At(statement, "speaker.name"), At(data, "spokenByCharacter.name"));
            Assert.Equal(At(statement, "kind") == "collective" ? At(statement, "attribution.source") : null, At(data, "creditText"));
        }
    }

    // A property by its path, 0 for the first of an array; null where there is none.
    private static string? At(JsonElement element, string path)
    {
        foreach (var step in path.Split('.'))
        {
            if (element.ValueKind == JsonValueKind.Array)
                element = element[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)];
            else if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(step, out element))
                return null;
        }

        return element.GetString();
    }
}
