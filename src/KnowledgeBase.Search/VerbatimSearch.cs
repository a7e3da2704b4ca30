using KnowledgeBase.Corpus;
using KnowledgeBase.Corpus.Text;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Queries;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace KnowledgeBase.Search;

/// <summary>Finds statements by words that stand in them as they are: squeezed text (<see cref="SqueezedText"/>), no synonyms.</summary>
internal static class VerbatimSearch
{
    /// <summary>
    /// The statements of the other voices (named speakers for a group or an outcome, groups and outcomes for a person) that
    /// may share a passage of <paramref name="least"/> characters with a text; none that does is missing. Wherever such a
    /// passage begins, it holds one whole block of half its length that begins at a multiple of that in the text, so the
    /// blocks alone are looked for: of 26 characters 4 blocks of 7 for passages of 13.
    /// </summary>
    public static IReadOnlyList<StoredStatement> MayShare(Generation generation, string squeezed, StatementKind kind, int least)
    {
        var found = new DocCollector();
        foreach (var block in Blocks(squeezed, (least + 1) / 2).Distinct(StringComparer.Ordinal))
        {
            var isPersons = new KnownTermQuery(StatementDocument.FieldOf("kind"), CorpusJson.NameOf(StatementKind.Individual));
            var query = new BooleanQuery(disableCoord: true)
            {
                { FormQueries.Characters(block), Occur.MUST },
                { isPersons, kind == StatementKind.Individual ? Occur.MUST_NOT : Occur.MUST },
            };
            generation.Searcher.Search(query, found);
        }

        return [.. found.Docs.OrderBy(generation.Ranks.PositionOf).Select(generation.Statement)];
    }

    /// <summary>How many statements contain a squeezed text.</summary>
    public static int Count(Generation generation, string squeezed) => generation.Searcher.CountOf(FormQueries.Characters(squeezed));

    /// <summary>The blocks of <paramref name="size"/> characters that begin at multiples of the size; a shorter rest is none.</summary>
    internal static IEnumerable<string> Blocks(string squeezed, int size) => CharacterTokens.Spans(squeezed, size)
        .Where((_, number) => number % size == 0)
        .Select(span => span.Of(squeezed))
        .Where(block => new CodePointIndex(block).Count == size);

    private sealed class DocCollector : ICollector
    {
        private int _docBase;

        public HashSet<int> Docs { get; } = [];

        public bool AcceptsDocsOutOfOrder => true;

        public void SetScorer(Scorer scorer)
        {
        }

        public void SetNextReader(AtomicReaderContext context) => _docBase = context.DocBase;

        public void Collect(int doc) => Docs.Add(_docBase + doc);
    }
}
