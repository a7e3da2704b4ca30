using KnowledgeBase.Corpus.Registry;
using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Search.Analysis;

/// <summary>Gathers the domain words of a corpus: its people, institutions, themes, glossary, and the registry's own list.</summary>
internal static class Vocabulary
{
    // 中国科学院自动化研究所 as one word would hide 自动化; what is printed that long is found by its parts.
    private const int LongestInstitution = 6;

    /// <summary>The words of a registry and of the people that the reports name.</summary>
    public static DomainWords Of(CorpusRegistry registry, IEnumerable<string> people)
    {
        var terms = registry.Glossary.SelectMany(entry => entry.Zh.Concat(entry.Hant))
            .Concat(registry.Words)
            .Concat(registry.Institutions.All.SelectMany(institution => institution.Aliases.Prepend(institution.Name)).Where(name => name.Length <= LongestInstitution))
            .Select(Folding.Fold)
            .ToHashSet(StringComparer.Ordinal);
        var names = people.Concat(registry.People.SelectMany(person => person.Aliases.Prepend(person.Name))).SelectMany(NameParts.Of);
        return new DomainWords(terms.Where(term => !IsMadeOf(term, terms)).Concat(names));
    }

    // 人工智能治理 is left to be cut into 人工智能 and 治理, for whoever asks for 治理 means it too.
    private static bool IsMadeOf(string term, HashSet<string> terms)
    {
        var reached = new bool[term.Length + 1];
        reached[0] = true;
        for (var end = 2; end <= term.Length; end++)
        {
            for (var start = 0; start < end && !reached[end]; start++)
                reached[end] = reached[start] && end - start >= 2 && end - start < term.Length && terms.Contains(term[start..end]);
        }

        return reached[^1];
    }
}
