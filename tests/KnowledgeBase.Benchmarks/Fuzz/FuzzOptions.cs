using System.Globalization;
using KnowledgeBase.Fuzz.Targets;

namespace KnowledgeBase.Fuzz;

/// <summary>What the command line of the measure says.</summary>
internal sealed class FuzzOptions
{
    /// <summary>Reads [N] [--seed S] [--target NAME] [--threads T] [--from NUMBER] [--replay FILE].</summary>
    /// <exception cref="FormatException">It says something else.</exception>
    public FuzzOptions(string[] arguments)
    {
        for (var i = 0; i < arguments.Length; i++)
        {
            if (!arguments[i].StartsWith("--", StringComparison.Ordinal))
                Inputs = Number(arguments[i]);
            else if (++i == arguments.Length)
                throw new FormatException($"{arguments[i - 1]} takes a value");
            else
                Read(arguments[i - 1], arguments[i]);
        }

        if (Target is not null && !FuzzTargets.All.ContainsKey(Target))
            throw new FormatException($"there is no target {Target}; there are {string.Join(", ", FuzzTargets.All.Keys)}");
        if (Replayed is not null && Target is null)
            throw new FormatException("--replay FILE needs --target NAME");
    }

    /// <summary>How many inputs all targets together are fed.</summary>
    public int Inputs { get; private set; } = 1_000_000;

    /// <summary>Which inputs: others for another seed, the same for the same.</summary>
    public int Seed { get; private set; } = 2021;

    /// <summary>The one target that is fed; null: all.</summary>
    public string? Target { get; private set; }

    /// <summary>How many processes feed a target at once.</summary>
    public int Threads { get; private set; } = 1;

    /// <summary>The first input's number.</summary>
    public int From { get; private set; }

    /// <summary>The file of an input that is fed by itself.</summary>
    public string? Replayed { get; private set; }

    private void Read(string option, string value)
    {
        switch (option)
        {
            case "--seed":
                Seed = Number(value);
                break;
            case "--target":
                Target = value;
                break;
            case "--threads":
                Threads = Number(value);
                break;
            case "--from":
                From = Number(value);
                break;
            case "--replay":
                Replayed = value;
                break;
            default:
                throw new FormatException($"there is no option {option}");
        }
    }

    private static int Number(string text) => int.Parse(text.Replace("_", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
}
