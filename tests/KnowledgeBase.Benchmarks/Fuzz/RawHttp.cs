using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace KnowledgeBase.Fuzz;

/// <summary>An HTTP client that sends what it is given, which HttpClient would mend, over one connection as long as that lasts.</summary>
internal sealed class RawHttp(string address, int port) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private TcpClient? _client;
    private BufferedStream? _stream;

    /// <summary>An answer.</summary>
    internal sealed record Answer(int Status, string ContentType, byte[] Body);

    /// <summary>Sends a request and reads the answer.</summary>
    /// <exception cref="IOException">The connection was closed before the answer's end.</exception>
    public Answer Ask(string method, string target, IReadOnlyList<string> headers, byte[] body)
    {
        var host = headers.Any(header => header.StartsWith("Host:", StringComparison.OrdinalIgnoreCase)) ? "" : "Host: kb.example\r\n";
        var length = body.Length > 0 || method == "POST" ? $"Content-Length: {body.Length}\r\n" : "";
        byte[] request = [.. Encoding.UTF8.GetBytes($"{method} {target} HTTP/1.1\r\n{string.Concat(headers.Select(header => header + "\r\n"))}{host}{length}\r\n"), .. body];
        try
        {
            if (_client is not null)
                return Ask(method, request);
        }
        catch (IOException)
        {
            // The connection of the answers before may be closed at any time: a new one must answer.
        }

        Dispose();
        _client = new TcpClient(address, port) { NoDelay = true, ReceiveTimeout = (int)Patience.TotalMilliseconds };
        _stream = new BufferedStream(_client.GetStream(), 64 * 1024);
        return Ask(method, request);
    }

    // A service that refuses a long body answers before it has read all of it.
    private Answer Ask(string method, byte[] request)
    {
        IOException? broken = null;
        try
        {
            _stream!.Write(request);
            _stream.Flush();
        }
        catch (IOException e)
        {
            broken = e;
        }

        try
        {
            return Read(method);
        }
        catch (IOException) when (broken is not null)
        {
            throw broken;
        }
    }

    private Answer Read(string method)
    {
        var status = int.Parse(Line().Split(' ')[1], CultureInfo.InvariantCulture);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (var line = Line(); line.Length > 0; line = Line())
            headers[line[..line.IndexOf(':', StringComparison.Ordinal)]] = line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
        byte[] body = method == "HEAD" || status is 204 or 304 ? []
            : headers.ContainsKey("Transfer-Encoding") ? Chunks()
            : Bytes(int.Parse(headers.GetValueOrDefault("Content-Length", "0"), CultureInfo.InvariantCulture));
        if (headers.GetValueOrDefault("Connection") == "close")
            Dispose();
        return new Answer(status, headers.GetValueOrDefault("Content-Type", ""), body);
    }

    private byte[] Chunks()
    {
        using var body = new MemoryStream();
        while (int.Parse(Line(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) is > 0 and var length)
        {
            body.Write(Bytes(length));
            Line();
        }

        Line();
        return body.ToArray();
    }

    private byte[] Bytes(int length)
    {
        var bytes = new byte[length];
        _stream!.ReadExactly(bytes);
        return bytes;
    }

    private string Line()
    {
        var line = new List<byte>();
        for (var next = _stream!.ReadByte(); next != '\n'; next = _stream.ReadByte())
            line.Add(next < 0 ? throw new EndOfStreamException("the connection was closed before an answer") : (byte)next);
        return Encoding.Latin1.GetString([.. line]).TrimEnd('\r');
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _client?.Dispose();
        _client = null;
    }
}
