using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace KnowledgeBase.Tests;

/// <summary>One statement, or one claim, in every format; and its proof.</summary>
public sealed class CitationTests(Service service)
{
    private const string Statement = "/api/v1/statements/aicg2021-a7dzvz";

    [Theory]
    [InlineData("json", "application/json", "\"previous\":")]
    [InlineData("bibtex", "application/x-bibtex", "@incollection{aicg2021-a7dzvz,")]
    [InlineData("ris", "application/x-research-info-systems", "TY  - CHAP")]
    [InlineData("csl", "application/vnd.citationstyles.csl+json", "\"container-title\": \"2021人工智能合作与治理国际论坛报告\"")]
    [InlineData("gbt7714", "text/plain", "张钹. 主论坛 II 发言：")]
    [InlineData("tei", "application/tei+xml", "who=\"#person.zhang-bo\"")]
    [InlineData("jsonld", "application/ld+json", "TextQuoteSelector")]
    public async Task AFormatIsChosenByItsNameOrByItsMediaType(string format, string mediaType, string part)
    {
        var byName = await service.Client.GetAsync($"{Statement}?format={format}", TestContext.Current.CancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, Statement);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(mediaType));
        var byType = await service.Client.SendAsync(request, TestContext.Current.CancellationToken);
        foreach (var response in (HttpResponseMessage[])[byName, byType])
        {
            Assert.Equal(mediaType, response.Content.Headers.ContentType!.MediaType);
            Assert.Contains(part, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
            Assert.NotNull(response.Headers.ETag);
        }
    }

    [Theory]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "application/json")]
    [InlineData("application/x-bibtex;q=0.5, application/x-research-info-systems", "application/x-research-info-systems")]
    [InlineData("application/pdf, text/*;q=0.1", "text/plain")]
    [InlineData("application/json;q=0, application/ld+json", "application/ld+json")]
    [InlineData("application/json;q=0, */*", "application/x-bibtex")]
    [InlineData("*/*, application/json;q=0.1", "application/x-bibtex")]
    [InlineData("application/*;q=0, */*;q=0.5", "text/plain")]
    [InlineData("*/*;q=0, application/json", "application/json")]
    [InlineData("*/*, application/ld+json", "application/json")]
    public async Task AcceptIsReadByItsQualities(string accept, string mediaType)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Statement);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        Assert.Equal(mediaType, (await service.Client.SendAsync(request, TestContext.Current.CancellationToken)).Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData($"{Statement}", "application/pdf")]
    [InlineData($"{Statement}", "application/json;q=0")]
    [InlineData($"{Statement}", "*/*;q=0")]
    [InlineData("/api/v1/export", "application/pdf")]
    public async Task WhatNothingFitsIsNotAcceptable(string path, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        var response = await service.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotAcceptable, response.StatusCode);
        Assert.Equal("Accept", response.Headers.Vary.ToString());
        Assert.Contains("not-acceptable", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData($"{Statement}?format=xml", "format")]
    [InlineData($"{Statement}?format=ris&format=csl", "format")]
    [InlineData($"{Statement}?format=", "format")]
    [InlineData($"{Statement}?style=apa", "style")]
    [InlineData($"{Statement}/verify?deep=1", "deep")]
    [InlineData("/api/v1/export?format=xml", "format")]
    [InlineData("/api/v1/export?size=5", "size")]
    [InlineData("/api/v1/export?facet=theme", "facet")]
    [InlineData("/api/v1/export?speaker=nobody", "speaker")]
    public async Task AWrongParameterIsNamed(string path, string parameter)
    {
        var problem = await service.Problem(path, HttpStatusCode.BadRequest);
        Assert.Contains(parameter, problem.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("parameter").GetString()));
    }

    [Fact]
    public async Task AClaimHasItsOwnPermalinkPlaceAndCitation()
    {
        var statement = await service.Get(Statement);
        Assert.Equal(JsonValueKind.Null, statement.GetProperty("claim").ValueKind);
        var text = statement.GetProperty("text").GetString()!;
        foreach (var claim in statement.GetProperty("claims").EnumerateArray())
        {
            var id = claim.GetProperty("id").GetString();
            var answer = (await service.Get($"/api/v1/statements/{id}")).GetProperty("claim");
            Assert.Equal(text[claim.GetProperty("start").GetInt32()..claim.GetProperty("end").GetInt32()], answer.GetProperty("text").GetString());
            var range = answer.GetProperty("ranges")[0];
            Assert.Equal(answer.GetProperty("text").GetString(), await service.Client.GetStringAsync($"/api/v1/reports/aicg2021/source?start={range.GetProperty("start")}&end={range.GetProperty("end")}", TestContext.Current.CancellationToken));
            Assert.Contains($"/statements/{id}.", await service.Client.GetStringAsync($"/api/v1/statements/{id}?format=gbt7714", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task ThePermalinkOfACitationLeadsToTheStatement()
    {
        var permalink = (await service.Get(Statement)).GetProperty("permalink").GetString()!;
        Assert.StartsWith(service.Client.BaseAddress!.ToString(), permalink, StringComparison.Ordinal);
        Assert.Equal("aicg2021-a7dzvz", (await service.Get(permalink)).GetProperty("id").GetString());
    }

    [Fact]
    public async Task EveryStatementAndClaimIsProvedAgainstItsSource()
    {
        var all = (await service.Get("/api/v1/statements?size=100")).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("statement"));
        foreach (var statement in all)
        {
            var proof = await service.Get($"/api/v1/statements/{statement.GetProperty("id")}/verify");
            Assert.True(proof.GetProperty("verified").GetBoolean());
            Assert.Equal(statement.GetProperty("text").GetString(), string.Concat(proof.GetProperty("slices").EnumerateArray().Select(slice => slice.GetString())));
            Assert.Equal(statement.GetProperty("source").ToString(), proof.GetProperty("source").ToString());
            if (statement.GetProperty("claims").EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.Object } claim)
                Assert.True((await service.Get($"/api/v1/statements/{claim.GetProperty("id")}/verify")).GetProperty("verified").GetBoolean());
        }
    }

    [Fact]
    public async Task SelectorsOfTheWebAnnotationPickTheWordsOutOfTheSource()
    {
        var source = await service.Client.GetStringAsync("/api/v1/reports/aicg2021/source", TestContext.Current.CancellationToken);
        foreach (var item in (await service.Get("/api/v1/statements?size=100")).GetProperty("items").EnumerateArray())
        {
            var statement = item.GetProperty("statement");
            var annotation = await service.Get($"/api/v1/statements/{statement.GetProperty("id")}?format=jsonld");
            Assert.Equal("http://www.w3.org/ns/anno.jsonld", annotation.GetProperty("@context")[0].GetString());
            var exact = "";
            foreach (var target in annotation.GetProperty("target").EnumerateArray())
            {
                var position = target.GetProperty("selector")[0];
                var quote = target.GetProperty("selector")[1];
                var words = source[position.GetProperty("start").GetInt32()..position.GetProperty("end").GetInt32()];
                Assert.Equal(words, quote.GetProperty("exact").GetString());
                Assert.Contains(quote.GetProperty("prefix").GetString() + words + quote.GetProperty("suffix").GetString(), source, StringComparison.Ordinal);
                exact += words;
            }

            Assert.Equal(statement.GetProperty("text").GetString(), exact);
        }
    }
}
