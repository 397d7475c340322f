using GuidanceFlow.Compilation;
using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Sessions;

/// <summary>What of an input is a secret: the answer to a sensitive question, by whatever way it came.</summary>
internal static class RecordedSecrets
{
    /// <summary>What stands for <see cref="JournalEntry.Raw"/>, where that holds a secret.</summary>
    public const string Raw = "raw";

    private const string Inputs = "inputs.";

    /// <summary>What of a start is a secret.</summary>
    public static EquatableArray<string> Of(Flow flow, StartRequest request) =>
        (request.Known?.Keys ?? []).Where(name => Secrets.IsSecret(flow, name)).Concat((request.Sensitive ?? []).Select(name => Inputs + name)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToEquatableArray();

    /// <summary>Whether an input of a start is a secret.</summary>
    public static bool IsInput(EquatableArray<string> sensitive, string name) => sensitive.Contains(Inputs + name);

    /// <summary>The sensitive question that was answered, and the names under which secrets came; what <see cref="JournalEntry.Masked"/> hides.</summary>
    public static EquatableArray<string> Of(GuidanceSession before, Turn turn, JournalEntry entry)
    {
        EquatableArray<string> declared = Of(turn, entry);
        string[] repeated = [.. Repeated(before, entry).Where(name => !declared.Contains(name)).Distinct(StringComparer.Ordinal)];
        return repeated.Length == 0 ? declared : [.. declared, .. repeated];
    }

    /// <summary>What repeats a secret that the session knew before.</summary>
    private static IEnumerable<string> Repeated(GuidanceSession before, JournalEntry entry)
    {
        var context = new EvaluationContext(before.Flow, before.State, entry.At);
        if (!Secrets.HasAny(context))
        {
            return [];
        }

        IEnumerable<string> words = (entry.Raw is { } raw && Secrets.IsIn(context, Value.From(raw))) || entry.Attachments.Any(file => Secrets.IsIn(context, Value.From(file.Name ?? string.Empty))) ? [Raw] : [];
        return words
            .Concat(entry.Kind == JournalEntryKind.Signal && Secrets.IsIn(context, entry.Value) ? [entry.Source!] : [])
            .Concat(entry.Returned.Concat(entry.Facts).Where(given => Secrets.IsIn(context, given.Value)).Select(given => given.Key));
    }

    private static EquatableArray<string> Of(Turn turn, JournalEntry entry)
    {
        Flow flow = turn.Session.Flow;
        return entry.Kind switch
        {
            JournalEntryKind.Correction => IsSensitive(flow, entry.Corrected!) ? [entry.Corrected!] : default,
            JournalEntryKind.Answer => OfAnswer(turn, entry),
            JournalEntryKind.Person => [.. OfFacts(flow, entry.Facts)],
            JournalEntryKind.Signal => At(turn, flow, TurnEventKind.Signalled, (owner, step) => step is AskStep { Wait: { SignalSlot: >= 0 and var slot } } && Secrets.IsSecret(owner, slot) ? [entry.Source!] : []),
            JournalEntryKind.Action => At(turn, flow, TurnEventKind.ActionEnded, (owner, step) => step is CallStep call ? call.Save.Where(save => Secrets.IsSecret(owner, save.Slot)).Select(save => call.Action.Returns[save.Return].Name) : []),
            _ => default,
        };
    }

    private static EquatableArray<string> OfAnswer(Turn turn, JournalEntry entry)
    {
        Flow flow = turn.Session.Flow;
        IEnumerable<string> asked = AskedAt(turn) is { } step && IsSensitive(flow, step) ? [step] : [];
        return [.. asked.Concat(OfFacts(flow, entry.Facts)).Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> OfFacts(Flow flow, EquatableArray<KeyValuePair<string, Value>> facts) =>
        facts.Select(fact => fact.Key).Where(name => flow.Closure.Any(id => Secrets.IsSecret(flow.Find(id), name))).Order(StringComparer.Ordinal);

    /// <summary>What came at the step that an event names, in whichever flow has it: where several do, one suffices.</summary>
    private static EquatableArray<string> At(Turn turn, Flow flow, TurnEventKind kind, Func<Flow, FlowStep, IEnumerable<string>> secrets)
    {
        string? at = turn.Events.FirstOrDefault(happened => happened.Kind == kind || happened.Kind == TurnEventKind.FellBack).Step;
        return at is null ? default : [.. flow.Closure.Select(flow.Find).Where(owner => owner.FindStep(at) is not null).SelectMany(owner => secrets(owner, owner.FindStep(at)!)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>The question an answer was to; null where the turn failed before that was noted, which the fallback then tells.</summary>
    private static string? AskedAt(Turn turn)
    {
        foreach (TurnEvent entry in turn.Events)
        {
            if (entry.Kind is TurnEventKind.Answered or TurnEventKind.Unmatched or TurnEventKind.Restated or TurnEventKind.Denied or TurnEventKind.Interrupted or TurnEventKind.FellBack)
            {
                return entry.Step;
            }
        }

        return null;
    }

    /// <summary>Whether a question is sensitive, in the flow or in one it runs: where two have the id, one that is suffices.</summary>
    private static bool IsSensitive(Flow flow, string step) => flow.Closure.Any(id => flow.Find(id).FindStep(step) is AskStep { IsSensitive: true });
}
