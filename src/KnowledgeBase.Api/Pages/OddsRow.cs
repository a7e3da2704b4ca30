using KnowledgeBase.Research.Comparing;
using KnowledgeBase.Search;

namespace KnowledgeBase.Api.Pages;

/// <summary>A theme or a term on the two sides of a comparison.</summary>
/// <param name="Label">What it is called.</param>
/// <param name="Value">How much each side has of it.</param>
/// <param name="UrlOf">The search page of its statements on a side.</param>
public sealed record OddsRow(string Label, Compared Value, Func<FacetSelection, string> UrlOf)
{
    /// <summary>Beyond this many standard deviations all bars are equally long.</summary>
    private const double Longest = 4;

    /// <summary>The length of its bar, 0 to 50: a hundredth of the picture's width each.</summary>
    public int Bar => (int)Math.Round(50 * Math.Min(Longest, Math.Abs(Value.Z)) / Longest);
}
