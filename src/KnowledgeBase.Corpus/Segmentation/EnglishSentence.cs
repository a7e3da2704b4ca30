using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>
/// A sentence of English text. It does not end inside a quotation, nor behind one where a verb of saying follows:
/// "Why?" she asked.
/// </summary>
/// <param name="First">The index of its first token.</param>
/// <param name="End">One past its last token.</param>
internal readonly record struct EnglishSentence(int First, int End)
{
    /// <summary>The characters it covers, without the blanks around.</summary>
    public TextSpan SpanIn(EnglishToken[] tokens) => new(tokens[First].Span.Start, tokens[End - 1].Span.End);

    /// <summary>The sentences, which together hold all tokens.</summary>
    public static List<EnglishSentence> Of(EnglishToken[] tokens)
    {
        var sentences = new List<EnglishSentence>();
        var first = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (!MayEnd(tokens, i))
                continue;
            while (i + 1 < tokens.Length && tokens[i + 1].Kind == EnglishTokenKind.Mark && tokens[i + 1].Text[0] is '.' or '!' or '?' or '…' or ')' or ']' or '”' or '"')
                i++;
            if (i + 1 < tokens.Length && !Begins(tokens, i + 1))
                continue;
            sentences.Add(new EnglishSentence(first, i + 1));
            first = i + 1;
        }

        if (first < tokens.Length)
            sentences.Add(new EnglishSentence(first, tokens.Length));
        return sentences;
    }

    private static bool MayEnd(EnglishToken[] tokens, int i) => tokens[i].Kind switch
    {
        EnglishTokenKind.Mark => tokens[i].Text[0] is '.' or '!' or '?' or '…',
        EnglishTokenKind.Quotation => tokens[i].Text is [.., '.' or '!' or '?' or '…', _],
        // "in the U.S. The plan": only before a word that begins sentences and no name.
        _ => tokens[i].Text[^1] == '.' && i + 1 < tokens.Length && tokens[i + 1].IsCapital && EnglishWords.Is("no-name", tokens[i + 1]),
    };

    private static bool Begins(EnglishToken[] tokens, int i) => tokens[i].Kind switch
    {
        EnglishTokenKind.Word => !char.IsLower(tokens[i].Text[0]),
        EnglishTokenKind.Quotation => true,
        _ => tokens[i].Text[0] is '(' or '[' or '—' or '–' or '-' or '•' or '*',
    };
}
