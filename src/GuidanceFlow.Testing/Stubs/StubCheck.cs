using System.Collections.Immutable;
using GuidanceFlow.Actions;
using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Templates;
using GuidanceFlow.Testing.Scenarios;

namespace GuidanceFlow.Testing.Stubs;

/// <summary>Holds results of actions against what a flow declares.</summary>
internal static class StubCheck
{
    private static readonly string[] AnyErrors = [ActionErrors.Timeout, ActionErrors.Failed, ActionErrors.Interrupted, ActionErrors.InvalidResult];

    public static ImmutableArray<Diagnostic> Check(ActionStubs stubs, Flow flow)
    {
        // Two flows that run one another may declare an action each their own way; what one of them has is no mistake.
        ActionDefinition[] declared = [.. flow.Closure.SelectMany(id => flow.FindFlow(id)!.Definition.Actions)];
        return [.. stubs.Actions.SelectMany(stub => Check(stub, declared))];
    }

    private static IEnumerable<Diagnostic> Check(ActionStub stub, ActionDefinition[] declared)
    {
        ActionDefinition[] actions = [.. declared.Where(action => action.Name == stub.Action)];
        if (actions.Length == 0)
        {
            yield return Found(stub.Location, $"The flow has no action {Spelling.Quote(stub.Action)}. {Remedy(stub.Action, declared.Select(action => action.Name), "Its actions are", "It has none")}");
            yield break;
        }

        string[] arguments = [.. actions.SelectMany(action => action.With).Select(datum => datum.Name).Distinct(StringComparer.Ordinal)];
        string[] returns = [.. actions.SelectMany(action => action.Returns).Select(datum => datum.Name).Distinct(StringComparer.Ordinal)];
        string[] errors = [.. actions.SelectMany(action => action.Errors).Concat(AnyErrors).Distinct(StringComparer.Ordinal)];
        foreach (StubbedResult result in stub.Results)
        {
            foreach (Diagnostic found in Unknown(result, "when", result.When, arguments, $"is given no", "It is given").Concat(Unknown(result, "returns", result.Result.Returned, returns, "gives back no", "It gives back")))
            {
                yield return found;
            }

            // A name that there is none of is likely the one that is missing; and what takes its time and gives nothing back is there to be too late.
            bool isWhole = result.Result.Returned.All(value => returns.Contains(value.Key, StringComparer.Ordinal)) && !(result.Result.Returned.IsEmpty && result.Takes > TimeSpan.Zero);
            foreach (Diagnostic found in isWhole ? Misfits(result, actions) : [])
            {
                yield return found;
            }

            if (result.Result.Error is { } error && !errors.Contains(error, StringComparer.Ordinal))
            {
                yield return Found(Locate(result, "error"), $"The action has no error {Spelling.Quote(error)}. {Remedy(error, errors, "Its errors are", string.Empty)}");
            }
        }
    }

    /// <summary>What does not fit any of the ways in which the action is declared.</summary>
    private static IEnumerable<Diagnostic> Misfits(StubbedResult result, ActionDefinition[] actions)
    {
        EquatableArray<KeyValuePair<string, string>>[] misfits = [.. actions.Select(result.Result.FindMisfits)];
        return Array.Exists(misfits, static found => found.IsEmpty) ? [] : misfits[0].Select(misfit =>
            Found(Locate(result, "returns." + misfit.Key), $"The result does not fit what the flow declares: {misfit.Value.TrimEnd('.')}. Correct it; to try out a result that does not fit, write \"error\": \"{ActionErrors.InvalidResult}\"."));
    }

    private static IEnumerable<Diagnostic> Unknown(StubbedResult result, string member, EquatableArray<KeyValuePair<string, Value>> values, string[] known, string lacks, string has) => values
        .Where(value => !known.Contains(value.Key, StringComparer.Ordinal))
        .Select(value => Found(Locate(result, $"{member}.{value.Key}"), $"The action {lacks} {Spelling.Quote(value.Key)}. {Remedy(value.Key, known, has, has + " nothing")}"));

    private static string Remedy(string word, IEnumerable<string> known, string some, string none)
    {
        string[] words = [.. known];
        return Spelling.Nearest(word, words) is { } nearest ? $"Did you mean '{nearest}'?"
            : words.Length > 0 ? $"{some} {string.Join(", ", words)}."
            : none + ".";
    }

    private static SourceLocation Locate(StubbedResult result, string member) => result.Places?.Locate(member) ?? result.Location;

    private static Diagnostic Found(SourceLocation location, string message) => new(ScenarioDiagnostics.InvalidValue, location, message);
}
