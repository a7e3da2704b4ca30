using KnowledgeBase.Corpus;
using KnowledgeBase.Corpus.Registry;
using KnowledgeBase.Corpus.Text;
using KnowledgeBase.Search.Queries;

namespace KnowledgeBase.Search.Analysis;

/// <summary>A token of a text, as one field of the index holds it.</summary>
/// <param name="Field">text.word, text.bigram or text.char.</param>
/// <param name="Token">The token, folded.</param>
/// <param name="Start">First code point of the text that it came from.</param>
/// <param name="End">One past the last.</param>
/// <param name="Note">What the glossary and the registry say of a word: its other forms, whom it means; or null.</param>
public sealed record AnalyzedToken(string Field, string Token, int Start, int End, string? Note);

/// <summary>Shows how text is cut and looked up, without an index: for people who ask why a query matched. Not for several threads.</summary>
public sealed class TextAnalysis
{
    private readonly WordAnalysis _analysis;
    private readonly Thesaurus _thesaurus;
    private readonly WordSegmenter _segmenter;
    private readonly ThemeTagger _themes;

    /// <summary>The analysis with the domain words of a registry; <see cref="CorpusRegistry.Empty"/>: with the dictionaries alone.</summary>
    public TextAnalysis(CorpusRegistry registry)
    {
        _analysis = new WordAnalysis(Vocabulary.Of(registry, []));
        _segmenter = new WordSegmenter(Lexicon.Default, NameModel.Default, _analysis.Domain, partsNames: true);
        _themes = registry.ThemeTagger;
        _thesaurus = new Thesaurus(registry.Glossary, CatalogueBuilder.OfRegistry(registry), registry.ThemeTagger);
    }

    /// <summary>
    /// The pieces of a text in order, as they are written: words, marks, and nothing lost but white space. A given name that
    /// dictionaries list is a word of its own (李|建国), as GB/T 13715 has it; the index keeps a name whole.
    /// </summary>
    public IEnumerable<string> Pieces(string text)
    {
        var pieces = new List<TextSpan>();
        _segmenter.Segment(Folding.Fold(text), pieces);
        return pieces.Select(piece => piece.Of(text));
    }

    /// <summary>What a query of this text looks for, word by word, whether or not any statement has it.</summary>
    public IEnumerable<ExplainedWord> Words(string text) =>
        new UnitReader(_analysis, _thesaurus, _ => true, _themes, expand: true).Read(text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Select(ExplainedWord.Of);

    /// <summary>The tokens of a text, field by field.</summary>
    public IEnumerable<AnalyzedToken> Tokens(string text) => Tokens(text, _analysis, _thesaurus);

    internal static IEnumerable<AnalyzedToken> Tokens(string text, WordAnalysis analysis, Thesaurus thesaurus)
    {
        var points = new CodePointIndex(text);
        var folded = Folding.Fold(text);
        foreach (var word in analysis.Words(folded))
            yield return Token(StatementDocument.TextWords, word.Of(folded), word);

        var squeezed = new SqueezedText(text);
        foreach (var (field, size) in new[] { (StatementDocument.TextBigrams, 2), (StatementDocument.TextCharacters, 1) })
        {
            foreach (var span in CharacterTokens.Spans(squeezed.Text, size))
                yield return Token(field, span.Of(squeezed.Text), squeezed.ToOriginal(span));
        }

        AnalyzedToken Token(string field, string token, TextSpan span)
        {
            var range = points.ToCodePoints(span);
            return new AnalyzedToken(field, token, range.Start, range.End, field == StatementDocument.TextWords ? NoteOf(token, thesaurus) : null);
        }
    }

    private static string? NoteOf(string word, Thesaurus thesaurus)
    {
        var notes = thesaurus.Of(word).Select(meaning => meaning.Kind == MeaningKind.Term
            ? $"= {string.Join(", ", meaning.Forms.Where(form => Folding.Fold(form) != word))}{(meaning.Related.Count == 0 ? "" : $" ~ {string.Join(", ", meaning.Related)}")}"
            : $"{meaning.Kind.ToString().ToLowerInvariant()} {meaning.Id}").ToList();
        return notes.Count == 0 ? null : string.Join("; ", notes);
    }
}
