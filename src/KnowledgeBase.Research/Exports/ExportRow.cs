using KnowledgeBase.Corpus;
using KnowledgeBase.Search;

namespace KnowledgeBase.Research.Exports;

/// <summary>One statement of an export, and its place in it.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Stored">The statement as the index keeps it.</param>
/// <param name="Statement">The same, read.</param>
/// <param name="Checksum">The checksum of all rows, on the last row only; see <see cref="ExportChecksum"/>.</param>
internal sealed record ExportRow(int Number, StoredStatement Stored, Statement Statement, string? Checksum);
