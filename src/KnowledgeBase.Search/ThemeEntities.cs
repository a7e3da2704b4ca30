using KnowledgeBase.Corpus;
using KnowledgeBase.Corpus.Registry;

namespace KnowledgeBase.Search;

/// <summary>Gathers the themes of a registry with the words of statements that they rest on.</summary>
internal sealed class ThemeEntities(CorpusRegistry registry, PrintedPlaces places)
{
    private readonly Dictionary<string, PrintedNames> _words = new(StringComparer.Ordinal);

    public void Add(Statement statement)
    {
        foreach (var theme in statement.Themes)
        {
            if (!_words.TryGetValue(theme.Id, out var words))
                _words.Add(theme.Id, words = new PrintedNames(places.LineOfContent));
            foreach (var word in theme.Evidence)
                words.Add(word, statement);
        }
    }

    /// <summary>The themes in the order of the vocabulary.</summary>
    public IEnumerable<ThemeEntity> Build() => registry.Themes.Select(theme => new ThemeEntity
    {
        Id = theme.Id,
        Name = theme.Zh,
        NameEn = theme.En,
        Definition = theme.Definition,
        Variants = _words.GetValueOrDefault(theme.Id)?.All ?? [],
    });
}
