using System.Text.Json;
using KnowledgeBase.Corpus;
using KnowledgeBase.Corpus.Registry;
using KnowledgeBase.Corpus.Text;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Inversion;
using Lucene.Net.Documents;
using Lucene.Net.Util;

namespace KnowledgeBase.Search;

/// <summary>
/// A statement as a Lucene document: every field and every facet is named here and nowhere else. One statement, one
/// document.
/// </summary>
internal static class StatementDocument
{
    /// <summary>Permalink; one term.</summary>
    public const string Id = "id";

    /// <summary>The statement as JSON, stored; what a search answers with, byte for byte.</summary>
    public const string Json = "json";

    /// <summary>The text's single characters: finds substrings of one.</summary>
    public const string TextCharacters = "text.char";

    /// <summary>The text's overlapping pairs of characters, with positions: finds longer substrings.</summary>
    public const string TextBigrams = "text.bigram";

    /// <summary>The words of the content, without the speaker's title and name, with positions: what ranking rests on.</summary>
    public const string TextWords = "text.word";

    /// <summary>The words of the speaker's title and of the institutions it names.</summary>
    public const string TitleWords = "title.word";

    /// <summary>The words of the panel's name and theme.</summary>
    public const string PanelWords = "panel.word";

    /// <summary>The institutions in which the speaker holds an office, with what they belong to; one term each.</summary>
    public const string PostIds = "office.post";

    /// <summary>The institutions of which the speaker is a member or was an officer, with what they belong to; one term each.</summary>
    public const string FormerIds = "office.other";

    /// <summary>The speakers whom a group's statement names as its members; one term each.</summary>
    public const string ScopeIds = "scope";

    /// <summary>Position in the corpus: reports by date, statements as printed. A numeric doc value.</summary>
    public const string Order = "order";

    /// <summary>The report's date; a sorted doc value, missing where unknown.</summary>
    public const string Date = "date";

    /// <summary>The speaker by pinyin; a sorted doc value, missing where nobody speaks.</summary>
    public const string SpeakerSort = "speaker.sort";

    private const string FacetPrefix = "facet.";

    /// <summary>The facets in the order in which answers list them.</summary>
    public static IReadOnlyList<FacetField> Facets { get; } =
    [
        new("theme", (s, _) => s.Themes.Select(theme => theme.Id)),
        new("speaker", (s, _) => s.Speaker is null ? [] : [s.Speaker.Id]),
        new("institution", (s, institutions) => s.Institutions.SelectMany(office => WithUnitAndAncestors(office, institutions))),
        new("panel", (s, _) => s.Panel is null ? [] : [s.Panel.Id]),
        new("report", (s, _) => [s.Report.Id]),
        new("kind", (s, _) => [CorpusJson.NameOf(s.Kind)]),
        new("side", (s, _) => s.Speaker?.Side is { } side ? [CorpusJson.NameOf(side)] : []),
        new("sector", (s, _) => s.Sectors.Select(CorpusJson.NameOf)),
        new("country", (s, _) => s.Countries),
        new("year", (s, _) => s.Report.Date is { Length: >= 4 } date ? [date[..4]] : []),
        new("instrument", (s, _) => InstrumentEntities.IdsOf(s)),
    ];

    /// <summary>The fields of a statement's whole text, which are <see cref="TokensField"/>s.</summary>
    public static IReadOnlyCollection<string> Inverted { get; } = [TextCharacters, TextBigrams, TextWords];

    /// <summary>The field that holds a facet's values, as terms and as sorted-set doc values.</summary>
    public static string FieldOf(string facet) => FacetPrefix + facet;

    /// <summary>The document of a statement.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="order">Its position in the corpus.</param>
    /// <param name="registry">What belongs to what, and what themes are called.</param>
    /// <param name="analysis">How text is cut into words.</param>
    public static Document To(Statement statement, long order, CorpusRegistry registry, WordAnalysis analysis)
    {
        var text = new SqueezedText(statement.Text);
        var document = new Document
        {
            new StringField(Id, statement.Id, Field.Store.NO),
            new StoredField(Json, JsonSerializer.SerializeToUtf8Bytes(statement, CorpusJson.Options)),
            // Nobody asks for phrases of single characters: pairs do that better.
            new TokensField(TextCharacters, CharacterTokens.Of(text, 1), hasPositions: false),
            new TokensField(TextBigrams, CharacterTokens.Of(text, 2)),
            new TokensField(TextWords, WordTokens.Of(statement.Text[ContentStart(statement)..], analysis)),
            new NumericDocValuesField(Order, order),
        };
        AddWords(document, analysis, TitleWords, statement.Institutions.SelectMany(office => new[] { office.Name, office.Unit }).Prepend(statement.Attribution.Title));
        AddWords(document, analysis, PanelWords, [statement.Panel?.Name, statement.Panel?.Theme]);
        AddOffices(document, statement, registry.Institutions);
        foreach (var member in statement.Attribution.Scope)
            document.Add(new StringField(ScopeIds, member, Field.Store.NO));
        if (statement.Report.Date is { } date)
            document.Add(new SortedDocValuesField(Date, new BytesRef(date)));
        if (statement.Speaker is { } speaker)
            document.Add(new SortedDocValuesField(SpeakerSort, new BytesRef(speaker.Id)));
        foreach (var facet in Facets)
        {
            foreach (var value in facet.ValuesOf(statement, registry.Institutions).Distinct(StringComparer.Ordinal))
            {
                document.Add(new StringField(FieldOf(facet.Name), value, Field.Store.NO));
                document.Add(new SortedSetDocValuesField(FieldOf(facet.Name), new BytesRef(value)));
            }
        }

        return document;
    }

    /// <summary>The stored statement of a document, as JSON in UTF-8.</summary>
    public static StoredStatement From(Document document)
    {
        var bytes = document.GetBinaryValue(Json);
        return new StoredStatement(bytes.Bytes.AsMemory(bytes.Offset, bytes.Length));
    }

    /// <summary>
    /// Where the words begin that a statement is about, in UTF-16 units of its text. What leads in to a group's words
    /// (就“…”这一问题，与会专家认为) belongs to them.
    /// </summary>
    internal static int ContentStart(Statement statement) => ContentStart(statement.Kind, statement.Text, statement.ContentStart);

    /// <inheritdoc cref="ContentStart(Statement)"/>
    internal static int ContentStart(StatementKind kind, string text, int contentStart) =>
        kind == StatementKind.Collective ? 0 : new CodePointIndex(text).ToUnit(contentStart);

    private static void AddWords(Document document, WordAnalysis analysis, string field, IEnumerable<string?> texts)
    {
        foreach (var text in texts.OfType<string>().Distinct(StringComparer.Ordinal))
            document.Add(new TextField(field, new WordStream(text, analysis)));
    }

    private static void AddOffices(Document document, Statement statement, InstitutionRegistry institutions)
    {
        var posts = statement.Institutions.Where(office => office.Relation == Relation.Post).SelectMany(office => WithUnitAndAncestors(office, institutions)).ToHashSet(StringComparer.Ordinal);
        var others = statement.Institutions.Where(office => office.Relation != Relation.Post).SelectMany(office => WithUnitAndAncestors(office, institutions)).ToHashSet(StringComparer.Ordinal);
        others.ExceptWith(posts);
        foreach (var (field, ids) in new[] { (PostIds, posts), (FormerIds, others) })
        {
            foreach (var id in ids)
                document.Add(new StringField(field, id, Field.Store.NO));
        }
    }

    // 清华大学 counts its institutes, 联合国 its programmes.
    private static IEnumerable<string> WithUnitAndAncestors(Office office, InstitutionRegistry institutions)
    {
        if (office.UnitId is not null)
            yield return office.UnitId;
        yield return office.Id;
        foreach (var ancestor in institutions.WithAncestors(office.Id).Concat(office.UnitId is null ? [] : institutions.WithAncestors(office.UnitId)))
            yield return ancestor.Id;
    }
}
