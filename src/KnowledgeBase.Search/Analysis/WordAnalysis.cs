using System.Collections.Concurrent;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Search.Analysis;

/// <summary>
/// Cuts text into the words of the index, with the domain words of one corpus. Documents and queries must be cut by the
/// same analysis: its <see cref="Fingerprint"/> tells. Safe for use by several threads.
/// </summary>
/// <param name="domain">The words that dictionaries lack.</param>
internal sealed class WordAnalysis(DomainWords domain)
{
    // Raise it when the same text is cut otherwise than before: folding, atoms, names, the rule of what is a word.
    private const string Version = "1";

    private static readonly Lazy<string> Tables = new(HashOfTables);
    private readonly ConcurrentBag<WordSegmenter> _idle = [];

    /// <summary>The analysis of the dictionaries alone, without the words of a corpus.</summary>
    public static readonly WordAnalysis Dictionaries = new(DomainWords.None);

    /// <summary>The words that dictionaries lack.</summary>
    public DomainWords Domain => domain;

    /// <summary>A hash of everything that decides how text is cut, besides the registry of the given version.</summary>
    public static string Fingerprint(string registryVersion) => ContentHash.Of($"{Version}\n{Tables.Value}\n{registryVersion}", 16);

    /// <summary>All pieces of a folded text in order, marks of punctuation too; white space is in none. UTF-16 units.</summary>
    public IReadOnlyList<TextSpan> Cut(string folded)
    {
        if (!_idle.TryTake(out var segmenter))
            segmenter = new WordSegmenter(Lexicon.Default, NameModel.Default, domain);
        var pieces = new List<TextSpan>(folded.Length / 2);
        segmenter.Segment(folded, pieces);
        _idle.Add(segmenter);
        return pieces;
    }

    /// <summary>The words of a folded text in order, without punctuation. UTF-16 units.</summary>
    public IEnumerable<TextSpan> Words(string folded) => Cut(folded).Where(piece => IsWord(folded, piece));

    /// <summary>Whether a piece is a word, not a mark of punctuation.</summary>
    public static bool IsWord(string folded, TextSpan piece)
    {
        for (var at = piece.Start; at < piece.End; at++)
        {
            if (char.IsLetterOrDigit(folded[at]) || char.IsSurrogate(folded[at]))
                return true;
        }

        return false;
    }

    private static string HashOfTables()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            hash.AppendData(Encoding.UTF8.GetBytes(name));
            hash.AppendData(SHA256.HashData(stream));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
