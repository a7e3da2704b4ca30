using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>
/// Whom 他 and 她 mean: the person named last of whom the report says the same pronoun. What a report calls somebody shows
/// where the pronoun follows the name and nobody else stands between: 苗雨守在盐田边。她说，….
/// </summary>
internal sealed class Antecedents
{
    private const int Remembered = 8;
    private readonly Dictionary<string, int> _genders = new(StringComparer.Ordinal);
    private readonly List<KnownName> _recent = [];

    /// <summary>Reads from the passages which pronoun stands for whom.</summary>
    public Antecedents(IEnumerable<Passage> passages, KnownPeople people)
    {
        foreach (var passage in passages.Where(passage => passage.Kind == PassageKind.Prose))
            Read(passage.Folded, people);
    }

    /// <summary>Takes note that somebody is named; null for a voice without a name, behind which no pronoun looks back.</summary>
    public void Name(KnownName? person)
    {
        if (person is null)
        {
            _recent.Clear();
            return;
        }

        _recent.RemoveAll(known => known.Name == person.Name);
        _recent.Insert(0, person);
        if (_recent.Count > Remembered)
            _recent.RemoveAt(Remembered);
    }

    /// <summary>Whom a pronoun means; null where nobody fits.</summary>
    /// <param name="pronoun">他, 她, or 这 of 这位.</param>
    public KnownName? Of(char pronoun) => pronoun == '这' ? _recent.FirstOrDefault() : _recent.Find(person => Math.Sign(_genders.GetValueOrDefault(Key(person))) * Sign(pronoun) >= 0);

    private void Read(string folded, KnownPeople people)
    {
        var named = new List<KnownName>();
        for (var at = 0; at + 1 < folded.Length; at++)
        {
            if (people.At(folded, at) is ({ } person, _, var length))
            {
                named.Add(person);
                at += length - 1;
            }
            else if (folded[at] is '他' or '她' && folded[at + 1] is not ('们' or '人') && (at == 0 || folded[at - 1] is '。' or ',' or '"' or '!' or '?' or ';'))
            {
                // Only where the passage has named this one person so far is it sure.
                if (named.Select(Key).Distinct(StringComparer.Ordinal).Take(2).ToList() is [var only])
                    _genders[only] = _genders.GetValueOrDefault(only) + Sign(folded[at]);
            }
        }
    }

    private static int Sign(char pronoun) => pronoun == '她' ? 1 : -1;

    private static string Key(KnownName person) => Folding.Key(person.Name);
}
