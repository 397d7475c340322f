using System.Diagnostics;
using GuidanceFlow.Testing;
using GuidanceFlow.Tests.Documentation;

namespace GuidanceFlow.Tests.Samples;

/// <summary>The sample console as its user starts it.</summary>
public sealed class SmartHomeSetupTests
{
    private static readonly string Flow = Repository.Path("samples", "flows", "smart-home-setup", "smart-home-setup.json");
    private static readonly string Rehearsal = Repository.Path("samples", "flows", "smart-home-setup", "one-device-fails.scenario.json");

    [Fact]
    public async Task Console_WithNeitherTerminalNorInput_PlaysTheRehearsal() => Golden.Verify(await RunAsync(input: ""));

    [Fact]
    public async Task Console_WithPipedAnswers_GivesThePlainTranscript() => Golden.Verify(await RunAsync(input: "1\nmiddle\nhm\nwell\nwho knows\n"));

    [Fact]
    public async Task Console_InChinese_PlaysTheChineseRehearsal() => Golden.Verify(await RunAsync(input: "", "--locale", "zh-CN"));

    [Fact]
    public async Task Console_WithAChangedFlow_SaysSomethingElse()
    {
        string folder = Directory.CreateTempSubdirectory("guidanceflow").FullName;
        try
        {
            string changed = Path.Combine(folder, "changed.json");
            string text = await File.ReadAllTextAsync(Flow, TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(changed, text.Replace("Do all lights blink now?", "Is every light blinking?", StringComparison.Ordinal).Replace(", \"zh-CN\"]", "]", StringComparison.Ordinal), TestContext.Current.CancellationToken);

            string before = await RunAsync(input: "", Flow, Rehearsal);
            string after = await RunAsync(input: "", changed, Rehearsal);

            before.ShouldContain("Do all lights blink now?");
            after.ShouldBe(before.Replace("Do all lights blink now?", "Is every light blinking?", StringComparison.Ordinal));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Console_WithAPipeThatStaysOpen_AnswersEachLineAsItComes()
    {
        using Process process = Start([]);
        try
        {
            await process.StandardInput.WriteLineAsync("1");
            await process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);

            string? line;
            do
            {
                line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
            }
            while (line is not (null or "> 1"));

            line.ShouldBe("> 1");
        }
        finally
        {
            process.Kill();
        }
    }

    private static async Task<string> RunAsync(string input, params string[] arguments)
    {
        using Process process = Start(arguments);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        (await error).ShouldBeEmpty();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0);
        return output;
    }

    private static Process Start(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(Repository.Path("samples", "SmartHomeSetup", "bin", Repository.Configuration, "net10.0", "SmartHomeSetup.dll"));
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }
}
