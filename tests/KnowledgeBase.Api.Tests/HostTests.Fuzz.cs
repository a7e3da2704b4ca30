using CsCheck;
using KnowledgeBase.Corpus;
using KnowledgeBase.Fuzz;
using KnowledgeBase.Search;

namespace KnowledgeBase.Tests;

/// <summary>A few of the requests that <c>tests/fuzz.sh</c> makes.</summary>
public sealed partial class HostTests
{
    [Fact]
    public void AnyRequestIsAnsweredAndNeverWith500()
    {
        using var folder = new TemporaryFolder();
        new StatementIndex(folder.Path).Build(CorpusReader.Read(Repository.Corpus));
        using var host = new Service.Host(Repository.Corpus, folder.Path);
        using var client = host.CreateClient();
        using var http = new RawHttp(client.BaseAddress!.Host, client.BaseAddress.Port);
        var requests = new RequestMaker();
        Samples.Each(Gen.Int[0, int.MaxValue], 600, number => HttpAnswers.MustBeSound(http, requests.Make(new Random(number), number % 3 == 0 ? number % requests.Seeds : int.MaxValue)));
    }
}
