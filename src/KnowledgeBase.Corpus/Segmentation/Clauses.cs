using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>A clause outside quotations of speech; quoted terms stay inside it (移工支持组织「同船」秘书长…).</summary>
/// <param name="Span">The clause without the mark that ends it.</param>
/// <param name="IsAfterSpeech">Whether a quotation of speech stands right in front of it.</param>
/// <param name="IsBeforeSpeech">Whether a quotation of speech follows it: 她停了一下，“…”.</param>
internal readonly record struct Clause(TextSpan Span, bool IsAfterSpeech, bool IsBeforeSpeech)
{
    private const string Marks = ",:;。!?\n";

    /// <summary>The clauses of a sentence of a passage.</summary>
    public static IEnumerable<Clause> In(Passage passage, TextSpan sentence, IReadOnlyList<TextSpan> quotations)
    {
        var (start, isAfter) = (sentence.Start, false);
        for (var at = sentence.Start; at < sentence.End; at++)
        {
            var speech = SpeechAt(passage.Text.Text, at, quotations);
            if (!speech.IsEmpty)
            {
                if (start < at)
                    yield return new Clause(new TextSpan(start, at), isAfter, IsBeforeSpeech: true);
                (start, isAfter) = (speech.End, true);
                at = speech.End - 1;
            }
            else if (Marks.Contains(passage.Folded[at], StringComparison.Ordinal))
            {
                if (start < at)
                    yield return new Clause(new TextSpan(start, at), isAfter, passage.Folded[at] is ',' or ':' && !SpeechAt(passage.Text.Text, at + 1, quotations).IsEmpty);
                (start, isAfter) = (at + 1, isAfter && start == at);
            }
        }

        if (start < sentence.End)
            yield return new Clause(new TextSpan(start, sentence.End), isAfter, IsBeforeSpeech: false);
    }

    private static TextSpan SpeechAt(string text, int at, IReadOnlyList<TextSpan> quotations)
    {
        var next = Quotations.FirstFrom(quotations, at);
        return next < quotations.Count && quotations[next].Start == at && Quotations.IsSpeech(text, quotations[next]) ? quotations[next] : default;
    }
}
