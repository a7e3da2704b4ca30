using System.Net;
using KnowledgeBase.Corpus;
using KnowledgeBase.Search;

namespace KnowledgeBase.Tests;

/// <summary>What those who ask see when the service fails, and when it refuses to read on.</summary>
public sealed partial class ObservationTests
{
    [Fact]
    public async Task NotEvenInDevelopmentAFailureTellsAboutTheProgram()
    {
        using var folder = new TemporaryFolder();
        var index = new StatementIndex(folder.Path);
        index.Build(CorpusReader.Read(Repository.Corpus));
        await StoredDamage.Do(index.PublishedFolder!, Cancellation);
        await using var service = await ServiceProcess.Start(Repository.Corpus, folder.Path, new Dictionary<string, string> { ["ASPNETCORE_ENVIRONMENT"] = "Development" });
        using var client = new HttpClient { BaseAddress = new Uri(service.Address) };
        string[] paths = ["/api/v1/statements?q=提升地区生产力", "/?q=提升地区生产力"];
        foreach (var path in paths)
        {
            using var answer = await client.GetAsync(path, Cancellation);
            Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
            var body = await answer.Content.ReadAsStringAsync(Cancellation);
            Assert.NotEmpty(body);
            Assert.DoesNotContain("Exception", body, StringComparison.Ordinal);
            Assert.DoesNotContain("KnowledgeBase.Search", body, StringComparison.Ordinal);
        }

        // Little more than is read: the service closes once it has answered, and the client must have sent it all by then.
        await Status(client, $"/api/v1/statements?q={new string('a', 256 * 1024)}", HttpStatusCode.RequestUriTooLong);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1");
        request.Headers.Add("X-Long", new string('a', 32 * 1024));
        using var refused = await client.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, refused.StatusCode);
        await Status(client, "/api/v1", HttpStatusCode.OK);
    }
}
