using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>The sentences of a paragraph, one after the other, that report or quote one person.</summary>
internal sealed class EnglishRun(EnglishPerson person, bool isNew)
{
    /// <summary>Who speaks.</summary>
    public EnglishPerson Person { get; } = person;

    /// <summary>Whether the name was not known before.</summary>
    public bool IsNew { get; } = isNew;

    /// <summary>The places that say so, in order.</summary>
    public List<EnglishVoice> Voices { get; } = [];

    /// <summary>The characters of the passage.</summary>
    public TextSpan Span { get; set; }

    /// <summary>Whether the last sentence reports without quoting, so that the next one may go on reporting.</summary>
    public bool IsIndirect { get; set; }
}
