using System.Collections.Frozen;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Tokens;

namespace KnowledgeBase.Corpus.Reading.Pdf;

/// <summary>
/// Makes of what a page's stream says the operations that place and show text (PDF 32000-1, annex A), and of the others one that does
/// nothing. Their operands are not looked at, and a mistake in them is none. For one stream.
/// </summary>
internal sealed class TextOperations : IGraphicsStateOperationFactory
{
    private static readonly FrozenSet<string> OfText = FrozenSet.Create(StringComparer.Ordinal, "BT", "ET", "Tc", "Tw", "Tz", "TL", "Tf", "Tr", "Ts", "Td", "TD", "Tm", "T*", "Tj", "TJ", "'", "\"", "q", "Q", "cm", "Do", "gs", "BI", "d1");
    private static readonly FrozenSet<string> OfDrawing = FrozenSet.Create(StringComparer.Ordinal, "w", "J", "j", "M", "d", "ri", "i", "m", "l", "c", "v", "y", "h", "re", "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "n", "W", "W*", "CS", "cs", "SC", "SCN", "sc", "scn", "G", "g", "RG", "rg", "K", "k", "sh", "MP", "DP", "BMC", "BDC", "EMC", "BX", "EX", "d0");

    // A picture of a megabyte holds the word that ends it ten times.
    private const int MostUnknown = 100;

    // Whether a picture was begun within the stream and no text ended since.
    private bool _isBehindPicture;
    private int _unknown;

    /// <summary>How many times text was to be shown that cannot be read.</summary>
    public int Damaged { get; private set; }

    /// <summary>The operation; null for one that nobody knows, as the bytes of a picture are that hold the word that ends it.</summary>
    public IGraphicsStateOperation? Create(OperatorToken op, IReadOnlyList<IToken> operands)
    {
        if (OfDrawing.Contains(op.Data))
            return Nothing.Instance;
        if (!OfText.Contains(op.Data))
            // The parser takes "inf" for a number. For other words it looks back for the picture, each time.
            return op.Data == "inf" || (_isBehindPicture && _unknown++ < MostUnknown) ? null : Nothing.Instance;
        _isBehindPicture = op.Data == "BI" || (_isBehindPicture && op.Data != "ET");
        try
        {
            return ReflectionGraphicsStateOperationFactory.Instance.Create(op, operands);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // "(abc) (def) Tj": one text is shown, not two.
            if (op.Data is "Tj" or "TJ" or "'" or "\"")
                Damaged++;
            return Nothing.Instance;
        }
    }

    /// <summary>Does nothing.</summary>
    private sealed class Nothing : IGraphicsStateOperation
    {
        public static readonly Nothing Instance = new();

        public string Operator => "";

        public void Write(Stream stream) => throw new NotSupportedException("operations are read, not written");

        public void Run(IOperationContext operationContext)
        {
            // By design.
        }
    }
}
