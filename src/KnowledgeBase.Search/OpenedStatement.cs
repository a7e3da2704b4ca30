using KnowledgeBase.Corpus;
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
        Statement = stored.Read();
        Squeezed = new SqueezedText(Statement.Text);
        Points = new CodePointIndex(Statement.Text);
        _words = new Lazy<HashSet<TextSpan>>(() => WordsOf(Statement, analysis));
    }

    /// <summary>Its document number in the generation.</summary>
    public int Doc { get; }

    /// <summary>As it is stored.</summary>
    public StoredStatement Stored { get; }

    /// <summary>As it was read.</summary>
    public Statement Statement { get; }

    /// <summary>Its text, squeezed.</summary>
    public SqueezedText Squeezed { get; }

    /// <summary>The code points of its text.</summary>
    public CodePointIndex Points { get; }

    /// <summary>The words of the content as the index has them, in UTF-16 units of the text.</summary>
    public HashSet<TextSpan> Words => _words.Value;

    private static HashSet<TextSpan> WordsOf(Statement statement, WordAnalysis analysis)
    {
        var start = StatementDocument.ContentStart(statement);
        var folded = Folding.Fold(statement.Text[start..]);
        return [.. analysis.Words(folded).Select(word => word.Shift(start))];
    }
}
