using BenchmarkDotNet.Running;
using GuidanceFlow.Benchmarks;

switch (args)
{
    case ["ratios"]:
        Ratios.Print();
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
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}
