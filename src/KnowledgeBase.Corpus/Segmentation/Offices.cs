namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>Labels that name an office instead of a person: 消防署代表, 資訊處, 第三組. Who speaks for it has no name there.</summary>
internal static class Offices
{
    private const int ShortestName = 3;
    private static readonly WordList Speakers = new(["代表", "同仁", "发言人", "补充说明"]);

    /// <summary>Whether a folded label is an office, or somebody without a name who speaks for one.</summary>
    public static bool IsOne(string folded)
    {
        var house = folded.Length - Speakers.LengthBefore(folded, folded.Length);
        if (house < ShortestName || NameShapes.IsChineseName(folded.AsSpan(0, house)))
            return false;
        return house < folded.Length || (OrganisationNames.EndsIn(folded) && NameShapes.StartOf(folded, folded.Length) < 0);
    }
}
