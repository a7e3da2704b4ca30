using KnowledgeBase.Corpus;
using KnowledgeBase.Search;

namespace KnowledgeBase.Research.Proof;

/// <summary>The proof that the words of a statement, or of a claim, stand in its source.</summary>
/// <param name="Id">Id of the statement or claim.</param>
/// <param name="Verified">true: the slices of the source, joined, are the text; false: they are not; null: it cannot be checked here.</param>
/// <param name="Difference">Where it is false, the first difference; where it is null, why.</param>
/// <param name="Source">Where the words stand: file, its SHA-256, lines, pages of a file that has pages, ranges in code points; null for an imported statement that came without.</param>
/// <param name="Slices">The words that the source has there, range by range; empty where it cannot be checked.</param>
/// <param name="Index">The generation that answered, with the corpus version.</param>
public sealed record SourceProof(string Id, bool? Verified, string? Difference, Provenance? Source, IReadOnlyList<string> Slices, IndexInfo Index)
{
    /// <summary>Cuts the passage out of its source again and compares.</summary>
    public static SourceProof Of(CitedPassage passage, Generation generation)
    {
        if (passage.Statement.Source is not { } provenance)
            return Unknown("The statement was imported without its source.");
        var place = provenance with { Lines = passage.Lines ?? provenance.Lines, Pages = passage.Pages, Ranges = passage.SourceRanges };
        if (generation.SourceOf(passage.Statement) is not { } source)
            return Unknown(generation.SourceOf(passage.Statement.Report.Id) is null
                ? $"The source {provenance.File} is not in this corpus."
                : $"The statement was made from another version of {provenance.File} than this corpus has.");
        // A claim's words are compared with the slices of its own ranges.
        var difference = ProvenanceCheck.FirstDifference(passage.Statement, source)
            ?? ProvenanceCheck.FirstDifference(passage.Statement with { Text = passage.Text, Source = place }, source);
        return new SourceProof(passage.Id, difference is null, difference, place, ProvenanceCheck.Slices(place, source), generation.Info);

        SourceProof Unknown(string why) => new(passage.Id, null, why, passage.Statement.Source, [], generation.Info);
    }
}
