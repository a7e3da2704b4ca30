using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using KnowledgeBase.Corpus.Reading.Encodings;

namespace KnowledgeBase.Corpus.Reading.Html;

/// <summary>Reads the article of a web page: no menus, headers, footers, scripts, asides or related links.</summary>
internal static partial class HtmlReader
{
    private const int DeclarationWithin = 2048;

    // A login page has a field for a password and next to no text.
    private const int ShortestArticleWithPassword = 400;

    /// <summary>The article as text; null where the page has none, which an error explains.</summary>
    public static ExtractedText? Read(byte[] bytes, FileProblems problems)
    {
        if (FileKind.IsPdf(bytes) || FileKind.IsZip(bytes) || FileKind.IsCompound(bytes))
        {
            problems.Fail("KB012", $"the file is no web page: it seems to be {FileKind.Describe(bytes)}");
            return null;
        }

        if (TextDecoder.Decode(bytes, Declared(bytes), problems) is not { } decoded)
            return null;
        return PageParser.Parse(decoded.Text, problems) is { } page ? Extract(page, page.Body!, decoded, problems) : null;
    }

    private static ExtractedText? Extract(IHtmlDocument page, IHtmlElement body, ExtractedText decoded, FileProblems problems)
    {
        var asksForPassword = page.QuerySelector("input[type=password]") is not null;
        var usesScripts = page.Scripts.Length > 0;
        var title = PageTitle.Of(page);
        PageFurniture.Remove(body);
        var all = PageFurniture.Length(body);
        var article = Article.Find(body);
        var kept = article is null ? 0 : PageFurniture.Length(article);
        if (article is null || (asksForPassword && kept < ShortestArticleWithPassword))
        {
            problems.Fail("KB010", asksForPassword
                ? "the page asks for a login and holds no article: log in, open the article, and save that page"
                : $"no article was found in the page ({all} characters that are no sentences{(usesScripts ? "; its text may come by a script" : "")}): save the article's own page from a browser, as it is shown");
            return null;
        }

        if (all > kept)
            problems.Note("KB011", $"{all - kept} characters around the article were left out, from \"{Around(body, article)}\"");
        var text = new MarkdownText();
        if (title is not null && article.QuerySelector("h1") is null)
        {
            var heading = new RichText();
            heading.Append(title);
            text.Heading(1, heading);
        }

        new HtmlWalker(text).Write(article);
        return decoded with { Text = text.ToString(), Title = title };
    }

    // The first words beside the article, so that a reader sees whether they matter.
    private static string Around(IElement body, IElement article)
    {
        var inside = article.GetDescendants().OfType<IText>().ToHashSet();
        var words = string.Join(' ', body.GetDescendants().OfType<IText>().Where(text => !inside.Contains(text)).Select(text => text.Data.Trim()).Where(word => word.Length > 0).Take(8));
        return Text.Excerpt.Of(words);
    }

    private static string? Declared(byte[] bytes)
    {
        var start = Encoding.Latin1.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, DeclarationWithin)));
        return Charset().Match(start) is { Success: true } match ? match.Groups["name"].Value : null;
    }

    [GeneratedRegex(@"<meta[^>]+charset\s*=\s*[""']?\s*(?<name>[A-Za-z0-9_-]+)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Charset();
}
