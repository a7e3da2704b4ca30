using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace KnowledgeBase.Benchmarks;

/// <summary>Parts of the program one by one, by BenchmarkDotNet; takes its arguments: --filter *Words*.</summary>
internal static class MicroMeasure
{
    public static void Run(string[] arguments)
    {
        // In this process: a project made for the purpose would have to be built by this repository's rules.
        var config = DefaultConfig.Instance.AddJob(Job.ShortRun.WithIterationCount(10).WithToolchain(InProcessEmitToolchain.Instance));
        BenchmarkSwitcher.FromTypes([typeof(MicroBenchmarks)]).Run(arguments.Length == 0 ? ["--filter", "*"] : arguments, config);
    }
}
