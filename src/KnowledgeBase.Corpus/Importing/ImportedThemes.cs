using KnowledgeBase.Corpus.Registry;
using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Importing;

/// <summary>The themes of a line, by id or label of the vocabulary; where it names none, those that its text shows.</summary>
internal sealed class ImportedThemes
{
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);
    private readonly ThemeTagger _tagger;

    public ImportedThemes(CorpusRegistry registry)
    {
        _tagger = registry.ThemeTagger;
        foreach (var theme in registry.Themes)
            _ids.TryAdd(theme.Id, theme.Id);
        foreach (var theme in registry.Themes)
        {
            foreach (var name in new[] { theme.Id, theme.Zh, theme.En })
                _ids.TryAdd(Folding.Key(name), theme.Id);
        }
    }

    /// <summary>The themes of a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="text">The statement's text.</param>
    /// <param name="from">Where its content begins, in UTF-16 units.</param>
    /// <param name="headings">The report's title and the headings above the statement.</param>
    public IReadOnlyList<ThemeLabel> Of(ImportRecord line, string text, int from, IEnumerable<string> headings)
    {
        if (line.NamesOrRecords("themes") is not { } given)
            return _tagger.Tag(text, from, headings);
        var labels = given.Select((item, i) => item.Record is null ? LabelOf(line, $"themes[{i}]", item.Name!, []) : Described(item.Record));
        return [.. labels.OfType<ThemeLabel>().DistinctBy(theme => theme.Id, StringComparer.Ordinal)];
    }

    private ThemeLabel? Described(ImportRecord record)
    {
        var label = LabelOf(record, "id", record.Text("id") ?? "", record.Texts("evidence") ?? []);
        record.Finish();
        return label;
    }

    // A theme that is not known costs the label, not the statement.
    private ThemeLabel? LabelOf(ImportRecord record, string member, string name, IReadOnlyList<string> evidence)
    {
        if (_ids.TryGetValue(name, out var id) || _ids.TryGetValue(Folding.Key(name), out id))
            return new ThemeLabel(id, evidence);
        record.Warn(member, $"cannot be \"{Excerpt.Of(name)}\": the vocabulary (registry/themes.yaml) has no such theme; it was left out", "KB206");
        return null;
    }
}
