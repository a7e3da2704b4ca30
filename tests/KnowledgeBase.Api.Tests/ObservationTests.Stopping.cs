using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using KnowledgeBase.Corpus;
using KnowledgeBase.Search;

namespace KnowledgeBase.Tests;

/// <summary>The real program while it is told to stop.</summary>
public sealed partial class ObservationTests
{
    // 7 MB of JSON, for each short sentence is a claim: more than the buffers between service and client hold, so that the export
    // cannot end while nobody reads it.
    private const int Statements = 600;

    [Fact]
    public async Task WhatRunsIsFinishedWhenTheServiceIsToldToStop()
    {
        using var folder = new TemporaryFolder();
        var index = Path.Combine(folder.Path, "index");
        var corpus = LargeCorpus(folder);
        new StatementIndex(index).Build(CorpusReader.Read(corpus));
        await using var service = await ServiceProcess.Start(corpus, index, new Dictionary<string, string> { ["KB_DRAIN"] = "2" });
        using var client = new HttpClient { BaseAddress = new Uri(service.Address) };
        using var slow = new HttpClient(new SocketsHttpHandler { ConnectCallback = ConnectToReadLittle }) { BaseAddress = client.BaseAddress };
        using var export = await slow.GetAsync("/api/v1/export", HttpCompletionOption.ResponseHeadersRead, Cancellation);
        await using var body = await export.Content.ReadAsStreamAsync(Cancellation);
        using var read = new MemoryStream();

        service.Terminate();
        var isTold = false;
        while (await Answer(client) is { } answer)
        {
            // Whoever reads nothing at all is cut off by the server.
            await ReadSome(body, read);
            isTold |= answer == (HttpStatusCode.ServiceUnavailable, "stopping", HttpStatusCode.OK);
        }

        Assert.True(isTold, "Readiness did not say no while searches were still answered.");
        Assert.True(service.Runs);
        await body.CopyToAsync(read, Cancellation);
        read.Position = 0;
        using var lines = new StreamReader(read);
        var rows = (await lines.ReadToEndAsync(Cancellation)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(Statements, rows.Length);
        var last = JsonDocument.Parse(rows[^1]).RootElement.GetProperty("export");
        Assert.Equal(Statements, last.GetProperty("row").GetInt32());
        Assert.Equal(64, last.GetProperty("sha256").GetString()!.Length);
        Assert.Equal(0, await service.Ended());
    }

    [Fact]
    public async Task WhoNeverEndsDoesNotKeepTheServiceUp()
    {
        using var folder = new TemporaryFolder();
        var index = Path.Combine(folder.Path, "index");
        new StatementIndex(index).Build(CorpusReader.Read(Repository.Corpus));
        await using var service = await ServiceProcess.Start(Repository.Corpus, index, new Dictionary<string, string> { ["KB_SHUTDOWN_TIMEOUT"] = "1" });
        using var client = new TcpClient();
        var address = new Uri(service.Address);
        await client.ConnectAsync(address.Host, address.Port, Cancellation);
        // A body that is never sent.
        await client.GetStream().WriteAsync("POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAccept: application/json, text/event-stream\r\nContent-Length: 10\r\n\r\n{"u8.ToArray(), Cancellation);
        service.Terminate();
        Assert.Equal(0, await service.Ended());
    }

    // Readiness, its code, and the status of a search; null where connections are refused.
    private static async Task<(HttpStatusCode Ready, string? Code, HttpStatusCode Search)?> Answer(HttpClient client)
    {
        try
        {
            using var ready = await client.GetAsync("/health/ready", Cancellation);
            var problem = JsonDocument.Parse(await ready.Content.ReadAsStringAsync(Cancellation)).RootElement;
            using var search = await client.GetAsync("/api/v1/statements?size=1", Cancellation);
            return (ready.StatusCode, problem.TryGetProperty("code", out var code) ? code.GetString() : null, search.StatusCode);
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private static async Task ReadSome(Stream body, MemoryStream read)
    {
        var some = new byte[1024];
        read.Write(some, 0, await body.ReadAsync(some, Cancellation));
    }

    private static async ValueTask<Stream> ConnectToReadLittle(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
        await socket.ConnectAsync(context.DnsEndPoint, cancellation);
        return new NetworkStream(socket, ownsSocket: true);
    }

    private static string LargeCorpus(TemporaryFolder folder)
    {
        var corpus = folder.CopyCorpus();
        Directory.Delete(Path.Combine(corpus, "reports"), recursive: true);
        File.Delete(Path.Combine(corpus, "golden-queries.yaml"));
        var lines = Enumerable.Range(0, Statements).Select(i => JsonSerializer.Serialize(new { text = i.ToString(CultureInfo.InvariantCulture) + string.Concat(Enumerable.Repeat("合作。", 200)) }));
        folder.Write("corpus/statements/many.jsonl", string.Join('\n', lines));
        return corpus;
    }
}
