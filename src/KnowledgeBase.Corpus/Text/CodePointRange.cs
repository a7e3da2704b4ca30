namespace KnowledgeBase.Corpus.Text;

/// <summary>
/// A half-open range of Unicode code points: the unit of every offset that leaves the program (JSON, HTTP, files),
/// because it means the same to Python, JavaScript's iterator and a reader who counts characters.
/// </summary>
/// <param name="Start">First code point, 0-based.</param>
/// <param name="End">One past the last code point.</param>
public readonly record struct CodePointRange(int Start, int End);
