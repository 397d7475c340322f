using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using GuidanceFlow.Testing;
using GuidanceFlow.Tests.Documentation;

namespace GuidanceFlow.Tests.Samples;

/// <summary>The support desk as its user starts it: with its tours through a pipe, and with what a tour does not try.</summary>
public sealed partial class SupportDeskConsoleTests
{
    private static readonly string Folder = Repository.Path("samples", "SupportDeskConsole");

    [Fact]
    public async Task Tour_InEnglish_GivesThePlainTranscript() => Golden.Verify(await RunAsync(await TourAsync("en")));

    [Fact]
    public async Task Tour_InChinese_GivesThePlainTranscript() => Golden.Verify(await RunAsync(await TourAsync("zh-CN"), "--locale", "zh-CN", "--customer", "李雷"));

    [Fact]
    public async Task WhatDoesNotFit_IsSaidWithARemedy()
    {
        string output = await RunAsync(
            """
            hello
            /start nothing
            /start 99
            /open s7
            /take s7
            /packet
            /return
            /end
            /end well
            /customer nobody
            /advance 10
            /advance 999d
            /advance 99999999999h
            /done
            /advance
            """);

        output.ShouldContain("No conversation is open.");
        output.ShouldContain("There is no flow 'nothing' that Ann could start.");
        output.ShouldContain("There is no flow '99' that Ann could start.");
        output.ShouldContain("There is no session 's7'.");
        output.ShouldContain("Nobody waits for a person in 's7'.");
        output.ShouldContain("You have not taken a session over.");
        output.ShouldContain("'well' is no outcome");
        output.ShouldContain("There is no customer 'nobody'.");
        output.ShouldContain("'10' is no length of time");
        output.ShouldContain("'999d' is no length of time");
        output.ShouldContain("There is no open ticket ''.");
        output.ShouldEndWith("Good-bye.\n");
    }

    [Fact]
    public async Task WhenNobodyTakesItOverInTime_ThePersonIsNoLongerNeeded_AndAPromiseIsOnTheDailyList()
    {
        string output = await RunAsync("/start order-status\ntracking\n/take\n/advance 30m\nfor the person?\n/promises\n");

        output.ShouldContain("s1 no longer needs a person: nobody dealt with it in time.");
        output.ShouldContain("Ann, s1> for the person?\nThe session s1 is over: escalated.");
        output.ShouldContain("Trace order A1234 for Ann");
    }

    [Fact]
    public async Task ACustomerWhoSaysNothing_IsRemindedAtTheTime_AndLeftInPeace()
    {
        string output = await RunAsync("/customer sam\n/start order-status\n/advance 2h\n");

        output.ShouldContain("— 2026-01-05 09:05 —\nTo Sam, s1:\nAre you still there, Sam? I have your order at hand.");
        output.ShouldContain("— 2026-01-05 10:00 —\nTo Sam, s1:\nI close this for now, Sam.");
        output.ShouldContain("— 2026-01-05 11:00 —");
    }

    [Fact]
    public async Task Commands_OfBothLanguages_AreUnderstoodInEither()
    {
        string output = await RunAsync("/时间\n/TIME\n");

        Time().Count(output).ShouldBe(2);
    }

    [Fact]
    public async Task Outcomes_OfBothLanguages_AreUnderstoodInEither()
    {
        string output = await RunAsync("/start order-status\nperson\n/take\n/end 已解决 Done.\n/start order-status\nperson\n/take\n/end Unresolved\n");

        output.ShouldContain("The session s1 is over: resolved.");
        output.ShouldContain("s2 is over.\n");
    }

    [Fact]
    public async Task ACommandWithoutWhatItNeeds_ListsWhatThereIs()
    {
        string output = await RunAsync("/start\n/customer\n/open\n");

        output.ShouldContain("What Ann can start");
        output.ShouldContain("Customers");
        output.ShouldContain("Sessions: Nothing.");
    }

    [Theory]
    [InlineData("--locale")]
    [InlineData("--now", "yesterday")]
    [InlineData("-x", "y")]
    public async Task ACommandLineThatDoesNotFit_IsAnsweredWithHowItIsWritten(params string[] arguments)
    {
        using Process process = Start(arguments);
        process.StandardInput.Close();
        (await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldStartWith("Usage: SupportDeskConsole ");
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(2);
    }

    [Fact]
    public void Words_OfBothLanguages_AreTheSameOnes_WithTheSamePlaces()
    {
        JsonElement[] files = [.. new[] { "en", "zh-CN" }.Select(locale => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, "Data", $"words.{locale}.json"))).RootElement)];

        Texts(files[1]).Keys.ShouldBe(Texts(files[0]).Keys);
        Texts(files[0]).Where(text => !Places(text.Value).SequenceEqual(Places(Texts(files[1])[text.Key]))).Select(text => text.Key).ShouldBeEmpty();
        files[1].GetProperty("commands").EnumerateArray().Select(command => command.GetProperty("id").GetString()).ShouldBe(files[0].GetProperty("commands").EnumerateArray().Select(command => command.GetProperty("id").GetString()));

        static Dictionary<string, string> Texts(JsonElement file) => file.GetProperty("texts").EnumerateObject().ToDictionary(text => text.Name, text => text.Value.GetString()!);

        static IEnumerable<string> Places(string text) => Place().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);
    }

    private static Task<string> TourAsync(string locale) => File.ReadAllTextAsync(Path.Combine(Folder, $"tour.{locale}.txt"), TestContext.Current.CancellationToken);

    private static async Task<string> RunAsync(string input, params string[] arguments)
    {
        using Process process = Start(["--now", "2026-01-05T09:00:00Z", .. arguments]);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        (await error).ShouldBeEmpty();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0);
        return output.ReplaceLineEndings("\n");
    }

    private static Process Start(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(Repository.Path("samples", "SupportDeskConsole", "bin", Repository.Configuration, "net10.0", "SupportDeskConsole.dll"));
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    [GeneratedRegex(@"\{\d\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();

    [GeneratedRegex("^It is 2026-01-05 09:00\\.$", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Time();
}
