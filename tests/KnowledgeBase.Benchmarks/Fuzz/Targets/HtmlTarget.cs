using System.Text;

namespace KnowledgeBase.Fuzz.Targets;

/// <summary>Web pages.</summary>
internal sealed class HtmlTarget() : FileTarget(".html")
{
    private const int Many = 20_000;

    private static readonly string[] Elements =
    [
        "html", "head", "body", "title", "meta", "base", "link", "script", "style", "template", "noscript", "iframe", "object", "svg", "math", "foreignObject", "mi", "annotation-xml", "article", "main", "section", "div", "p", "span", "a", "b", "i", "nobr", "font", "strong", "h1", "h2", "h6", "ul", "ol", "li", "dl", "dt", "dd",
        "table", "caption", "colgroup", "col", "thead", "tbody", "tr", "td", "th", "form", "input", "button", "select", "option", "optgroup", "textarea", "pre", "listing", "plaintext", "xmp", "br", "hr", "img", "ruby", "rt", "rp", "frameset", "frame", "nav", "header", "footer", "aside", "blockquote", "applet", "marquee", "details", "summary",
    ];

    private static readonly string[] Tokens =
    [
        .. Elements.SelectMany(name => new[] { $"<{name}>", $"</{name}>" }),
        "<!DOCTYPE html>", "<!--", "-->", "<![CDATA[", "]]>", "<?xml version=\"1.0\"?>", " class=\"nav related\"", " id='comments'", " hidden", " role=main", " itemprop=articleBody", " style=\"display:none;font-weight:bold\"", "<meta charset=gb18030>", "<meta charset=\"utf-16\">", "<meta charset=x-user-defined>",
        "<input type=password>", "<ol start=2147483647><li>", "<ol start=-2147483648><li>", "<td colspan=99999 rowspan=65534>", "&nbsp;", "&#xD800;", "&#0;", "&#x110000;", "&notin", "&amp", "=", "\"", "'", ">", "<", "/>", "数据应当共享，算法应当透明。", "<a href=x>相关阅读</a>",
    ];

    private readonly Mutator<byte> _mutator = new([.. Seeds()], [.. Tokens.Concat(HostileText.Marks).Select(Encoding.UTF8.GetBytes)]);

    /// <inheritdoc/>
    public override string Name => "html";

    /// <inheritdoc/>
    public override byte[] Make(Random random, int number) => _mutator.Make(random, number);

    private static IEnumerable<byte[]> Seeds()
    {
        const string Sentence = "数据应当共享，算法应当透明。";
        var page = SeedFiles.Document(".html");
        string[] hostile =
        [
            .. Elements.Select(name => HostileText.Repeat($"<{name}>", Many / 2)),
            .. Elements.Select(name => HostileText.Repeat($"<{name}>{Sentence}", 3000)),
            .. Elements.Select(name => HostileText.Repeat($"<{name}>", 1000) + Sentence + HostileText.Repeat($"</{name}>", 1000)),
            .. new[] { "<b><p>", "<a><div>", "<table><tr><td>", "<table><a>", "<svg><foreignObject>", "<ul><li>", "<ol start=9><li>", "<div class='x'>", "<font><p>", "<nobr><div>", "<table><template><td>", "<select><option>", "<i></p>", "</p>", "</b>", "<b id=a>" }
                .SelectMany(pair => new[] { HostileText.Repeat(pair, 6000), HostileText.Repeat(pair + Sentence, 3000) }),
            "<p" + string.Concat(Enumerable.Range(0, Many).Select(i => $" a{i}=b")) + ">" + Sentence,
            "<p class='" + HostileText.Repeat("nav x ", 30_000) + "'>" + Sentence,
            "<p style='" + HostileText.Repeat("display : none ;", 10_000) + "'>" + Sentence,
            HostileText.Repeat("<meta ", Many) + Sentence,
            HostileText.Repeat("&", 100_000) + Sentence,
            "<div>" + HostileText.Repeat("<a href=x>相关</a>", 10_000) + Sentence + "</div>",
            "<table>" + HostileText.Repeat("<tr><td>张三</td><td>" + Sentence + "</td></tr>", 3000) + "</table>",
            "<!--" + HostileText.Repeat("--!", 60_000),
            "<script>" + HostileText.Repeat("<!--<script", 15_000),
            "<pre>" + HostileText.Repeat(Sentence + "\n", 5000),
        ];
        return [page, .. hostile.Select(Encoding.UTF8.GetBytes), .. HostileText.All().Select(text => Encoding.UTF8.GetBytes($"<html><head><title>{text[..Math.Min(40, text.Length)]}</title></head><body><article><h1>论坛</h1><p>{text}</p></article></body></html>"))];
    }
}
