using GuidanceFlow.Cli.Files;
using GuidanceFlow.Engine;

namespace GuidanceFlow.Cli.Play;

/// <summary>Says why a session could not be started, and what the inputs have to look like when none were given.</summary>
internal static class StartProblem
{
    public static int Report(Flow flow, InputsFile? inputs, Turn turn, Terminal terminal)
    {
        if (turn.Reason == TurnReason.InvalidStart && inputs is null or { Values.Count: 0 } && InputsSkeleton.Of(flow.Definition) is { } skeleton)
        {
            terminal.Error.WriteLine($"error: The flow '{flow.Id}' needs inputs.");
            terminal.Error.WriteLine("Save them in a file, for example inputs.json, and add '--inputs inputs.json':");
            terminal.Error.WriteLine(skeleton);
            return ExitCode.Usage;
        }

        foreach (string detail in turn.Error?.Details ?? [])
        {
            string message = turn.Error!.Step is { } step ? $"step '{step}': {detail}" : detail;
            terminal.Error.WriteLine(inputs is null || turn.Reason != TurnReason.InvalidStart ? "error: " + message : inputs.At(InputOf(detail), message));
        }

        return turn.Reason == TurnReason.InvalidStart ? ExitCode.Usage : ExitCode.Findings;
    }

    /// <summary>The input a message is about: the first name in quotes, without its fields.</summary>
    private static string? InputOf(string message)
    {
        string[] parts = message.Split('\'');
        return parts.Length > 2 ? parts[1].Split('.', '[')[0] : null;
    }
}
