using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using GuidanceFlow.Benchmarks;

switch (args)
{
    case ["ratios"]:
        Ratios.Print();
        break;
    case ["compile"]:
        CompileRatios.Print();
        break;
    case ["templates"]:
        TemplateRatios.Print();
        break;
    case ["tables"]:
        TableRatios.Print();
        break;
    case ["answers"]:
        AnswerRatios.Print();
        break;
    case ["sizes"]:
        Sizes.Print();
        break;
    case ["startup", .. var command]:
        Startup.Print(command.FirstOrDefault());
        break;
    default:
        // What it measures it builds once more: without analyzers, and with time enough for a slow machine.
        IConfig config = ManualConfig.Create(DefaultConfig.Instance).WithBuildTimeout(TimeSpan.FromMinutes(10)).AddJob(Job.Default.WithArguments([new MsBuildArgument("/p:RunAnalyzers=false")]).AsDefault());
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, config);
        break;
}
