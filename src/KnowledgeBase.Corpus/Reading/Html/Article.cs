using AngleSharp.Dom;

namespace KnowledgeBase.Corpus.Reading.Html;

/// <summary>Finds the element of a page that holds its article.</summary>
internal static class Article
{
    private const int ShortestProse = 4;

    /// <summary>
    /// What the page marks as its article (itemprop, article, main) where most of the page's sentences are in it, else the
    /// smallest element with nearly all sentences; null where there are none.
    /// </summary>
    public static IElement? Find(IElement body)
    {
        var weights = Weights(body);
        if (!weights.TryGetValue(body, out var all) || all == 0)
            return null;
        foreach (var selector in (string[])["[itemprop=articleBody]", "article", "main, [role=main]"])
        {
            // A page of several articles, one a speaker, is its main part.
            var marked = body.QuerySelectorAll(selector).MaxBy(element => weights.GetValueOrDefault(element));
            if (marked is not null && weights.GetValueOrDefault(marked) * 10 >= all * 7)
                return marked;
        }

        return Smallest(body, weights, all);
    }

    /// <summary>Whether a text has a mark that ends or parts sentences.</summary>
    public static bool HasSentence(string text) => text.AsSpan().IndexOfAny("。！？；，") >= 0 || text.Contains(". ", StringComparison.Ordinal) || text.AsSpan().TrimEnd().EndsWith(".");

    private static IElement Smallest(IElement body, Dictionary<IElement, int> weights, int all)
    {
        var at = body;
        while (at.Children.MaxBy(child => weights.GetValueOrDefault(child)) is { } child && child.LocalName is not ("p" or "ul" or "ol" or "blockquote" or "table") && weights.GetValueOrDefault(child) * 20 >= all * 19)
            at = child;
        return at.LocalName is "h1" or "h2" or "li" or "strong" or "span" && at.ParentElement is { } parent ? parent : at;
    }

    // How many characters of sentences each element holds, links not counted.
    private static Dictionary<IElement, int> Weights(IElement body)
    {
        var weights = new Dictionary<IElement, int>();
        foreach (var text in body.GetDescendants().OfType<IText>().Where(text => text.ParentElement?.Closest("a") is null))
        {
            var length = PageFurniture.Length(text);
            if (length < ShortestProse || !HasSentence(text.Data))
                continue;
            for (var element = text.ParentElement; element is not null; element = element == body ? null : element.ParentElement)
                weights[element] = weights.GetValueOrDefault(element) + length;
        }

        return weights;
    }
}
