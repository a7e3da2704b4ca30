using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>
/// Finds the guest that a misprinted name means: 丽亚-弗朗切斯卡·斯帕托利萨诺 is 玛丽亚－弗朗切斯卡·斯帕托利萨诺. It
/// resolves only where one guest fits and no other, for a wrong name hands one person's words to another.
/// </summary>
internal static class NameVariants
{
    private const double LikeEnough = 0.7;
    private const double SameTitle = 0.8;

    /// <summary>The one roster entry that the folded name, printed with the folded title, is a variant of; or null.</summary>
    public static RosterEntry? Of(string name, string title, IReadOnlyList<RosterEntry> roster)
    {
        var key = Folding.Key(name);
        RosterEntry? found = null;
        foreach (var entry in roster)
        {
            if (!IsVariant(key, Folding.Key(title), entry))
                continue;
            if (found is not null && found.Key != entry.Key)
                return null;
            found = entry;
        }

        return found;
    }

    /// <summary>How alike two keys are, 0 to 1: one less the edit distance over the longer length.</summary>
    public static double Similarity(string a, string b)
    {
        var longest = Math.Max(a.Length, b.Length);
        if (longest == 0)
            return 1;
        // Texts of very different length cannot be alike; this also bounds the work.
        return longest > 400 || Math.Abs(a.Length - b.Length) > longest / 2 ? 0 : 1 - ((double)Distance(a, b) / longest);
    }

    // A long foreign name may lose letters (a part is enough: 斯帕托利萨诺); a Chinese name of three characters with one
    // of them wrong is somebody else, unless the title is the same.
    private static bool IsVariant(string key, string title, RosterEntry entry)
    {
        var isForeign = entry.Name.Contains('·', StringComparison.Ordinal);
        var sameTitle = title.Length > 0 && Similarity(title, Folding.Key(entry.Title)) >= SameTitle;
        if (isForeign && key.Length >= 4)
            return entry.Key.EndsWith(key, StringComparison.Ordinal) || Similarity(key, entry.Key) >= (sameTitle ? LikeEnough : 0.85);
        return sameTitle && key.Length == entry.Key.Length && key.Length >= 2 && Distance(key, entry.Key) == 1 && key[0] == entry.Key[0];
    }

    private static int Distance(string a, string b)
    {
        var row = new int[b.Length + 1];
        for (var j = 0; j < row.Length; j++)
            row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substitution = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substitution, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
