using System.Text;
using GuidanceFlow.Testing;
using GuidanceFlow.Testing.GoldenFiles;

namespace GuidanceFlow.Cli.Tests;

/// <summary>Runs the tool as users do, but inside of the test.</summary>
internal static class CommandLine
{
    /// <summary>The folder with the flows of these tests.</summary>
    public static string Flows { get; } = Path.Combine(GoldenFile.Beside("x").Directory, "Flows");

    public static string Router { get; } = Path.Combine(Flows, "router.json");

    public static Output Run(params string[] args) => Run([], args);

    public static Output RunWith(string input, params string[] args) => Run(Encoding.UTF8.GetBytes(input), args);

    public static Output Run(byte[] input, string[] args, bool echo = true)
    {
        using var standardOutput = new MemoryStream();
        using var standardError = new MemoryStream();
        int code;
        using (var terminal = new Terminal(new MemoryStream(input), standardOutput, standardError) { Time = new ManualTimeProvider(), EchoAnswers = echo })
        {
            code = CommandLineApp.Run(args, terminal);
        }

        return new Output(code, Encoding.UTF8.GetString(standardOutput.ToArray()), Encoding.UTF8.GetString(standardError.ToArray()));
    }
}

/// <summary>What the tool returned and wrote.</summary>
internal sealed record Output(int Code, string Text, string Error)
{
    public string[] Lines => Text.Split('\n')[..^1];

    /// <summary>The same with paths relative to a folder, as they would be if the tool ran there.</summary>
    public Output In(string folder) => this with
    {
        Text = Text.Replace(folder + Path.DirectorySeparatorChar, string.Empty, StringComparison.Ordinal),
        Error = Error.Replace(folder + Path.DirectorySeparatorChar, string.Empty, StringComparison.Ordinal),
    };
}
