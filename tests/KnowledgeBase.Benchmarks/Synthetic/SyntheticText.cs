using System.Text;
using KnowledgeBase.Corpus.Text;
using KnowledgeBase.Corpus.Registry;

namespace KnowledgeBase.Benchmarks.Synthetic;

/// <summary>
/// Texts of Chinese words as frequent as the lexicon has them, with terms of the glossary in between as reports of the field
/// have them, in clauses and sentences; about 310 characters long, some 50 and some over 1,000.
/// </summary>
internal sealed class SyntheticText(LexiconWords words, CorpusRegistry registry)
{
    private const double TermShare = 0.06;
    private const double MeanLogLength = 5.57;
    private const double LogSpread = 0.58;
    private readonly string[] _terms = [.. registry.Glossary.SelectMany(entry => entry.Zh.Take(1)).Where(term => term.All(Han.Is))];
    private readonly Zipf _termRank = new(registry.Glossary.Count, 1);

    /// <summary>A text of one statement.</summary>
    public string Next(Random random)
    {
        var length = Math.Clamp((int)Math.Exp(MeanLogLength + (LogSpread * Normal(random))), 40, 2000);
        var text = new StringBuilder(length + 40);
        while (text.Length < length)
            AddSentence(text, random);
        return text.ToString();
    }

    /// <summary>A few words in a row, for names.</summary>
    public string Name(int count, Random random)
    {
        var name = "";
        for (var word = -1; count > 0;)
        {
            word = words.Next(word, random);
            if (words[word].Length != 2)
                continue;
            name += words[word];
            count--;
        }

        return name;
    }

    private void AddSentence(StringBuilder text, Random random)
    {
        var clauses = random.Next(2, 6);
        for (var clause = 1; clause <= clauses; clause++)
        {
            var word = -1;
            for (var left = random.Next(4, 12); left > 0; left--)
            {
                if (random.NextDouble() < TermShare)
                {
                    text.Append(_terms[Math.Min(_termRank.Next(random), _terms.Length - 1)]);
                    word = -1;
                    continue;
                }

                word = words.Next(word, random);
                text.Append(words[word]);
            }

            text.Append(clause < clauses ? '，' : '。');
        }
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
