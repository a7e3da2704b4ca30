using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>A person's name in English text.</summary>
/// <param name="End">One past its last token, with degrees behind it.</param>
/// <param name="Span">The name without honorific, degree and possessive 's.</param>
/// <param name="Parts">How many words it has, without particles and suffixes.</param>
/// <param name="HasHonorific">Whether Mr, Dr, Prof. … stands in front.</param>
/// <param name="Gender">What the honorific tells.</param>
/// <param name="IsPossessive">Whether it ends in 's.</param>
internal readonly record struct EnglishName(int End, TextSpan Span, int Parts, bool HasHonorific, Gender Gender, bool IsPossessive);

/// <summary>What is known of a person's sex from Mr, Ms, he, she; pronouns are resolved by it.</summary>
internal enum Gender
{
    /// <summary>Nothing told.</summary>
    Unknown,

    /// <summary>Mr, Sir, he.</summary>
    Male,

    /// <summary>Ms, Mrs, Dame, she.</summary>
    Female,
}

/// <summary>
/// Reads names by their form: capitals, initials and particles (Ursula von der Leyen, J.K. Rowling, Mary-Jane O'Neil, Jr.).
/// Words that no name has end it; words of organisations make it none.
/// </summary>
internal static class EnglishNames
{
    private const int MostParts = 5;
    private const int MostHonorifics = 6;

    /// <summary>The name that begins at a token, or null.</summary>
    public static EnglishName? At(EnglishToken[] tokens, int at, int end)
    {
        var (first, gender) = SkipHonorifics(tokens, at, end);
        var hasHonorific = first > at;
        var (i, parts, isPossessive) = (first, 0, false);
        while (i < end && parts < MostParts && !isPossessive)
        {
            if (IsPart(tokens[i], hasHonorific || parts > 0))
            {
                if (EnglishWords.Is("organisation", Bare(tokens[i])))
                    return null;
                // San Francisco, Le Monde: no first name.
                parts += EnglishWords.Is("article", tokens[i]) ? 0 : 1;
            }
            else if (!IsParticleAt(tokens, i, end))
            {
                break;
            }

            isPossessive = IsPossessive(tokens[i]);
            i++;
        }

        if (parts == 0 || (i < end && IsPart(tokens[i], true)) || (parts == 1 && i - first == 1 && tokens[first].Text.EndsWith('.')))
            return null;
        var last = Suffix(tokens, i, end);
        var span = new TextSpan(tokens[first].Span.Start, tokens[last - 1].Span.End - (isPossessive ? 2 : 0));
        return new EnglishName(Degrees(tokens, last, end), span, parts, hasHonorific, gender, isPossessive);
    }

    private static (int First, Gender Gender) SkipHonorifics(EnglishToken[] tokens, int at, int end)
    {
        var gender = Gender.Unknown;
        for (var most = Math.Min(end, at + MostHonorifics); at < most && tokens[at].IsCapital; at++)
        {
            if (EnglishWords.Is("male", tokens[at]))
                gender = Gender.Male;
            else if (EnglishWords.Is("female", tokens[at]))
                gender = Gender.Female;
            else if (!EnglishWords.Is("honorific", tokens[at]))
                break;
        }

        return (at, gender);
    }

    private static bool IsPart(EnglishToken token, bool mayBeCapitals)
    {
        if (!token.IsWord || token.Text.Any(char.IsDigit))
            return false;
        var bare = Bare(token);
        if (!char.IsUpper(bare.Text[0]) && !(bare.Text.IndexOfAny(['-', '\'']) is > 0 and var dash && dash + 1 < bare.Text.Length && char.IsUpper(bare.Text[dash + 1])))
            return false;
        if (EnglishWords.Is("no-name", bare) || EnglishWords.Is("role", bare) || EnglishWords.Is("suffix", bare) || EnglishWords.Is("degree", bare))
            return false;
        // DUPONT behind a first name; alone and in front it is rather UNESCO or IBM. LI Wei needs a title.
        return mayBeCapitals || bare.Text.Length < 3 || bare.Text.Any(char.IsLower) || bare.Text.Contains('.');
    }

    // van der Berg, Maria de la Cruz: small words that a part of the name follows.
    private static bool IsParticleAt(EnglishToken[] tokens, int at, int end)
    {
        while (at < end && EnglishWords.Is("particle", tokens[at]))
        {
            if (at + 1 < end && IsPart(tokens[at + 1], true))
                return true;
            at++;
        }

        return false;
    }

    private static int Suffix(EnglishToken[] tokens, int at, int end)
    {
        var behind = at < end && tokens[at].IsMark(',') ? at + 1 : at;
        return behind < end && EnglishWords.Is("suffix", tokens[behind]) ? behind + 1 : at;
    }

    private static int Degrees(EnglishToken[] tokens, int at, int end)
    {
        while (true)
        {
            var behind = at < end && tokens[at].IsMark(',') ? at + 1 : at;
            if (behind >= end || !tokens[behind].IsCapital || !EnglishWords.Is("degree", tokens[behind]))
                return at;
            at = behind + 1;
        }
    }

    private static bool IsPossessive(EnglishToken token) => token.Text.EndsWith("'s", StringComparison.Ordinal);

    private static EnglishToken Bare(EnglishToken token) => IsPossessive(token) ? token with { Text = token.Text[..^2] } : token;
}
