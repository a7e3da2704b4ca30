namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>
/// Tells text about the forum itself from content that nobody was found to speak: what stands in the parts for it or in
/// front of the first heading, a sentence that names who came, or, before anybody speaks in a section, one that says what
/// the section is about.
/// </summary>
internal sealed class Framing
{
    private readonly bool _hasSections;
    private readonly int[] _participants;
    private readonly Dictionary<Section, int> _firstWords = [];

    public Framing(IReadOnlyList<Passage> passages, IReadOnlyList<Utterance> utterances, IReadOnlyList<Participant> participants)
    {
        _hasSections = passages.Any(passage => passage.Kind == PassageKind.Heading && passage.Section is not null);
        _participants = [.. participants.Select(participant => participant.At).Order()];
        foreach (var utterance in utterances)
        {
            if (utterance.Section is not null)
                _firstWords.TryAdd(utterance.Section, utterance.Text.SourceStart);
        }
    }

    /// <summary>Whether a passage that nobody speaks is about the forum itself.</summary>
    public bool Is(Passage passage)
    {
        if (passage.Text.Text.Length == 0 || passage.Section is { Role: SectionRole.Introduction or SectionRole.Appendix or SectionRole.Roster })
            return true;
        if ((passage.Section is null && _hasSections) || NamesParticipants(passage))
            return true;
        return NarrationWords.Any("framing", passage.Folded) && !SomebodySpokeBefore(passage);
    }

    private bool NamesParticipants(Passage passage)
    {
        var at = Array.BinarySearch(_participants, passage.Text.SourceStart);
        at = at < 0 ? ~at : at;
        return at < _participants.Length && _participants[at] < passage.Text.SourceEnd;
    }

    private bool SomebodySpokeBefore(Passage passage) =>
        passage.Section is not null && _firstWords.TryGetValue(passage.Section, out var first) && first < passage.Text.SourceStart;
}
