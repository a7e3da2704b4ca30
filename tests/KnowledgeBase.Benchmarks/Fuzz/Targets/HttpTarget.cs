using System.Net;
using System.Net.Sockets;
using KnowledgeBase.Benchmarks;
using KnowledgeBase.Tests;

namespace KnowledgeBase.Fuzz.Targets;

/// <summary>The real service over HTTP, on the first report: it answers everything, never with 500 and more, and JSON is JSON.</summary>
internal sealed class HttpTarget : FuzzTarget
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kb-fuzz-").FullName;
    private readonly RequestMaker _requests = new();
    private readonly MeasuredService _service;
    private readonly RawHttp _http;

    public HttpTarget()
    {
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Port = ((IPEndPoint)free.LocalEndpoint).Port;
        }

        _service = MeasuredService.Start(Repository.Corpus, _folder, $"http://127.0.0.1:{Port}").GetAwaiter().GetResult();
        _http = new RawHttp("127.0.0.1", Port);
    }

    /// <inheritdoc/>
    public override string Name => "http";

    /// <inheritdoc/>
    public override string Ending => ".http";

    /// <inheritdoc/>
    public override TimeSpan ProcessorTime => _service.ProcessorTime;

    private int Port { get; }

    /// <inheritdoc/>
    public override byte[] Make(Random random, int number) => _requests.Make(random, number);

    /// <inheritdoc/>
    public override bool Feed(byte[] input)
    {
        try
        {
            return HttpAnswers.MustBeSound(_http, input);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            _http.Dispose();
            throw new FuzzException($"the connection broke: {e.Message}{(_service.IsRunning ? "" : "; the service has ended")}{Log()}");
        }
        catch (FuzzException e)
        {
            throw new FuzzException(e.Message + Log());
        }
    }

    // The log comes through a pipe, behind the answer.
    private string Log()
    {
        Thread.Sleep(200);
        return "\n" + string.Join('\n', _service.LastLines);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _http.Dispose();
        _service.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
