using KnowledgeBase.Corpus.Text;
using KnowledgeBase.Search.Analysis;

namespace KnowledgeBase.Search;

/// <summary>A statement of the index, read, with its text as highlights are looked for in it.</summary>
internal sealed class OpenedStatement
{
    private readonly Lazy<HashSet<TextSpan>> _words;

    /// <summary>Reads a statement.</summary>
    public OpenedStatement(int doc, StoredStatement stored, WordAnalysis analysis)
    {
        Doc = doc;
        Stored = stored;
        Content = stored.ReadContent();
        Squeezed = new SqueezedText(Content.Text);
        Points = new CodePointIndex(Content.Text);
        _words = new Lazy<HashSet<TextSpan>>(() => WordsOf(Content, analysis));
    }

    /// <summary>Its document number in the generation.</summary>
    public int Doc { get; }

    /// <summary>As it is stored.</summary>
    public StoredStatement Stored { get; }

    /// <summary>What it says.</summary>
    public StatementContent Content { get; }

    /// <summary>Its text, squeezed.</summary>
    public SqueezedText Squeezed { get; }

    /// <summary>The code points of its text.</summary>
    public CodePointIndex Points { get; }

    /// <summary>The words of the content as the index has them, in UTF-16 units of the text.</summary>
    public HashSet<TextSpan> Words => _words.Value;

    private static HashSet<TextSpan> WordsOf(StatementContent content, WordAnalysis analysis)
    {
        var start = StatementDocument.ContentStart(content.Kind, content.Text, content.ContentStart);
        var folded = Folding.Fold(content.Text[start..]);
        return [.. analysis.Words(folded).Select(word => word.Shift(start))];
    }
}
