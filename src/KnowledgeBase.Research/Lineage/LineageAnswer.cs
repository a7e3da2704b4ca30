using KnowledgeBase.Corpus;
using KnowledgeBase.Corpus.Text;
using KnowledgeBase.Search;

namespace KnowledgeBase.Research.Lineage;

/// <summary>What wording a statement shares with those of other voices.</summary>
/// <param name="Id">The statement or claim.</param>
/// <param name="Kind">Its kind: an outcome or a group is compared with named speakers, a person with outcomes and groups.</param>
/// <param name="MinimumLength">How many characters a passage has at least: code points, white space not counted.</param>
/// <param name="Note">What the answer does not say.</param>
/// <param name="Total">How many passages there are.</param>
/// <param name="Statements">How many other statements have them.</param>
/// <param name="Passages">Those asked for, the weightiest first.</param>
/// <param name="Index">The generation that answered.</param>
public sealed record LineageAnswer(
    string Id, StatementKind Kind, int MinimumLength, string Note, int Total, int Statements, IReadOnlyList<LineagePassage> Passages, IndexInfo Index);

/// <summary>A passage that two statements share, as long as it can be made.</summary>
/// <param name="Length">Its length in code points, white space not counted, punctuation counted.</param>
/// <param name="Text">As printed in the statement asked about.</param>
/// <param name="TextThere">As printed in the other statement; null where that is the same.</param>
/// <param name="Here">Its range in the statement's text, code points.</param>
/// <param name="There">Its range in the other statement's text, code points; the first where it stands there more than once.</param>
/// <param name="Weight">
/// Length × ln(1 + N/f) / ln(1 + N), where N is the number of statements in the index and f the frequency; characters of
/// stock phrases count a quarter. A passage that one other statement has, without stock phrases, weighs its length.
/// </param>
/// <param name="Frequency">How many statements of the index contain the passage, besides the one asked about; marks at its ends are left aside.</param>
/// <param name="StockPhrases">Headings, panel names and themes, report titles and names that are part of the passage or that it is part of.</param>
/// <param name="Statement">The other statement.</param>
public sealed record LineagePassage(
    int Length, string Text, string? TextThere, CodePointRange Here, CodePointRange There, double Weight, int Frequency,
    IReadOnlyList<string> StockPhrases, StoredStatement Statement);
