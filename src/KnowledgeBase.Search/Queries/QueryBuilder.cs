using KnowledgeBase.Corpus.Text;
using Lucene.Net.Search;
using Lucene.Net.Search.Spans;

namespace KnowledgeBase.Search.Queries;

/// <summary>One way to take a query, strict or less so.</summary>
/// <param name="Query">What must match, and how it ranks.</param>
/// <param name="Required">How many words of the query a statement must have.</param>
/// <param name="IsWide">Whether related words answer for the query's own.</param>
/// <param name="Themes">The themes whose statements are added, whether or not they have the words.</param>
/// <param name="IsLastResort">Whether it hardly answers the query and is taken only before nothing at all.</param>
internal sealed record QueryLevel(Query Query, int Required, bool IsWide, IReadOnlyList<string> Themes, bool IsLastResort = false);

/// <summary>
/// Turns what a query asks for into Lucene queries: first one that asks for all its words as they are written, then ones
/// that ask for less.
/// </summary>
internal sealed class QueryBuilder
{
    // Above what the words of a statement can score.
    private const float TierBoost = 20f;

    // What has the words of a known term apart is further from it than what has a related one.
    private const float KnownPartsBoost = 0.1f;

    // A long query is not asked for word by word.
    private const int MostSteps = 6;

    // A pasted page has a thousand words, and each way to take it asks for all of them: the first ones, each once, tell what is looked for.
    private const int MostLeaves = 64;
    private readonly Names _names;
    private readonly UnitReader _reader;
    private readonly FormQueries _forms;
    private readonly List<QueryUnit> _inside = [];
    private readonly List<BooleanClause> _required = [];

    /// <summary>Reads a query's tree.</summary>
    public QueryBuilder(QueryNode root, Names names, UnitReader reader, FormQueries forms)
    {
        _names = names;
        _reader = reader;
        _forms = forms;
        var isStrict = root is QueryNode.And { IsStrict: true };
        IReadOnlyList<QueryNode> operands = root is QueryNode.And and ? and.Operands : [root];
        List<QueryUnit> units = [.. reader.Read([.. operands.Select(operand => (operand as QueryNode.Word)?.Text ?? UnitReader.Gap)]).DistinctBy(unit => unit.Text, StringComparer.Ordinal)];
        Units = FirstWords(units);
        LeftOut = units.Sum(unit => unit.Leaves.Count) - Leaves;
        foreach (var operand in operands.Where(operand => operand is not QueryNode.Word))
            Require(operand);
        IsRelaxable = !isStrict && Units.Count > 0;
    }

    /// <summary>The words that are preferred and can be given up.</summary>
    public IReadOnlyList<QueryUnit> Units { get; }

    /// <summary>All words whose places are shown: those of <see cref="Units"/>, then quoted ones and those in brackets, without negated ones.</summary>
    public IEnumerable<QueryUnit> Shown => Units.Concat(_inside);

    /// <summary>How many further words the query has that are not asked for.</summary>
    public int LeftOut { get; }

    /// <summary>Whether less than all words can be asked for.</summary>
    public bool IsRelaxable { get; }

    /// <summary>How many words the query has when its compounds are cut.</summary>
    public int Leaves => Units.Sum(unit => unit.Leaves.Count);

    /// <summary>
    /// The themes that the query is about: those its words name (数字鸿沟), and where it has several words also those they
    /// show. One word that only shows a theme (国际法: law) asks for itself.
    /// </summary>
    public IReadOnlyList<string> Themes => ThemesOf(unit => Leaves > 1 ? unit.Names.Concat(unit.Shows) : unit.Names);

    /// <summary>The ways to take the query, strictest first; each finds all that those before it find.</summary>
    /// <param name="isCommon">Whether a word is found so often that having it alone tells nothing.</param>
    public IEnumerable<QueryLevel> Levels(Func<Query, bool> isCommon)
    {
        yield return new QueryLevel(Outer(All(Units.Select(unit => unit.IsJoined ? WholeOrParts(unit, isWide: false) : _forms.Of(unit, isWide: false)))), Leaves, false, []);
        if (!IsRelaxable)
            yield break;
        if (Units.Any(unit => unit.Parts.Count > 0 && !unit.IsKnown))
            yield return new QueryLevel(Outer(StrictFirst(All(Units.Select(unit => WholeOrParts(unit, isWide: false))))), Leaves, false, []);
        if (Units.SelectMany(unit => unit.All).Any(unit => unit.Parts.Count > 0 || unit.Forms.Any(form => form.Source == FormSource.Related)))
            yield return new QueryLevel(Outer(StrictFirst(All(Units.Select(unit => WholeOrParts(unit, isWide: true))))), Leaves, true, []);
        var leaves = Units.SelectMany(unit => unit.Leaves).Select(leaf => WholeOrParts(leaf, isWide: true)).ToList();
        var telling = leaves.Where(leaf => !isCommon(leaf)).ToList();
        if (telling.Count == 0)
            telling = leaves;
        // Less than a third of its words hardly answers a question.
        var least = (telling.Count + 2) / 3;
        var step = Math.Max(1, telling.Count / MostSteps);
        for (var required = telling.Count == leaves.Count ? Leaves - 1 : telling.Count; required > least; required -= step)
            yield return new QueryLevel(Outer(StrictFirst(AtLeast(required, telling))), required, true, []);
        yield return new QueryLevel(Outer(StrictFirst(AtLeast(least, telling))), least, true, []);
        if (Themes.Count > 0)
            yield return new QueryLevel(Outer(StrictFirst(WithThemes(AtLeast(least, telling)))), least, true, Themes);
        if (least > 1)
            yield return new QueryLevel(Outer(StrictFirst(WithThemes(AtLeast(1, telling)))), 1, true, Themes, IsLastResort: true);
        if (telling.Count < leaves.Count)
            yield return new QueryLevel(Outer(StrictFirst(WithThemes(AtLeast(1, leaves)))), 1, true, Themes, IsLastResort: true);
    }

    private static IReadOnlyList<QueryUnit> FirstWords(List<QueryUnit> units)
    {
        var left = MostLeaves;
        return [.. units.TakeWhile(unit => (left -= unit.Leaves.Count) > -unit.Leaves.Count)
            .Select(unit => left < 0 ? unit with { Parts = [.. unit.Parts.Take(unit.Parts.Count + left)] } : unit)];
    }

    // What has words stands before what only has the theme.
    private Query WithThemes(Query words) => Themes.Count == 0
        ? words
        : Any([words, new ConstantScoreQuery(words) { Boost = TierBoost }, .. Themes.Select(FormQueries.OfTheme)]);

    private static BooleanQuery? All(IEnumerable<Query> parts)
    {
        var all = new BooleanQuery(disableCoord: true);
        foreach (var part in parts)
            all.Add(part, Occur.MUST);
        return all.Clauses.Count == 0 ? null : all;
    }

    private static Query Any(IEnumerable<Query> parts)
    {
        var any = new BooleanQuery(disableCoord: true);
        foreach (var part in parts)
            any.Add(part, Occur.SHOULD);
        return any.Clauses is [var only] ? only.Query : any;
    }

    private static BooleanQuery Without(Query part) => new() { { new MatchAllDocsQuery(), Occur.MUST }, { part, Occur.MUST_NOT } };

    /// <summary>
    /// What matches a word as it stands, or all the words inside it anywhere: 算法歧视, or 算法 and 歧视. A known term means more
    /// than its words; they answer for it only where related words do (<paramref name="isWide"/>).
    /// </summary>
    public Query WholeOrParts(QueryUnit unit, bool isWide)
    {
        if (unit.Parts.Count == 0 || (unit.IsKnown && !isWide && !unit.IsJoined))
            return _forms.Of(unit, isWide);
        var parts = All(unit.Parts.Select(part => WholeOrParts(part, isWide && !unit.IsKnown)))!;
        parts.Boost = unit.IsKnown ? KnownPartsBoost : 1;
        return Any([_forms.Of(unit, isWide), parts]);
    }

    private List<string> ThemesOf(Func<QueryUnit, IEnumerable<string>> of) =>
        [.. Units.SelectMany(unit => unit.Leaves.Append(unit)).SelectMany(of).Distinct(StringComparer.Ordinal)];

    private SumQuery AtLeast(int required, List<Query> telling)
    {
        var some = new BooleanQuery(disableCoord: true) { MinimumNumberShouldMatch = Math.Min(required, telling.Count) };
        telling.ForEach(leaf => some.Add(leaf, Occur.SHOULD));
        // Coordination: a statement with more of the words ranks before one with fewer; related words count little.
        var own = new BooleanQuery();
        foreach (var leaf in Units.SelectMany(unit => unit.Leaves))
            own.Add(WholeOrParts(leaf, isWide: false), Occur.SHOULD);
        return new SumQuery(some, [own, .. Units.Where(unit => unit.Parts.Count > 0).Select(unit => WholeOrParts(unit, isWide: true))]);
    }

    // What has all words as they are typed stands first, then what has all of them as they may be written, then what has
    // them apart, then what is found with less.
    private SumQuery StrictFirst(Query? wide)
    {
        List<BooleanQuery?> stricter = [All(Units.Select(unit => _forms.Of(unit, isWide: false))), All(Units.Select(unit => WholeOrParts(unit, isWide: false)))];
        if (Units.All(unit => unit.Forms.Count > 0))
            stricter.Insert(0, All(Units.Select(unit => _forms.Of(unit.Forms[0]))));
        return new SumQuery(wide!, [.. stricter.Select(query => new ConstantScoreQuery(query!) { Boost = TierBoost })]);
    }

    private SumQuery Outer(Query? words)
    {
        var found = new BooleanQuery(disableCoord: true);
        if (words is not null)
            found.Add(words, Occur.MUST);
        _required.ForEach(found.Add);
        if (!found.Clauses.Any(clause => clause.Occur == Occur.MUST))
            found.Add(new MatchAllDocsQuery(), Occur.MUST);
        var about = Units.SelectMany(unit => unit.Leaves).Select(_forms.About).OfType<Query>();
        return new SumQuery(found, [.. about, .. ThemesOf(unit => unit.Shows.Concat(unit.Names)).Select(FormQueries.OfTheme)]);
    }

    private void Require(QueryNode node)
    {
        var negates = node is QueryNode.Not;
        if (Of(node is QueryNode.Not not ? not.Operand : node, isNegated: negates) is { } query)
            _required.Add(new BooleanClause(query, negates ? Occur.MUST_NOT : Occur.MUST));
    }

    // Inside brackets and behind operators nothing is given up.
    private Query? Of(QueryNode node, bool isNegated) => node switch
    {
        QueryNode.Word word => All(_reader.Read([word.Text]).Select(unit => WholeOrParts(Show(unit, isNegated), isWide: false))),
        QueryNode.Phrase { Distance: { } distance } phrase => Near(phrase.Text, distance, isNegated),
        QueryNode.Phrase phrase => UnitReader.Exact(phrase.Text) is { } unit ? _forms.Of(Show(unit, isNegated), isWide: false) : null,
        QueryNode.Field field => FieldQuery(field, isNegated),
        QueryNode.Or or => Combine(or.Operands, Occur.SHOULD, isNegated),
        QueryNode.And and => Combine(and.Operands, Occur.MUST, isNegated),
        QueryNode.Not not => Of(not.Operand, !isNegated) is { } part ? Without(part) : null,
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };

    private BooleanQuery? Combine(IReadOnlyList<QueryNode> operands, Occur occur, bool isNegated)
    {
        var query = new BooleanQuery(disableCoord: true);
        foreach (var operand in operands)
        {
            if (Of(operand, isNegated) is { } part)
                query.Add(part, occur);
        }

        return query.Clauses.Count == 0 ? null : query;
    }

    private QueryUnit Show(QueryUnit unit, bool isNegated)
    {
        if (!isNegated)
            _inside.Add(unit);
        return unit;
    }

    // "数据 隐私"~5: both, at most five characters between them, whichever comes first.
    private Query? Near(string text, int distance, bool isNegated)
    {
        var units = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(UnitReader.Exact).OfType<QueryUnit>().ToList();
        if (units.Count < 2)
            return units.Count == 0 ? null : _forms.Of(Show(units[0], isNegated), isWide: false);
        var near = new Nearness(distance);
        SpanQuery[] spans = [.. units.Select(unit => FormQueries.Span(new SqueezedText(Show(unit with { Near = near }, isNegated).Text).Text))];
        // A span of pairs ends one character before its text does: 数据 is one pair and two characters long.
        return new SpanNearQuery(spans, distance + spans.Length - 1, inOrder: false);
    }

    // speaker:薛澜 asks for the person; a value that names nobody is looked for in the text, as it was typed.
    private Query? FieldQuery(QueryNode.Field field, bool isNegated)
    {
        var ids = _names.HasEntities(field.Name) ? _names.Resolve(field.Name, field.Value) : [field.Value.ToLowerInvariant()];
        if (ids.Count == 0)
            return UnitReader.Exact(field.Value) is { } unit ? _forms.Of(Show(unit, isNegated), isWide: false) : null;
        return new ConstantScoreQuery(Any(ids.Select(id => new KnownTermQuery(StatementDocument.FieldOf(field.Name), id))));
    }
}
