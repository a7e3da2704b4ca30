using System.Text;
using KnowledgeBase.Search;

namespace KnowledgeBase.Fuzz;

/// <summary>
/// Makes requests: known addresses with any parameters, changed addresses, calls of /mcp. A request is written as a file: method and
/// target, headers, an empty line, the body.
/// </summary>
internal sealed class RequestMaker
{
    private static readonly string[] Methods = ["GET", "GET", "GET", "GET", "GET", "GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "get", "X"];
    private static readonly string[] Names = [.. SearchParameters.Known, "format", "match", "rows", "columns", "rowsSize", "columnsSize", "a", "b", "start", "end", "lang", "view", "Q", "page", "", "q[]", "🙂"];

    private static readonly string[] Values =
    [
        "", "0", "1", "-1", "100", "101", "2147483648", "1e9", "on", "off", "strict", "lenient", "json", "csv", "tei", "bibtex", "ris", "csl", "gbt7714", "jsonld", "jsonl", "relevance", "-date", "speaker", "theme", "sector", "panel", "year", "institution:tsinghua", "sector:company", "theme:", ":", "tsinghua", "清华大学", "薛澜", "xuelan", "aicg2021", "aicg2021/main-1", "main-1", "explainability", "个人信息保护法", "2021", "CN", "chinese", "outcome", "可解释", "\"全球治理\"", "数据 -隐私", "a OR b", "(((", "%", "%00", "\0", "\uFFFD", "😀", "../../etc/passwd", "<script>", "=1+1",
    ];

    private static readonly string[] Pairs =
    [
        "q=可解释", "q=治理", "q=a OR b", "q=数据 -隐私", "q=\"全球治理\"~5", "q=yuanyuzhou", "q=元宙宇", "q=speaker:薛澜", "theme=metaverse", "theme.not=explainability", "theme.all=explainability", "speaker=薛澜", "speaker.not=zeng-yi", "institution=清华大学", "institution.all=tsinghua", "panel=aicg2021/main-1", "sector=company", "country=CN", "side=international", "kind=outcome", "year=2021", "report=aicg2021", "instrument=个人信息保护法", "facet=year", "facet=speaker", "facetSize=3", "size=1", "sort=-date", "sort=speaker", "expand=off", "syntax=strict",
    ];

    private static readonly string[] Headers =
    [
        "Accept: application/x-bibtex", "Accept: text/html", "Accept: application/tei+xml;q=0.5, */*;q=0.1", "Accept: ;;;,,,", "Accept: a/b;q=2", "Accept-Language: en", "Accept-Language: zh-Hant;q=x", "If-None-Match: *", "If-None-Match: \"x\"", "If-None-Match: W/\"", "If-Modified-Since: x", "Host: [::1]:99999", "Host: a b", "Host: 字.example", "Host: ", "X-Forwarded-For: 1.2.3.4", "X-Forwarded-Proto: javascript", "X-Forwarded-Host: <script>", "Range: bytes=0-", "Cookie: lang=en; lang=zh", "Cookie: =;;\"", "Origin: null", "Authorization: Bearer", "Content-Type: application/json", "Content-Type: x", "Accept-Encoding: gzip", "Expect: 100-continue", "MCP-Protocol-Version: x", "Mcp-Session-Id: x", "Referer: javascript:", "X: " + new string('x', 8000),
    ];

    private static readonly string[] Tokens = ["/", "//", "../", "./", "%2e%2e/", "%2F", "%5C", "%00", "%", "%zz", "%E5", "%ED%A0%80", "?", "&", "=", "#", ";", ":", "@", "+", "*", "|", "\"", "<", "{id}", "字", "\uFFFD", "😀", "api/v1/", "statements/", "?q=", "&format=", "&cursor=", "eyJ", "AAAA", "http://evil.example/", "9999999999"];

    private static readonly string[] JsonTokens = ["{", "}", "[", "]", ",", ":", "\"", "null", "true", "1e999", "-1", "\"jsonrpc\": \"2.0\"", "\"id\": ", "\"method\": ", "\"params\": ", "\"arguments\": ", "\"name\": ", "\"filters\": ", "\"size\": ", "\"cursor\": ", "\"query\": ", "\"tools/call\"", "\"tools/list\"", "\\ud800", "\\u0000", "[[[[[[[[", "{\"a\":", "薛澜", "\"search_statements\"", "\"get_statement\"", "\"compare\"", "\"cite\"", "\"list_facets\""];

    private readonly string[] _targets = SeedFiles.Own("addresses.txt");
    private readonly byte[][] _seeds;
    private readonly Mutator<char> _texts;
    private readonly Mutator<char> _addresses;
    private readonly Mutator<byte> _bodies;

    public RequestMaker()
    {
        var calls = SeedFiles.Own("mcp.jsonl");
        string[] hostileBodies = [HostileText.Repeat("[", 100_000), HostileText.Repeat("{\"a\":", 50_000), "\uFEFF{}", "[]", "[1, {}]", "null", "", HostileText.Repeat(calls[0], 300)];
        _texts = new Mutator<char>([.. HostileText.All().Select(text => text[..Math.Min(text.Length, 3000)].ToCharArray()), .. SeedFiles.Queries().Select(query => query.ToCharArray())], [.. HostileText.Marks.Select(mark => mark.ToCharArray())]);
        _addresses = new Mutator<char>([.. _targets.Select(target => target.ToCharArray())], [.. Tokens.Select(token => token.ToCharArray())]);
        _bodies = new Mutator<byte>([.. calls.Concat(hostileBodies).Select(Encoding.UTF8.GetBytes)], [.. JsonTokens.Select(Encoding.UTF8.GetBytes)]);
        _seeds =
        [
            .. _targets.Select(target => Write("GET", target, [], [])),
            .. calls.Concat(hostileBodies).Select(body => Write("POST", "/mcp", ["Content-Type: application/json", "Accept: application/json, text/event-stream"], Encoding.UTF8.GetBytes(body))),
            .. Headers.Select(header => Write("GET", "/api/v1/statements/aicg2021-a7dzvz", [header], [])),
            .. Headers.Select(header => Write("GET", "/?q=可解释", [header], [])),
            .. HostileText.All().Select(text => Write("GET", "/api/v1/statements?q=" + Uri.EscapeDataString(text[..Math.Min(text.Length, 2000)]), [], [])),
            Write("GET", "/" + new string('a', 100_000), [], []), Write("GET", "/?" + HostileText.Repeat("theme=metaverse&", 2000), [], []), Write("GET", "/?" + HostileText.Repeat("a&", 20_000), [], []), Write("GET", HostileText.Repeat("/a", 10_000), [], []), Write("POST", "/mcp", ["Content-Type: application/json"], new byte[2_000_000]),
        ];
    }

    /// <summary>How many seeds there are: so many requests are seeds as they are.</summary>
    public int Seeds => _seeds.Length;

    /// <summary>A request.</summary>
    public byte[] Make(Random random, int number)
    {
        if (number < _seeds.Length)
            return _seeds[number];
        var headers = random.Next(3) == 0 ? Enumerable.Range(0, random.Next(1, 4)).Select(_ => Of(Headers, random)).DistinctBy(header => header.Split(':')[0]).ToList() : [];
        return random.Next(5) switch
        {
            0 => Write("POST", "/mcp", [.. headers.Where(header => !header.StartsWith("Accept", StringComparison.Ordinal) && !header.StartsWith("Content", StringComparison.Ordinal)), "Content-Type: application/json", "Accept: application/json, text/event-stream"], _bodies.Make(random, int.MaxValue)),
            1 => Write(Of(Methods, random), new string(_addresses.Make(random, int.MaxValue)), headers, random.Next(8) == 0 ? _bodies.Make(random, int.MaxValue) : []),
            _ => Write(random.Next(8) == 0 ? Of(Methods, random) : "GET", WithParameters(Of(_targets, random), random), headers, []),
        };
    }

    /// <summary>Reads a request that was written.</summary>
    public static (string Method, string Target, IReadOnlyList<string> Headers, byte[] Body) Read(byte[] request)
    {
        var end = request.AsSpan().IndexOf("\n\n"u8);
        var lines = Encoding.UTF8.GetString(request.AsSpan(0, end)).Split('\n');
        var space = lines[0].IndexOf(' ', StringComparison.Ordinal);
        return (lines[0][..space], lines[0][(space + 1)..], lines[1..], request[(end + 2)..]);
    }

    private string WithParameters(string target, Random random)
    {
        var parts = target.Split('?');
        var given = parts.Length > 1 && random.Next(2) == 0 ? parts[1] + "&" : "";
        var added = Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(3) switch
        {
            0 => $"{Uri.EscapeDataString(Of(Names, random))}={Uri.EscapeDataString(Of(Values, random))}",
            1 => $"q={Uri.EscapeDataString(Text(random))}",
            _ => Of(Pairs, random) is var pair && pair.IndexOf('=', StringComparison.Ordinal) is var at ? pair[..(at + 1)] + Uri.EscapeDataString(pair[(at + 1)..]) : "",
        }).DistinctBy(parameter => parameter.Split('=')[0], StringComparer.Ordinal);
        return $"{parts[0]}?{given}{string.Join('&', added)}";
    }

    private string Text(Random random)
    {
        var text = _texts.Make(random, int.MaxValue);
        return new string(text.AsSpan(0, Math.Min(text.Length, 3000)));
    }

    private static T Of<T>(IReadOnlyList<T> all, Random random) => all[random.Next(all.Count)];

    // A target is one word on one line; whatever else is in it is the service's to answer.
    private static byte[] Write(string method, string target, IEnumerable<string> headers, byte[] body)
    {
        var word = string.Concat(target.Select(c => c is ' ' or '\r' or '\n' ? '+' : c));
        return [.. Encoding.UTF8.GetBytes($"{method} {(word.StartsWith('/') || word == "*" ? word : "/" + word)}\n{string.Concat(headers.Select(header => header + "\n"))}\n"), .. body];
    }
}
