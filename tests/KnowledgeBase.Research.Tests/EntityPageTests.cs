using KnowledgeBase.Corpus;
using KnowledgeBase.Research.Entities;
using KnowledgeBase.Search;

namespace KnowledgeBase.Tests;

/// <summary>Pages of entities, compared with looking through all statements.</summary>
public sealed class EntityPageTests(ResearchFixture fixture)
{
    private IReadOnlyList<Statement> Statements => ResearchFixture.Statements(fixture.First);

    [Fact]
    public void ASpeakersPageNamesWhoElseSpokeInEachPanel()
    {
        foreach (var speaker in fixture.First.Catalogue.Speakers)
        {
            var page = Page(speaker, "speaker");
            var panels = Statements.Where(s => s.Speaker?.Id == speaker.Id).Select(s => s.Panel?.Id).OfType<string>().ToHashSet(StringComparer.Ordinal);
            var expected = Statements.Where(s => s.Speaker is not null && s.Speaker.Id != speaker.Id && s.Panel is not null && panels.Contains(s.Panel.Id)).GroupBy(s => s.Speaker!.Id, StringComparer.Ordinal)
                .Select(group => $"{group.Key} {string.Join(' ', group.Select(s => s.Panel!.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))} {group.Count()}");
            Assert.Equal(expected.Order(StringComparer.Ordinal), page.CoSpeakers!.Select(other => $"{other.Id} {string.Join(' ', other.Panels.Order(StringComparer.Ordinal))} {other.Statements}").Order(StringComparer.Ordinal));
        }

        Assert.Equal(["aicg2021/main-3", "aicg2021/thematic-7"], Page(fixture.First.Catalogue.Speakers.Single(s => s.Id == "zeng-yi"), "speaker").CoSpeakers!.SelectMany(other => other.Panels).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void AnInstitutionCountsItsUnitsAndNamesWhatItBelongsTo()
    {
        var institutions = fixture.First.Catalogue.Institutions;
        var university = Page(institutions.Single(i => i.Id == "tsinghua"), "institution");
        Assert.Equal(institutions.Where(i => i.Parent == "tsinghua").Select(i => i.Id).Order(StringComparer.Ordinal), university.Units!.Select(unit => unit.Id).Order(StringComparer.Ordinal));
        Assert.NotEmpty(university.Units!);
        Assert.Empty(university.Ancestors!);
        foreach (var unit in university.Units!)
        {
            var page = Page(institutions.Single(i => i.Id == unit.Id), "institution");
            Assert.Equal(unit.Count, page.Statements);
            Assert.Equal("tsinghua", page.Ancestors![0].Id);
            Assert.Subset(university.Counts!["speaker"].Select(s => s.Id).ToHashSet(StringComparer.Ordinal), page.Counts!["speaker"].Select(s => s.Id).ToHashSet(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void APanelListsItsSpeakersAsTheySpeak()
    {
        foreach (var panel in fixture.First.Catalogue.Panels)
        {
            var page = Page(panel, "panel");
            Assert.Equal(Statements.Where(s => s.Panel?.Id == panel.Id && s.Speaker is not null).Select(s => s.Speaker!.Id).Distinct(StringComparer.Ordinal), page.Speakers!.Select(s => s.Id));
            Assert.Equal(Statements.Where(s => s.Panel?.Id == panel.Id).Select(s => s.Id).Take(3), page.Items!.Select(item => item.Read().Id));
            Assert.All(page.Variants, variant => Assert.Contains(variant.Name, Statements.Single(s => s.Id == variant.Statement).Section));
            Assert.NotEmpty(page.Variants);
        }
    }

    [Fact]
    public void AThemeCountsTheThemesBesideItAndShowsTheWordsItRestsOn()
    {
        foreach (var theme in fixture.First.Catalogue.Themes)
        {
            var page = Page(theme, "theme");
            var beside = Statements.Where(s => s.Themes.Any(t => t.Id == theme.Id)).SelectMany(s => s.Themes.Select(t => t.Id)).Where(id => id != theme.Id).CountBy(id => id).ToDictionary();
            Assert.Equal(beside.Select(b => $"{b.Key} {b.Value}").Order(StringComparer.Ordinal), page.Counts!["theme"].Select(value => $"{value.Id} {value.Count}").Order(StringComparer.Ordinal));
            Assert.Equal(
                Statements.SelectMany(s => s.Themes).Where(t => t.Id == theme.Id).SelectMany(t => t.Evidence).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
                page.Variants.Select(variant => variant.Name).Order(StringComparer.Ordinal));
            Assert.NotEmpty(page.Definition);
        }
    }

    [Fact]
    public void AnInstrumentIsOneUnderAllItsPrintedNames()
    {
        using var index = new StrangersIndex("""
            # 数据立法研讨会纪要

            ## 一、发言

            北京大学教授王小明指出，《中华人民共和国个人信息保护法》与《数据安全法》应当一并理解。

            复旦大学教授李小红认为，《个人信息保护法》给了企业明确的边界。

            南京大学教授张小强表示，《個人信息 保護法》的域外效力需要细则，中华人民共和国外交史值得一读。
            """);
        var instruments = index.Generation.Catalogue.Instruments;
        Assert.Equal(["个人信息保护法", "数据安全法"], instruments.Select(instrument => instrument.Id));
        var page = new EntityPages(index.Generation).Of(instruments[0], "instrument", 20);
        Assert.Equal(3, page.Statements);
        Assert.Equal(["中华人民共和国个人信息保护法", "个人信息保护法", "個人信息 保護法"], page.Variants.Select(variant => variant.Name));
        Assert.Equal([5, 7, 9], page.Variants.Select(variant => variant.Line));
        Assert.Equal(page.Items!.Select(item => item.Read().Id), page.Variants.Select(variant => variant.Statement));
        Assert.Equal(["个人信息保护法"], index.Generation.Names.Resolve("instrument", "《中华人民共和国个人信息保护法》"));
    }

    [Fact]
    public void APrintedFormBeginsOnItsLine()
    {
        var catalogue = fixture.First.Catalogue;
        var lines = fixture.First.SourceOf("aicg2021")!.Split('\n');
        var variants = catalogue.Speakers.SelectMany(s => s.Variants).Concat(catalogue.Institutions.SelectMany(i => i.Variants))
            .Concat(catalogue.Themes.SelectMany(t => t.Variants)).Concat(catalogue.Instruments.SelectMany(i => i.Variants)).Concat(catalogue.Panels.SelectMany(p => p.Variants)).ToList();
        Assert.All(variants, variant =>
        {
            // A form may go on over a page break; its first line holds the beginning.
            var form = string.Concat(variant.Name.Where(c => !char.IsWhiteSpace(c)));
            var line = string.Concat(lines[variant.Line - 1].Where(c => !char.IsWhiteSpace(c)));
            Assert.True(line.Contains(form, StringComparison.Ordinal) || Enumerable.Range(1, form.Length - 1).Any(length => line.EndsWith(form[..length], StringComparison.Ordinal)), $"{variant}: {line}");
        });
        Assert.Equal(298, Assert.Single(catalogue.Speakers.Single(s => s.Id == "su-jun").Variants).Line);
        Assert.Equal(282, Assert.Single(catalogue.Panels.Single(p => p.Id == "aicg2021/main-1").Variants).Line);
    }

    private T Page<T>(T entity, string facet)
        where T : Entity => new EntityPages(fixture.First).Of(entity, facet, 3);
}
