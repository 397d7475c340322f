using GuidanceFlow.Engine;

namespace GuidanceFlow.Cli.Play;

/// <summary>Says why a session could not be started, and what the inputs have to look like when none were given.</summary>
internal static class StartProblem
{
    public static int Report(Flow flow, StartRequest request, Turn turn, Terminal terminal)
    {
        if (turn.Reason == TurnReason.InvalidStart && request.Inputs.Count == 0 && InputsSkeleton.Of(flow.Definition) is { } skeleton)
        {
            terminal.Error.WriteLine($"error: The flow '{flow.Id}' needs inputs. Save them in a file, for example inputs.json, and add '--inputs inputs.json'. In its simplest form:");
            terminal.Error.WriteLine(skeleton);
            return ExitCode.Usage;
        }

        foreach (string detail in turn.Error?.Details ?? [])
        {
            terminal.Error.WriteLine("error: " + (turn.Error!.Step is { } step ? $"step '{step}': {detail}" : detail));
        }

        return turn.Reason == TurnReason.InvalidStart ? ExitCode.Usage : ExitCode.Findings;
    }
}
