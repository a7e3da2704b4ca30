using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>Keeps account of where each character of the source went.</summary>
internal sealed class CoverageMap(SourceText source)
{
    private readonly Place[] _places = new Place[source.Text.Length];

    /// <summary>What became of a character. A later claim wins over an earlier one of a lower value.</summary>
    public enum Place : byte
    {
        /// <summary>No stage took it.</summary>
        Unaccounted,

        /// <summary>Markup and page furniture.</summary>
        Markup,

        /// <summary>Title, headings, contents.</summary>
        Heading,

        /// <summary>A list of guests.</summary>
        Roster,

        /// <summary>Sentences about the forum.</summary>
        Narration,

        /// <summary>What looks like content and nobody speaks.</summary>
        Unattributed,

        /// <summary>What somebody speaks.</summary>
        Statement,
    }

    /// <summary>Marks the characters of some text.</summary>
    public void Mark(MappedText text, Place place)
    {
        foreach (var span in text.ToSource(new TextSpan(0, text.Text.Length)))
            Mark(span, place);
    }

    /// <summary>Marks a span of the source, UTF-16 units.</summary>
    public void Mark(TextSpan span, Place place)
    {
        foreach (ref var at in _places.AsSpan(span.Start, span.Length))
            at = at < place ? place : at;
    }

    /// <summary>The first non-blank character that no stage took, or -1.</summary>
    public int FirstUnaccounted()
    {
        for (var i = 0; i < _places.Length; i++)
        {
            if (_places[i] == Place.Unaccounted && !IsBlank(source.Text[i]))
                return i;
        }

        return -1;
    }

    /// <summary>The count of non-blank code points in each place.</summary>
    public Coverage Count()
    {
        var counts = new int[(int)Place.Statement + 1];
        for (var i = 0; i < _places.Length; i++)
        {
            if (!IsBlank(source.Text[i]) && !(char.IsLowSurrogate(source.Text[i]) && i > 0 && char.IsHighSurrogate(source.Text[i - 1])))
                counts[(int)_places[i]]++;
        }

        int Of(Place place) => counts[(int)place];
        var framing = new FramingCoverage(Of(Place.Roster), Of(Place.Narration), Of(Place.Unattributed), Of(Place.Markup));
        var inFraming = framing.Roster + framing.Narration + framing.Unattributed + framing.Markup;
        return new Coverage(counts.Sum(), Of(Place.Statement), Of(Place.Heading), inFraming, Of(Place.Unaccounted), framing);
    }

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || c is '\uFEFF' or '\u200B';
}
