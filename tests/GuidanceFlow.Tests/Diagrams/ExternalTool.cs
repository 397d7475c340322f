using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace GuidanceFlow.Tests.Diagrams;

/// <summary>Programs of others that say whether a diagram is one. Where they are missing a test is skipped, and fails where <c>CI</c> is <c>true</c>.</summary>
internal static class ExternalTool
{
    /// <summary>Runs a program and gives what it wrote; it must succeed.</summary>
    public static async Task<string> RunAsync(string name, string[] arguments, string input, string missing)
    {
        var start = new ProcessStartInfo(name)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        Process? started = null;
        try
        {
            started = Process.Start(start);
        }
        catch (Win32Exception)
        {
            Missing(missing);
        }

        using Process process = started!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0, await error);
        (await error).ShouldBeEmpty();
        return await output;
    }

    public static void Missing(string reason)
    {
        if (Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.Fail(reason);
        }

        Assert.Skip(reason);
    }
}
