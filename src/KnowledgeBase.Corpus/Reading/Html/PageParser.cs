using System.Globalization;
using System.Runtime.CompilerServices;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Dom.Events;
using AngleSharp.Html.Parser;

namespace KnowledgeBase.Corpus.Reading.Html;

/// <summary>
/// Parses a page, and gives up where it is written to keep a parser busy: elements that are nested more than 512 deep come out side
/// by side, so that walking them needs no care, but the parser looks through all that are open for each of them.
/// </summary>
internal sealed class PageParser
{
    // A page has one <base>; at each the parser goes through the whole page for addresses.
    private const int MostBases = 100;

    // Of so many elements one is looked at; so many looks may find it this deep: some six thousand elements stand there.
    private const int Looks = 64;
    private const int Deep = 500;
    private const int MostDeep = 100;
    private IElement? _last;
    private int _line = 1;
    private int _elements;
    private int _bases;
    private int _deep;

    private PageParser()
    {
    }

    /// <summary>The page; null where it was given up, which an error explains.</summary>
    public static IHtmlDocument? Parse(string text, FileProblems problems)
    {
        var page = new PageParser();
        var parser = new HtmlParser(new HtmlParserOptions { OnCreated = (element, place) => page.Pass(element, place.Line) });
        parser.Error += (_, error) => page.Pass(((HtmlErrorEvent)error).Position.Line);
        try
        {
            return parser.ParseDocument(text);
        }
        catch (Exception e) when (e is InsufficientExecutionStackException or GivenUpException)
        {
            var cause = e is GivenUpException ? e.Message : "tags or comments open thousands of times without an end";
            problems.Fail("KB012", $"the page is no sound HTML: {cause} up to here; save the article's own page from a browser, as it is shown", page._line);
            return null;
        }
    }

    // The parser goes one call deeper with each of <pre><pre>… and of <!----!--!…, and a stack that is full ends the process.
    private void Pass(int line)
    {
        _line = Math.Max(1, line);
        RuntimeHelpers.EnsureSufficientExecutionStack();
    }

    private void Pass(IElement element, int line)
    {
        Pass(line);
        if (element is IHtmlBaseElement && ++_bases > MostBases)
            throw new GivenUpException(string.Create(CultureInfo.InvariantCulture, $"it has more than {MostBases} <base> elements"));
        if (++_elements % Looks == 0 && _last?.GetAncestors().Skip(Deep).Any() == true && ++_deep > MostDeep)
            throw new GivenUpException("elements are nested thousands deep");
        _last = element;
    }

    private sealed class GivenUpException(string message) : Exception(message);
}
