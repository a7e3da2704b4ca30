using KnowledgeBase.Corpus;

namespace KnowledgeBase.Search;

/// <summary>Gathers the works and instruments that statements name in 《》, in the order in which they are first named.</summary>
internal sealed class InstrumentEntities(PrintedPlaces places)
{
    private readonly Dictionary<string, (string Name, PrintedNames Variants)> _all = new(StringComparer.Ordinal);

    /// <summary>The instruments of a statement, by id.</summary>
    public static IEnumerable<string> IdsOf(Statement statement) => statement.Instruments.Select(InstrumentName.IdOf).Where(id => id.Length > 0);

    public void Add(Statement statement)
    {
        foreach (var printed in statement.Instruments)
        {
            var id = InstrumentName.IdOf(printed);
            if (id.Length == 0)
                continue;
            if (!_all.TryGetValue(id, out var gathered))
                _all.Add(id, gathered = (InstrumentName.Of(printed), new PrintedNames(places.LineOf)));
            gathered.Variants.Add(printed, statement);
        }
    }

    public IEnumerable<InstrumentEntity> Build() =>
        from instrument in _all
        let variants = instrument.Value.Variants.All
        select new InstrumentEntity
        {
            Id = instrument.Key,
            Name = instrument.Value.Name,
            Aliases = [.. variants.Select(variant => variant.Name).Where(name => name != instrument.Value.Name).Distinct(StringComparer.Ordinal)],
            Variants = variants,
        };
}
