using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Search.Analysis;

/// <summary>The words of a text as tokens, folded; punctuation is none, but parts its neighbours by a position.</summary>
internal static class WordTokens
{
    /// <summary>Cuts a text.</summary>
    public static FieldTokens Of(string text, WordAnalysis analysis)
    {
        var folded = Folding.Fold(text);
        // An array has no room to spare: those of thousands of texts wait to be written.
        TextSpan[] pieces = [.. analysis.Cut(folded)];
        return new FieldTokens(folded, Placed(folded, pieces), pieces.Count(piece => WordAnalysis.IsWord(folded, piece)));
    }

    private static IEnumerable<Token> Placed(string folded, TextSpan[] pieces)
    {
        var (position, parts) = (-1, 0);
        foreach (var piece in pieces)
        {
            if (!WordAnalysis.IsWord(folded, piece))
            {
                parts = 1;
                continue;
            }

            position += 1 + parts;
            parts = 0;
            yield return new Token(piece, position);
        }
    }
}
