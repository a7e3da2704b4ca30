using System.Net;
using System.Text.Json;
using KnowledgeBase.Corpus;
using KnowledgeBase.Search;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;

namespace KnowledgeBase.Tests;

/// <summary>The real service on a real port, over an index of the repository's corpus in a temporary folder.</summary>
public sealed class Service : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Host _host;

    public Service()
        : this(Repository.Corpus)
    {
    }

    /// <summary>The same over another corpus; see HostTests for who may start one.</summary>
    internal Service(string corpus)
    {
        Rebuild(corpus);
        _host = new Host(corpus, _folder.Path);
        Client = _host.CreateClient();
    }

    public HttpClient Client { get; }

    /// <summary>What the service has logged, warnings and worse: category and message.</summary>
    public IEnumerable<string> Log => _host.Log;

    /// <summary>Publishes a new generation of a corpus.</summary>
    internal void Rebuild(string corpus) => new StatementIndex(_folder.Path).Build(CorpusReader.Read(corpus));

    public void Dispose()
    {
        _host.Dispose();
        _folder.Dispose();
    }

    public async Task<JsonElement> Get(string path)
    {
        var response = await Client.GetAsync(path, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, $"{path}: {(int)response.StatusCode} {body}");
        return JsonDocument.Parse(body).RootElement;
    }

    /// <summary>An error answer: its status and its problem document.</summary>
    public async Task<JsonElement> Problem(string path, HttpStatusCode status)
    {
        var response = await Client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        Assert.False(string.IsNullOrEmpty(problem.GetProperty("code").GetString()));
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        return problem;
    }

    /// <summary>The service over any folders.</summary>
    internal sealed class Host : WebApplicationFactory<Program>
    {
        private readonly string _corpus;
        private readonly string _index;
        private readonly string _publicUrl;
        private readonly CollectedLog _log = new();

        private readonly (string Name, string Value)[] _settings;

        public Host(string corpus, string index, string publicUrl = "", params (string Name, string Value)[] settings)
        {
            _settings = settings;
            _corpus = corpus;
            _index = index;
            _publicUrl = publicUrl;
            UseKestrel(0);
        }

        public IEnumerable<string> Log => _log.Entries;

        /// <summary>Services in the place of the program's.</summary>
        public Action<IServiceCollection> Replaced { get; init; } = _ => { };

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.ConfigureLogging(logging => logging.AddProvider(_log));
            builder.ConfigureTestServices(Replaced);
            builder.UseSetting("corpus", _corpus);
            builder.UseSetting("index", _index);
            builder.UseSetting("public-url", _publicUrl);
            foreach (var (name, value) in _settings)
                builder.UseSetting(name, value);
        }
    }
}
