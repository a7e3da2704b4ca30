using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Search.Analysis;

/// <summary>A token: where its text stands, in UTF-16 units, and its position in the field.</summary>
internal readonly record struct Token(TextSpan Span, int Position);

/// <summary>What a field of a document is cut into.</summary>
/// <param name="Text">The text.</param>
/// <param name="Tokens">Its tokens in the order of their positions; they can be gone through more than once.</param>
/// <param name="Count">How many there are.</param>
internal sealed record FieldTokens(string Text, IEnumerable<Token> Tokens, int Count);
