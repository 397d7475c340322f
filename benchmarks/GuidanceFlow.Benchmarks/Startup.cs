using System.Diagnostics;
using System.Globalization;

namespace GuidanceFlow.Benchmarks;

/// <summary>Whole processes, start to end: <c>guidanceflow validate</c> on the sample beside a console program that does nothing, in turns.</summary>
internal static class Startup
{
    private const int Rounds = 21;

    /// <param name="command">The command's file, native or for the runtime; null for the one that "dotnet build -c Release" makes.</param>
    public static void Print(string? command)
    {
        string root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "GuidanceFlow.sln")))
        {
            root = Path.GetDirectoryName(root) ?? throw new InvalidOperationException("Run this from inside the repository.");
        }

        string[] empty = ["dotnet", "exec", Path.Combine(root, "benchmarks", "EmptyConsole", "bin", "Release", "net10.0", "EmptyConsole.dll")];
        command ??= Path.Combine(root, "src", "GuidanceFlow.Cli", "bin", "Release", "net10.0", "GuidanceFlow.Cli.dll");
        string[] validate =
        [
            .. command.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? ["dotnet", "exec", command] : (string[])[Path.GetFullPath(command)],
            "validate",
            Path.Combine(root, "samples", "flows", "smart-home-setup", "smart-home-setup.json"),
        ];
        var times = new List<(double Empty, double Validate)>();
        for (int i = 0; i < Rounds; i++)
        {
            times.Add((Run(empty), Run(validate)));
        }

        double quiet = times.Select(time => time.Empty).Order().ElementAt(Rounds / 2);
        double busy = times.Select(time => time.Validate).Order().ElementAt(Rounds / 2);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"empty console {quiet:0} ms, guidanceflow validate {busy:0} ms, ratio {busy / quiet:0.00} (medians of {Rounds})"));
    }

    private static double Run(string[] line)
    {
        var start = new ProcessStartInfo(line[0], line.Skip(1)) { RedirectStandardOutput = true, RedirectStandardError = true };
        long began = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start)!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? Stopwatch.GetElapsedTime(began).TotalMilliseconds
            : throw new InvalidOperationException("Build everything with 'dotnet build -c Release' first: " + process.StandardError.ReadToEnd());
    }
}
