using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace KnowledgeBase.Tests;

/// <summary>
/// What stands where an OpenTelemetry collector would: keeps what is sent to it. Texts in protobuf are UTF-8 as they are, so
/// that they can be looked for without reading it.
/// </summary>
internal sealed class Collector : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<(string Path, string Body)> _received = new();

    public Collector()
    {
        Address = $"http://127.0.0.1:{FreePort()}";
        _listener.Prefixes.Add(Address + "/");
        _listener.Start();
        _ = Receive();
    }

    /// <summary>Where it listens.</summary>
    public string Address { get; }

    /// <summary>All spans that came.</summary>
    public string Traces => Of("/v1/traces");

    /// <summary>All metrics that came.</summary>
    public string Metrics => Of("/v1/metrics");

    public void Dispose() => _listener.Close();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private string Of(string path) => string.Concat(_received.Where(request => request.Path == path).Select(request => request.Body));

    private async Task Receive()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
            _received.Enqueue((context.Request.Url!.AbsolutePath, await reader.ReadToEndAsync()));
            context.Response.ContentType = "application/x-protobuf";
            context.Response.Close();
        }
    }
}
