using KnowledgeBase.Corpus.Registry;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Tests;

namespace KnowledgeBase.Benchmarks.Synthetic;

/// <summary>
/// A corpus folder of made-up statements to import, the same ones for the same number: a few speak often and most seldom,
/// and so it is with institutions, panels and themes.
/// </summary>
internal sealed class SyntheticCorpus
{
    private const int Seed = 2021;
    private const int StatementsOfReport = 1000;
    private static readonly string[] Kinds = ["大学", "研究院", "科技有限公司", "协会", "研究中心"];
    private readonly Random _random = new(Seed);
    private readonly SyntheticText _text;
    private readonly string[] _themes;
    private readonly string[] _speakers;
    private readonly string[][] _officesOf;
    private readonly string[] _panels;
    private readonly int _reports;

    private SyntheticCorpus(CorpusRegistry registry, int count)
    {
        _text = new SyntheticText(new LexiconWords(), registry);
        _themes = [.. registry.Themes.Select(theme => theme.Zh)];
        _reports = Math.Max(1, count / StatementsOfReport);
        var institutions = Distinct(Math.Max(20, count / 100), () => _text.Name(2, _random) + Kinds[_random.Next(Kinds.Length)]);
        var rank = new Zipf(institutions.Length, 0.9);
        _speakers = Distinct(Math.Max(50, count / 25), PersonName());
        _officesOf = [.. _speakers.Select(_ => Enumerable.Range(0, _random.Next(1, 3)).Select(_ => institutions[rank.Next(_random)]).Distinct(StringComparer.Ordinal).ToArray())];
        _panels = Distinct(Math.Max(10, count / 50), () => _text.Name(3, _random) + "论坛");
    }

    /// <summary>Writes registry and statements into a corpus folder.</summary>
    public static void Write(string corpus, int count)
    {
        var registry = Path.Combine(corpus, "registry");
        Directory.CreateDirectory(registry);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Corpus, "registry")))
            File.Copy(file, Path.Combine(registry, Path.GetFileName(file)));
        Directory.CreateDirectory(Path.Combine(corpus, "statements"));
        using var lines = File.CreateText(Path.Combine(corpus, "statements", "synthetic.jsonl"));
        foreach (var statement in new SyntheticCorpus(CorpusRegistry.Load(corpus, []), count).Statements(count))
            lines.WriteLine(statement.ToLine());
    }

    private IEnumerable<SyntheticStatement> Statements(int count)
    {
        var (speaker, panel, theme) = (new Zipf(_speakers.Length, 0.9), new Zipf(_panels.Length, 0.7), new Zipf(_themes.Length, 0.8));
        for (var i = 0; i < count; i++)
        {
            var who = speaker.Next(_random);
            var where = panel.Next(_random);
            string[] about = [.. Enumerable.Range(0, _random.Next(0, 5)).Select(_ => _themes[theme.Next(_random)]).Distinct(StringComparer.Ordinal)];
            var report = where % _reports;
            yield return new SyntheticStatement(_text.Next(_random), _speakers[who], _officesOf[who], _panels[where], about, $"第{report + 1}届论坛报告", $"{2015 + (report % 10)}-{1 + (report % 12):00}");
        }
    }

    // 王建国: surnames as frequent as people have them, given names of two characters.
    private Func<string> PersonName()
    {
        var rows = DataRows.Of("Analysis/Data/names.tsv").ToList();
        string[] surnames = [.. rows.Where(row => row[0] == "surname" && row[1].Length == 1).Select(row => row[1])];
        string[] given = [.. rows.Where(row => row[0] == "given" && row[1].Length == 1).Select(row => row[1])];
        var (first, second) = (new Zipf(surnames.Length, 0.8), new Zipf(given.Length, 0.5));
        return () => surnames[first.Next(_random)] + given[second.Next(_random)] + given[second.Next(_random)];
    }

    private static string[] Distinct(int count, Func<string> next)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        var values = new List<string>(count);
        while (values.Count < count)
        {
            if (next() is var value && known.Add(value))
                values.Add(value);
        }

        return [.. values];
    }
}
