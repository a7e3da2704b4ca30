using System.Text;
using KnowledgeBase.Corpus;
using KnowledgeBase.Corpus.Text;
using KnowledgeBase.Search;

namespace KnowledgeBase.Research.Lineage;

/// <summary>
/// Traces which wording a consensus shares with named speakers, anywhere in the index, and the other way about. Texts are
/// compared squeezed: script, width, white space and invisible marks make no difference. Of a person's statement the content
/// alone counts, not the title and name in front of it.
/// </summary>
public sealed class ConsensusLineage(Generation generation)
{
    /// <summary>
    /// The shortest passage, in code points without white space: a clause of Chinese, longer than set phrases such as
    /// 全球人工智能治理体系.
    /// </summary>
    public const int MinimumLength = 13;

    /// <summary>What shared wording does not say.</summary>
    public const string Note =
        "Shared wording is no proof of origin: the same words may come from a third text, from the forum's slogans, or from whoever wrote the report.";

    // What everybody reads on the programme tells a quarter of what somebody put into words.
    private const double StockShare = 0.25;

    private readonly StatementSearcher _searcher = new(generation);
    private readonly Dictionary<string, int> _frequencies = new(StringComparer.Ordinal);

    /// <summary>The passages that a statement, or one claim of it, shares with statements of the other voices.</summary>
    /// <param name="subject">A statement of the generation, or a claim.</param>
    /// <param name="size">How many passages to list.</param>
    public LineageAnswer Of(CitedPassage subject, int size)
    {
        var statement = subject.Statement;
        var here = new Content(statement, subject.Claim is null ? ContentOf(statement) : subject.Range);
        var wording = new SharedPassages(here.Squeezed, MinimumLength);
        var stock = new StockPhrases(here.Squeezed, MinimumLength);
        List<StockPhrase> known = [.. stock.Names(generation.Catalogue, statement.Instruments), .. stock.Headings(generation.Catalogue, statement)];
        var passages = new List<LineagePassage>();
        foreach (var stored in _searcher.MayShare(here.Text, statement.Kind, MinimumLength))
        {
            SearchDeadline.Check();
            var other = stored.Read();
            var there = new Content(other, ContentOf(other));
            var shared = wording.With(there.Squeezed);
            if (shared.Count == 0)
                continue;
            List<StockPhrase> phrases = other.Report.Id == statement.Report.Id ? known : [.. known, .. stock.Headings(generation.Catalogue, other)];
            passages.AddRange(shared.Select(passage => ToPassage(passage, here, there, phrases, stored)));
        }

        return new LineageAnswer(
            subject.Id, statement.Kind, MinimumLength, Note, passages.Count, passages.DistinctBy(passage => passage.Statement).Count(),
            [.. passages.OrderByDescending(passage => passage.Weight).ThenByDescending(passage => passage.Length).ThenBy(passage => passage.Here.Start).Take(size)],
            generation.Info);
    }

    /// <summary>The weight of a passage, as <see cref="LineagePassage.Weight"/> says.</summary>
    /// <param name="own">Code points outside stock phrases.</param>
    /// <param name="stock">Code points in stock phrases.</param>
    /// <param name="frequency">How many other statements contain it, at least 1.</param>
    /// <param name="statements">How many statements the index has.</param>
    internal static double Weigh(int own, int stock, int frequency, int statements) =>
        (own + (StockShare * stock)) * Math.Log(1 + ((double)statements / frequency)) / Math.Log(1 + statements);

    private LineagePassage ToPassage(SharedPassage passage, Content here, Content there, List<StockPhrase> phrases, StoredStatement stored)
    {
        var squeezed = passage.Here.Of(here.Squeezed);
        var (range, text) = here.Printed(passage.Here);
        var (rangeThere, textThere) = there.Printed(passage.There);
        var touching = phrases.Where(phrase => phrase.Place.Start < passage.Here.End && phrase.Place.End > passage.Here.Start).ToList();
        var length = SharedPassages.CodePoints(squeezed);
        var own = OutsideOf(touching, passage.Here, here.Squeezed);
        var frequency = FrequencyOf(squeezed);
        var weight = Weigh(own, length - own, frequency, generation.Manifest.Statements);
        return new LineagePassage(
            length, text, textThere == text ? null : textThere, range, rangeThere, Math.Round(weight, 2), frequency,
            [.. touching.Select(phrase => phrase.Phrase).Distinct(StringComparer.Ordinal)], stored);
    }

    // How many characters of a passage lie in no phrase.
    private static int OutsideOf(List<StockPhrase> phrases, TextSpan passage, string squeezed)
    {
        var own = new StringBuilder();
        for (var at = passage.Start; at < passage.End; at++)
        {
            if (!phrases.Exists(phrase => phrase.Place.Start <= at && at < phrase.Place.End))
                own.Append(squeezed[at]);
        }

        return SharedPassages.CodePoints(own.ToString());
    }

    // Besides the statement asked about, which contains every passage. Marks at the ends are left aside: a slogan behind a
    // comma is the same slogan.
    private int FrequencyOf(string squeezed)
    {
        var first = 0;
        var end = squeezed.Length;
        while (first < end && IsMark(squeezed[first]))
            first++;
        while (end > first && IsMark(squeezed[end - 1]))
            end--;
        var words = first == end ? squeezed : squeezed[first..end];
        if (!_frequencies.TryGetValue(words, out var frequency))
            _frequencies.Add(words, frequency = _searcher.CountVerbatim(words) - 1);
        return frequency;
    }

    private static bool IsMark(char c) => char.IsPunctuation(c) || char.IsSymbol(c);

    // 清华大学文科资深教授薛澜指出 are not the speaker's words; what leads in to a group's words belongs to them.
    private static CodePointRange ContentOf(Statement statement) =>
        new(statement.Kind == StatementKind.Individual ? statement.ContentStart : 0, SharedPassages.CodePoints(statement.Text));

    // A range of a statement's text, squeezed, and the way back to the text.
    private sealed class Content
    {
        private readonly string _text;
        private readonly CodePointIndex _points;
        private readonly int _start;

        public Content(Statement statement, CodePointRange range)
        {
            _text = statement.Text;
            _points = new CodePointIndex(_text);
            _start = _points.ToUnit(range.Start);
            Text = new SqueezedText(_text[_start.._points.ToUnit(range.End)]);
        }

        public SqueezedText Text { get; }

        public string Squeezed => Text.Text;

        public (CodePointRange Range, string Text) Printed(TextSpan squeezed)
        {
            var span = Text.ToOriginal(squeezed).Shift(_start);
            return (_points.ToCodePoints(span), span.Of(_text));
        }
    }
}
