using System.Diagnostics;
using System.Globalization;

namespace GuidanceFlow.Templates.Tests.Fuzzing;

/// <summary>
/// Templates made up at random. More than a thousand are tried with every run, always the same ones; <c>tests/fuzz-templates.sh</c>
/// tries others for as long as it is told.
/// </summary>
public sealed class TemplateFuzzTests
{
    private const int Seeds = 1_500;

    [Fact]
    public void AnyTemplate_AnyModel_HoldsWhatIsPromised()
    {
        int first = int.Parse(Environment.GetEnvironmentVariable("GUIDANCEFLOW_FUZZ_SEED") ?? "0", CultureInfo.InvariantCulture);
        TimeSpan? time = Environment.GetEnvironmentVariable("GUIDANCEFLOW_FUZZ_SECONDS") is { } seconds ? TimeSpan.FromSeconds(double.Parse(seconds, CultureInfo.InvariantCulture)) : null;
        long start = Stopwatch.GetTimestamp();
        int seed = first;
        var faults = new List<string>();
        for (; time is null ? seed < first + Seeds : Stopwatch.GetElapsedTime(start) < time; seed++)
        {
            FuzzCase test = FuzzCase.Of(seed);
            if (FuzzCheck.FindFault(test) is { } fault)
            {
                faults.Add($"{fault}\n{test}");
            }
        }

        faults.ShouldBeEmpty($"Seeds {first} to {seed - 1}");
    }

    [Fact]
    public void Make_SameSeed_GivesTheSameTemplate() => FuzzCase.Of(7).ShouldBe(FuzzCase.Of(7));

    [Fact]
    public void Make_MostSeeds_GiveTemplatesThatParse()
    {
        int parsed = Enumerable.Range(0, 400).Count(seed => Template.Parse(FuzzCase.Of(seed, brokenPercent: 0).Template, FuzzCheck.Plain).Success);
        parsed.ShouldBeGreaterThan(320);
    }
}
