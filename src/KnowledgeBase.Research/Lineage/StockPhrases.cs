using KnowledgeBase.Corpus;
using KnowledgeBase.Corpus.Text;
using KnowledgeBase.Search;

namespace KnowledgeBase.Research.Lineage;

/// <summary>A phrase that is nobody's own wording, and where it stands.</summary>
/// <param name="Phrase">The heading or name, as printed.</param>
/// <param name="Place">The place in a squeezed text, UTF-16 units.</param>
internal readonly record struct StockPhrase(string Phrase, TextSpan Place);

/// <summary>
/// The phrases of one squeezed text that are nobody's own wording: what reports print above their statements (a forum's
/// title, a panel's name and theme, headings), and names (institutions, people, works in 《》).
/// </summary>
/// <param name="squeezed">The text.</param>
/// <param name="least">From how many code points on a part of a heading counts.</param>
internal sealed class StockPhrases(string squeezed, int least)
{
    // A shorter name is a word as well: 高文 stands in 提高文化.
    private const int ShortestName = 4;

    // A shorter heading is a subject, not a slogan: 数据治理.
    private const int ShortestHeading = 7;

    private readonly Dictionary<string, IReadOnlyList<StockPhrase>> _ofReport = new(StringComparer.Ordinal);

    /// <summary>The names that stand in the text: those of a catalogue, and works in 《》.</summary>
    public IEnumerable<StockPhrase> Names(Catalogue catalogue, IEnumerable<string> works)
    {
        var institutions = catalogue.Institutions.SelectMany(institution => institution.Aliases.Prepend(institution.Name).Concat(institution.Variants.Select(variant => variant.Name)));
        var people = catalogue.Speakers.SelectMany(speaker => speaker.Variants.Select(variant => variant.Name).Prepend(speaker.Name));
        return from name in institutions.Concat(people).Concat(works.Select(work => $"《{work}》")).Distinct(StringComparer.Ordinal)
               let phrase = new SqueezedText(name).Text
               where phrase.Length >= ShortestName
               from place in Places(phrase)
               select new StockPhrase(name, place);
    }

    /// <summary>What the text shares with the title, the headings and the panels of a statement's report.</summary>
    public IEnumerable<StockPhrase> Headings(Catalogue catalogue, Statement statement)
    {
        if (!_ofReport.TryGetValue(statement.Report.Id, out var phrases))
        {
            var panels = catalogue.Panels.Where(panel => panel.Report == statement.Report.Id).SelectMany(panel => new[] { panel.Name, panel.Theme });
            var headings = catalogue.Reports.FirstOrDefault(report => report.Id == statement.Report.Id)?.Headings ?? [];
            _ofReport[statement.Report.Id] = phrases = [.. headings.Concat(panels).Append(statement.Report.Title).OfType<string>().Distinct(StringComparer.Ordinal).SelectMany(Heading)];
        }

        return phrases;
    }

    private IEnumerable<StockPhrase> Heading(string heading)
    {
        var printed = new SqueezedText(heading).Text;
        var whole = SharedPassages.CodePoints(printed);
        return whole < ShortestHeading
            ? []
            : new SharedPassages(squeezed, Math.Min(least, whole)).With(printed).Select(passage => new StockPhrase(heading, passage.Here));
    }

    private IEnumerable<TextSpan> Places(string phrase)
    {
        for (var at = squeezed.IndexOf(phrase, StringComparison.Ordinal); at >= 0; at = squeezed.IndexOf(phrase, at + 1, StringComparison.Ordinal))
            yield return new TextSpan(at, at + phrase.Length);
    }
}
