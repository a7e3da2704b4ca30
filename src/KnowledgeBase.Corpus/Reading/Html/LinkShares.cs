using AngleSharp.Dom;

namespace KnowledgeBase.Corpus.Reading.Html;

/// <summary>How much of each element's text is in links, counted for all elements of a page in one walk: one inside another would be counted over and over.</summary>
internal sealed class LinkShares
{
    private readonly Dictionary<INode, Share> _shares = new(ReferenceEqualityComparer.Instance);

    /// <summary>Counts, as the page is now.</summary>
    public LinkShares(IElement body) => _shares[body] = Of(body);

    /// <summary>Related articles, tags, a list of pages. A roster whose names are links has more words beside them.</summary>
    public bool IsListOfLinks(IElement element) => _shares[element] is var share && share.Links >= 3 && share.InLinks * 10L >= share.Length * 8L;

    private Share Of(INode node)
    {
        if (node is IText)
            return new Share(0, 0, PageFurniture.Length(node));
        var share = default(Share);
        foreach (var child in node.ChildNodes)
        {
            var inner = Of(child);
            if (child is IElement { LocalName: "a" })
                share = new Share(share.Links + 1, share.InLinks + inner.Length, share.Length);
            share = new Share(share.Links + inner.Links, share.InLinks + inner.InLinks, share.Length + inner.Length);
        }

        _shares[node] = share;
        return share;
    }

    // A link inside a link counts in both. Lengths in characters, white space not counted.
    private readonly record struct Share(int Links, int InLinks, int Length);
}
