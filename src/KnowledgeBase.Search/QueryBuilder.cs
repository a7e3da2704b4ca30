using KnowledgeBase.Corpus.Text;
using KnowledgeBase.Search.Analysis;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace KnowledgeBase.Search;

/// <summary>Turns what a query asks for into a Lucene query, and lists the forms to highlight.</summary>
internal sealed class QueryBuilder(Names names, IReadOnlyList<FacetField> facets)
{
    private readonly List<string> _forms = [];

    /// <summary>The squeezed forms whose occurrences answer the query, in the order of the query, without negated ones.</summary>
    public IReadOnlyList<string> Forms => _forms;

    /// <summary>The Lucene query; null where the text asks for nothing, that is for everything.</summary>
    public Query? Build(QueryNode node) => Of(node, isNegated: false);

    private Query? Of(QueryNode node, bool isNegated) => node switch
    {
        QueryNode.Word word => Text(word.Text, isNegated),
        QueryNode.Phrase phrase => Text(phrase.Text, isNegated),
        QueryNode.Field field => FieldQuery(field, isNegated),
        QueryNode.Or or => Combine(or.Operands, Occur.SHOULD, isNegated),
        QueryNode.And and => Combine(and.Operands, Occur.MUST, isNegated),
        QueryNode.Not not => Combine([not], Occur.MUST, isNegated),
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };

    private Query? Combine(IReadOnlyList<QueryNode> operands, Occur occur, bool isNegated)
    {
        var query = new BooleanQuery();
        var positive = 0;
        foreach (var operand in operands)
        {
            var negates = operand is QueryNode.Not;
            if (Of(operand is QueryNode.Not not ? not.Operand : operand, isNegated ^ negates) is not { } part)
                continue;
            positive += negates ? 0 : 1;
            query.Add(negates && occur == Occur.SHOULD ? Without(part) : part, negates && occur == Occur.MUST ? Occur.MUST_NOT : occur);
        }

        if (query.Clauses.Count == 0)
            return null;
        if (positive == 0 && occur == Occur.MUST)
            query.Add(new MatchAllDocsQuery(), Occur.MUST);
        return query.Clauses is [{ Occur: not Occur.MUST_NOT } only] ? only.Query : query;
    }

    private static Query Without(Query part) => new BooleanQuery { { new MatchAllDocsQuery(), Occur.MUST }, { part, Occur.MUST_NOT } };

    // A text matches where it stands, whatever words a segmenter would cut it into. A single character is a term; a
    // longer text is a phrase of pairs, every other one: 可解|释人|工智|智能.
    private Query? Text(string text, bool isNegated)
    {
        var form = new SqueezedText(text).Text;
        var bare = form.Trim(Marks);
        form = bare.Length > 0 ? bare : form;
        if (form.Length == 0)
            return null;
        if (!isNegated && !_forms.Contains(form, StringComparer.Ordinal))
            _forms.Add(form);

        var pairs = Pairs(form);
        if (pairs.Count == 0)
            return new TermQuery(new Term(StatementDocument.TextCharacters, form));
        var phrase = new PhraseQuery();
        for (var i = 0; i < pairs.Count; i += 2)
            phrase.Add(new Term(StatementDocument.TextBigrams, pairs[i]), i);
        if (pairs.Count % 2 == 0)
            phrase.Add(new Term(StatementDocument.TextBigrams, pairs[^1]), pairs.Count - 1);
        return pairs.Count == 1 ? new TermQuery(new Term(StatementDocument.TextBigrams, pairs[0])) : phrase;
    }

    // "可解释性？" asks for 可解释性; a mark by itself asks for itself.
    private static readonly char[] Marks = ['?', '!', ',', '.', ';', ':', '。', '、', '…', '*', '~', '^'];

    private static List<string> Pairs(string form)
    {
        var pairs = new List<string>();
        for (var at = 0; at < form.Length; at += CharacterStream.LengthAt(form, at))
        {
            var next = at + CharacterStream.LengthAt(form, at);
            if (next < form.Length)
                pairs.Add(form[at..(next + CharacterStream.LengthAt(form, next))]);
        }

        return pairs;
    }

    // speaker:薛澜 asks for the person; a value that names nobody is looked for in the text, as it was typed.
    private Query? FieldQuery(QueryNode.Field field, bool isNegated)
    {
        var facet = facets.First(f => f.Name == field.Name);
        var ids = names.HasEntities(field.Name) ? names.Resolve(field.Name, field.Value) : [field.Value.ToLowerInvariant()];
        if (ids.Count == 0)
            return Text(field.Value, isNegated);
        var query = new BooleanQuery();
        foreach (var id in ids)
            query.Add(new TermQuery(new Term(StatementDocument.FieldOf(facet), id)), Occur.SHOULD);
        return new ConstantScoreQuery(query);
    }
}
