using KnowledgeBase.Corpus.Text;
using KnowledgeBase.Search.Analysis;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Spans;

namespace KnowledgeBase.Search.Queries;

/// <summary>
/// The Lucene queries of a query's words. A form matches wherever its characters stand; where it stands as words of the
/// content it ranks higher, and a person's or an institution's own statements rank first.
/// </summary>
internal sealed class FormQueries(WordAnalysis analysis)
{
    // Words above pairs above characters.
    private const float WordBoost = 1f;
    private const float PairBoost = 0.5f;
    private const float CharacterBoost = 0.3f;
    private const float InsideWordBoost = 0.1f;
    private const float PrefixBoost = 0.5f;

    // What a statement stands under says less than what it says.
    private const float TitleBoost = 0.2f;
    private const float PanelBoost = 0.3f;
    private const float ThemeBoost = 0.4f;

    // Above any score of words: whoever asks for a person or an institution wants its statements first.
    private const float SpeakerBoost = 30f;
    private const float PostBoost = 20f;
    private const float FormerBoost = 10f;
    private const float MemberBoost = 5f;
    private const float TieBreaker = 0.1f;

    /// <summary>What matches a word of the query in any of its forms; with <paramref name="isWide"/> also in related ones.</summary>
    public Query Of(QueryUnit unit, bool isWide)
    {
        var forms = new DisjunctionMaxQuery(TieBreaker);
        foreach (var form in unit.Forms.Where(form => isWide || form.Source != FormSource.Related))
        {
            var query = Of(form);
            query.Boost *= form.Weight;
            forms.Add(query);
        }

        foreach (var longer in unit.Longer)
        {
            if (WordQuery(StatementDocument.TextWords, longer) is { } words)
                forms.Add(words);
        }

        if (unit.Meanings.Count == 0)
            return forms;
        var whole = new BooleanQuery(disableCoord: true) { { forms, Occur.SHOULD } };
        foreach (var (field, boost, id) in unit.Meanings.SelectMany(EntityTerms))
            whole.Add(new ConstantScoreQuery(new KnownTermQuery(field, id)) { Boost = boost }, Occur.SHOULD);
        return whole;
    }

    /// <summary>The statements of a theme.</summary>
    public static Query OfTheme(string theme) => new KnownTermQuery(StatementDocument.FieldOf("theme"), theme) { Boost = ThemeBoost };

    /// <summary>What a word adds where the statement's title or panel is about it; it decides no match. Null where nothing can.</summary>
    public Query? About(QueryUnit unit)
    {
        var about = new BooleanQuery(disableCoord: true);
        foreach (var (field, boost) in new[] { (StatementDocument.TitleWords, TitleBoost), (StatementDocument.PanelWords, PanelBoost) })
        {
            var best = new DisjunctionMaxQuery(0);
            foreach (var form in unit.Forms)
            {
                if (WordQuery(field, form.Text) is { } query)
                {
                    query.Boost *= boost * form.Weight;
                    best.Add(query);
                }
            }

            if (best.Disjuncts.Count > 0)
                about.Add(best, Occur.SHOULD);
        }

        return about.Clauses.Count == 0 ? null : about;
    }

    /// <summary>The places where a squeezed text stands, for distances.</summary>
    public static SpanQuery Span(string squeezed)
    {
        var pairs = Pairs(squeezed);
        // A single character begins a pair, or stands alone at the end of the text.
        if (pairs.Count == 0)
            return new SpanMultiTermQueryWrapper<PrefixQuery>(new PrefixQuery(new Term(StatementDocument.TextBigrams, squeezed)));
        SpanQuery[] spans = [.. pairs.Select(pair => new SpanTermQuery(new Term(StatementDocument.TextBigrams, pair)))];
        return spans.Length == 1 ? spans[0] : new SpanNearQuery(spans, 0, inOrder: true);
    }

    private static IEnumerable<(string Field, float Boost, string Id)> EntityTerms(Meaning meaning) => meaning.Kind == MeaningKind.Speaker
        ? [(StatementDocument.FieldOf("speaker"), SpeakerBoost, meaning.Id), (StatementDocument.ScopeIds, MemberBoost, meaning.Id)]
        : [(StatementDocument.PostIds, PostBoost, meaning.Id), (StatementDocument.FormerIds, FormerBoost, meaning.Id)];

    /// <summary>What matches one form.</summary>
    public Query Of(QueryForm form)
    {
        var squeezed = new SqueezedText(form.Text).Text;
        if (form.IsWhole)
            return WholeQuery(form.Text) ?? Characters(squeezed);
        var characters = Characters(squeezed);
        if (WordQuery(StatementDocument.TextWords, form.Text) is not { } words)
            return characters;
        if (squeezed.All(char.IsAscii))
            characters.Boost = InsideWordBoost;
        words.Boost *= WordBoost;
        return new SumQuery(characters, words);
    }

    // 透明 as a word, or where it begins one: 透明度.
    private Query? WholeQuery(string form)
    {
        var words = WordQuery(StatementDocument.TextWords, form);
        if (words is not TermQuery term || !form.Any(Han.Is))
            return words;
        // Few words begin so; to collect them first, as Lucene does by itself, takes a table of 32 KB each time.
        return new DisjunctionMaxQuery(0) { words, new PrefixQuery(term.Term) { Boost = PrefixBoost, MultiTermRewriteMethod = MultiTermQuery.CONSTANT_SCORE_FILTER_REWRITE } };
    }

    /// <summary>
    /// What matches a squeezed text wherever it stands, whatever words a segmenter would cut it into. A single character is
    /// a term; a longer text is a phrase of pairs, every other one: 可解|释人|工智|智能.
    /// </summary>
    public static Query Characters(string form)
    {
        var pairs = Pairs(form);
        if (pairs.Count == 0)
            return new KnownTermQuery(StatementDocument.TextCharacters, form) { Boost = CharacterBoost };
        if (pairs.Count == 1)
            return new KnownTermQuery(StatementDocument.TextBigrams, pairs[0]) { Boost = PairBoost };
        // The score of a phrase adds up over its terms; a long form is rarer, not that much rarer.
        var placed = Enumerable.Range(0, pairs.Count).Where(i => i % 2 == 0 || i == pairs.Count - 1).Select(i => (pairs[i], i));
        return new PlacedTermsQuery(StatementDocument.TextBigrams, [.. placed]) { Boost = PairBoost / MathF.Sqrt((pairs.Count + 2) / 2) };
    }

    // The form as one word, or its words in a row.
    private Query? WordQuery(string field, string form)
    {
        var folded = Folding.Fold(form);
        List<string> words = [.. analysis.Words(folded).Select(word => word.Of(folded))];
        if (words.Count <= 1)
            return words.Count == 0 ? null : new KnownTermQuery(field, words[0]);
        return new PlacedTermsQuery(field, [.. words.Select((word, at) => (word, at))]) { Boost = 1 / MathF.Sqrt(words.Count) };
    }

    private static List<string> Pairs(string form)
    {
        var pairs = new List<string>();
        for (var at = 0; at < form.Length; at += CharacterTokens.LengthAt(form, at))
        {
            var next = at + CharacterTokens.LengthAt(form, at);
            if (next < form.Length)
                pairs.Add(form[at..(next + CharacterTokens.LengthAt(form, next))]);
        }

        return pairs;
    }
}
