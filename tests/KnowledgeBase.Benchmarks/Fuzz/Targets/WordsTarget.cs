using KnowledgeBase.Corpus.Registry;
using KnowledgeBase.Corpus.Text;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Tests;

namespace KnowledgeBase.Fuzz.Targets;

/// <summary>Cutting text into words, pairs and characters: every word lies behind the one before, and between them is nothing but white space.</summary>
internal sealed class WordsTarget() : TextTarget([.. HostileText.All(), .. SeedFiles.Reports()], [.. HostileText.Marks, .. HostileText.Pieces])
{
    private readonly WordSegmenter _whole = new();
    private readonly WordSegmenter _parted = new(Lexicon.Default, NameModel.Default, DomainWords.None, partsNames: true);
    private readonly TextAnalysis _analysis = new(CorpusRegistry.Load(Repository.Corpus, []));

    /// <inheritdoc/>
    public override string Name => "words";

    /// <inheritdoc/>
    protected override bool Feed(string text)
    {
        var folded = Folding.Fold(text);
        Must(folded.Length == text.Length, "folding changes the length");
        MustTile(folded, _whole);
        MustTile(folded, _parted);
        if (text.Length % 4 != 0)
            return true;
        var count = new CodePointIndex(text).Count;
        foreach (var token in _analysis.Tokens(text))
            Must(token.Start >= 0 && token.Start < token.End && token.End <= count, $"the token {token.Token} lies at {token.Start}–{token.End} of {count}");
        return true;
    }

    private static void MustTile(string folded, WordSegmenter segmenter)
    {
        var words = new List<TextSpan>();
        segmenter.Segment(folded, words);
        var at = 0;
        foreach (var word in words.Append(new TextSpan(folded.Length, folded.Length)))
        {
            Must(word.Start >= at && word.End <= folded.Length, $"a word at {word.Start}–{word.End} of {folded.Length} behind one that ends at {at}");
            Must(string.IsNullOrWhiteSpace(folded[at..word.Start]), $"no word holds {at}–{word.Start}");
            at = word.End;
        }
    }
}
