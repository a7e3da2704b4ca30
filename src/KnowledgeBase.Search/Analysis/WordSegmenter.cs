using System.Buffers;
using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Search.Analysis;

/// <summary>
/// Cuts Chinese text into words: the cheapest way through the lattice of all words, by the costs of words and of pairs of
/// neighbouring words (Viterbi). What no dictionary lists joins the lattice as a class: numbers and dates, letter strings,
/// personal names, domain words. Not safe for use by several threads at once; a segmenter is cheap to make.
/// </summary>
/// <param name="lexicon">Words and pairs with their costs.</param>
/// <param name="names">What a name costs that no dictionary lists.</param>
/// <param name="domain">Words of the corpus.</param>
/// <param name="partsNames">
/// Whether a given name that dictionaries list is a word of its own, 李|建国, as GB/T 13715 has it; for search a name is
/// one word. A given name that no dictionary lists stays with its surname anyway: 田纪云.
/// </param>
internal sealed class WordSegmenter(Lexicon lexicon, NameModel names, DomainWords domain, bool partsNames = false)
{
    // A stretch without any punctuation is cut here, so that memory stays bounded.
    private const int LongestStretch = 1024;
    private const int UnknownCost = 15 * Lexicon.Unit;
    private const int PlaceCharacterCost = 7 * Lexicon.Unit;
    private static readonly SearchValues<char> PlaceEndings = SearchValues.Create("县镇乡村市旗");

    private readonly WordLattice _lattice = new(lexicon, LongestStretch);

    /// <summary>A segmenter with the lexicon and names that come with the program, and no domain words.</summary>
    public WordSegmenter()
        : this(Lexicon.Default, NameModel.Default, DomainWords.None)
    {
    }

    /// <summary>Adds the words of a folded text, in order, to <paramref name="words"/>: each mark of punctuation is one; white space is none.</summary>
    public void Segment(ReadOnlySpan<char> folded, List<TextSpan> words)
    {
        for (var at = 0; at < folded.Length;)
        {
            var end = EndOfStretch(folded, at);
            if (end == at)
            {
                if (!char.IsWhiteSpace(folded[at]))
                    words.Add(new TextSpan(at, at + CharacterTokens.LengthAt(folded, at)));
                at += CharacterTokens.LengthAt(folded, at);
                continue;
            }

            SegmentStretch(folded[at..end], at, words);
            at = end;
        }
    }

    private static int EndOfStretch(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length && end - at < LongestStretch && IsWordCharacter(text, end))
            end++;
        return end;
    }

    // Han, letters, digits, and marks inside numbers and names: 3.5%, covid-19, 温德尔·瓦拉赫.
    private static bool IsWordCharacter(ReadOnlySpan<char> text, int at)
    {
        var c = text[at];
        if (Han.Is(c) || Atoms.IsLetterOrDigit(c) || Atoms.IsNumeral(c))
            return true;
        if (at == 0 || at + 1 > text.Length)
            return false;
        var before = text[at - 1];
        var after = at + 1 < text.Length ? text[at + 1] : ' ';
        return c switch
        {
            '·' => Han.Is(before) && Han.Is(after),
            '%' => char.IsAsciiDigit(before),
            '-' or '.' or '&' or '\'' or '_' => Atoms.IsLetterOrDigit(before) && Atoms.IsLetterOrDigit(after),
            ',' => char.IsAsciiDigit(before) && char.IsAsciiDigit(after),
            _ => false,
        };
    }

    private void SegmentStretch(ReadOnlySpan<char> text, int offset, List<TextSpan> words)
    {
        _lattice.Begin(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (_lattice.IsReached(at))
                AddEdges(text, at);
        }

        // The words come out last first.
        var first = words.Count;
        for (var at = _lattice.Last(text.Length); !_lattice[at].IsBegin; at = _lattice[at].Previous)
        {
            ref readonly var word = ref _lattice[at];
            var given = partsNames && IsListed(text, word) ? word.Start + word.Surname : word.Start;
            words.Add(new TextSpan(given, word.End).Shift(offset));
            if (given > word.Start)
                words.Add(new TextSpan(word.Start, given).Shift(offset));
        }

        words.Reverse(first, words.Count - first);
    }

    private bool IsListed(ReadOnlySpan<char> text, in WordLattice.Node name) =>
        name.Surname > 0 && name.End - name.Start - name.Surname > 1 && lexicon.Find(text[(name.Start + name.Surname)..name.End]) != Lexicon.None;

    private void AddEdges(ReadOnlySpan<char> text, int at)
    {
        var (atomEnd, atomClass) = Atoms.At(text, at);
        if (atomEnd > at && !(at > 0 && Atoms.IsNumeral(text[at]) && Atoms.IsNumeral(text[at - 1])))
            _lattice.Add(at, atomEnd, lexicon.IdOf(atomClass), Lexicon.Unit);
        // Letters stay together whatever the dictionaries have.
        if (atomEnd > at && Atoms.IsLetterOrDigit(text[at]))
            return;

        AddWords(text, at);
        AddDomainWords(text, at);
        AddNames(text, at);
        AddPlaces(text, at);
    }

    // 花桥|镇, 三合|村: two or three characters that are no words, before what such places end in.
    private void AddPlaces(ReadOnlySpan<char> text, int at)
    {
        for (var length = 2; length <= 3 && at + length < text.Length && CanBeInPlace(text, at) && CanBeInPlace(text, at + length - 1); length++)
        {
            if (lexicon.Find(text.Slice(at, 2)) != Lexicon.None || lexicon.Find(text.Slice(at + length - 1, 2)) != Lexicon.None)
                return;
            if (PlaceEndings.Contains(text[at + length]))
                _lattice.Add(at, at + length + 1, lexicon.IdOf(WordClass.Place), PlaceCharacterCost * length);
        }
    }

    private static bool CanBeInPlace(ReadOnlySpan<char> text, int at) => Han.Is(text[at]) && !Atoms.IsNumeral(text[at]) && text[at] != '省' && !PlaceEndings.Contains(text[at]);

    private void AddWords(ReadOnlySpan<char> text, int at)
    {
        var hasSingle = false;
        var node = Lexicon.Root;
        for (var end = at; end < text.Length; end++)
        {
            node = lexicon.Child(node, text[end]);
            if (node < 0)
                break;
            var word = lexicon.WordAt(node);
            if (word == Lexicon.None)
                continue;
            hasSingle |= end == at;
            _lattice.Add(at, end + 1, word, 0);
        }

        if (!hasSingle)
            _lattice.Add(at, at + 1, lexicon.IdOf(WordClass.Other), UnknownCost - lexicon.CostOf(lexicon.IdOf(WordClass.Other)));
    }

    private void AddDomainWords(ReadOnlySpan<char> text, int at)
    {
        var node = DomainWords.Root;
        for (var end = at; end < text.Length; end++)
        {
            node = domain.Child(node, text[end]);
            if (node < 0)
                break;
            if (domain.IsWord(node))
                _lattice.Add(at, end + 1, lexicon.IdOf(WordClass.ProperNoun), 0);
        }
    }

    private void AddNames(ReadOnlySpan<char> text, int at)
    {
        var person = lexicon.IdOf(WordClass.Person);
        if (at + 2 < text.Length && names.Surname(text[at], text[at + 1]) is >= 0 and var compound)
            AddGivenNames(text, at, at + 2, compound, person);
        if (names.Surname(text[at]) is >= 0 and var surname)
            AddGivenNames(text, at, at + 1, surname, person);
        AddForeignNames(text, at, person);
    }

    // One or two characters; one proves less.
    private void AddGivenNames(ReadOnlySpan<char> text, int start, int at, int surname, int person)
    {
        if (at >= text.Length || names.Given(text[at]) is not (>= 0 and var first))
            return;
        _lattice.Add(start, at + 1, person, surname + first + (3 * Lexicon.Unit), at - start);
        if (at + 1 < text.Length && names.Given(text[at + 1]) is >= 0 and var second && !names.IsAddress(text[at], text[at + 1]))
            _lattice.Add(start, at + 2, person, surname + first + second + (2 * Lexicon.Unit), at - start);
    }

    private void AddForeignNames(ReadOnlySpan<char> text, int at, int person)
    {
        var cost = 0;
        var part = 0;
        var dots = 0;
        for (var end = at; end < text.Length && end - at < 24; end++)
        {
            if (text[end] == '·' && part > 0)
            {
                part = 0;
                dots++;
                continue;
            }

            var character = names.Foreign(text[end]);
            if (character < 0 || ++part > NameModel.LongestPart)
                break;
            // The dot itself says that these are names, whatever their characters.
            cost += dots > 0 ? Math.Min(character, 3 * Lexicon.Unit) : character;
            if (end - at >= 2 && part >= 1)
                _lattice.Add(at, end + 1, person, cost + (dots > 0 ? 0 : 2 * Lexicon.Unit));
        }
    }
}
