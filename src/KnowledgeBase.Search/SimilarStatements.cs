using KnowledgeBase.Corpus;
using KnowledgeBase.Corpus.Text;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Queries;
using Lucene.Net.Queries.Mlt;
using Lucene.Net.Search;

namespace KnowledgeBase.Search;

/// <summary>A statement like another one.</summary>
/// <param name="Score">How like, comparable within one answer.</param>
/// <param name="SameSpeaker">Whether the same person speaks.</param>
/// <param name="SharedWords">The telling words that both have, most telling first.</param>
/// <param name="Statement">The statement.</param>
public sealed record SimilarStatement(double Score, bool SameSpeaker, IReadOnlyList<string> SharedWords, StoredStatement Statement);

/// <summary>Finds statements that share the telling words of one.</summary>
internal static class SimilarStatements
{
    private const int MostWords = 25;
    private const int ShortestWord = 2;

    // What half of the corpus says tells nothing about one statement.
    private const int MostCommonPercent = 50;

    /// <summary>The statements most like the given one, best first.</summary>
    public static IReadOnlyList<SimilarStatement> Of(Generation generation, Statement statement, int size)
    {
        using var analyzer = new WordAnalyzer(generation.Analysis);
        var reader = generation.Searcher.IndexReader;
        var like = new MoreLikeThis(reader)
        {
            Analyzer = analyzer,
            FieldNames = [StatementDocument.TextWords],
            MinTermFreq = 1,
            MinDocFreq = 2,
            MaxDocFreq = Math.Max(2, reader.NumDocs * MostCommonPercent / 100),
            MinWordLen = ShortestWord,
            MaxQueryTerms = MostWords,
            ApplyBoost = true,
            StopWords = UnitReader.StopWords,
        };
        using var content = new StringReader(statement.Text[new CodePointIndex(statement.Text).ToUnit(statement.ContentStart)..]);
        var words = like.Like(content, StatementDocument.TextWords);
        var query = new BooleanQuery(disableCoord: true) { { words, Occur.MUST }, { new KnownTermQuery(StatementDocument.Id, statement.Id), Occur.MUST_NOT } };
        var telling = ((BooleanQuery)words).Clauses.Select(clause => (TermQuery)clause.Query).OrderByDescending(term => term.Boost).Select(term => term.Term.Text).ToList();
        using var helpers = new SearchHelpers(generation.Searcher);
        var (_, top) = new SearchPass(generation, new SearchQuery { Text = statement.Text, Size = size }, helpers).Of(query);
        return [.. top.InOrder().Select(hit => ToSimilar(generation, statement, hit, telling))];
    }

    private static SimilarStatement ToSimilar(Generation generation, Statement statement, RankedHit hit, List<string> telling)
    {
        var stored = generation.Statement(hit.Doc);
        var other = stored.Read();
        var text = other.Text[StatementDocument.ContentStart(other)..];
        var folded = Folding.Fold(text);
        var words = generation.Analysis.Words(folded).Select(word => word.Of(folded)).ToHashSet(StringComparer.Ordinal);
        var isSame = other.Speaker is not null && other.Speaker.Id == statement.Speaker?.Id;
        return new SimilarStatement(Math.Round(hit.Score, 4), isSame, [.. telling.Where(words.Contains)], stored);
    }
}
