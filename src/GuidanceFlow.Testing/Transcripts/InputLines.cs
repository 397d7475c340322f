using System.Globalization;
using GuidanceFlow.Actions;
using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Runtime;
using GuidanceFlow.Testing.Scenarios;
using GuidanceFlow.Testing.Scenarios.Reading;

namespace GuidanceFlow.Testing.Transcripts;

/// <summary>What goes in, each on one line.</summary>
internal static class InputLines
{
    /// <summary>What the customer says; to a sensitive question only that something was said.</summary>
    /// <param name="answer">What was said.</param>
    /// <param name="before">The reply it answers; null for none.</param>
    public static string OfAnswer(string answer, TurnReply? before) => before?.Expects is { Sensitive: true } ? "> •••" : "> " + OneLine(answer);

    /// <summary>What went in otherwise, in square brackets; null for nothing, and for time.</summary>
    public static string? Of(SessionInput? input) => input switch
    {
        CommandInput command => $"> [{Words.Of(Words.Commands, command.Command)}]",
        CorrectionInput correction => $"> [{correction.Step}: {OneLine(correction.Answer)}]",
        LocaleInput locale => $"> [{locale.Locale}]",
        AttachmentInput files => $"> [{string.Join(", ", files.Attachments.Select(file => $"{Words.Of(Words.AttachmentKinds, file.Kind)} {OneLine(file.Name ?? file.Reference)}"))}]",
        SignalInput signal => signal.Value.IsNull ? $"[{OneLine(signal.Signal)} comes]" : $"[{OneLine(signal.Signal)} comes: {TextOf(signal.Value)}]",
        PersonReturnInput back => $"[{Who(back)} gives it back{(back.Step is { } step ? " to " + step : string.Empty)}{(back.Data.IsEmpty ? string.Empty : ", " + AllNamed(back.Data))}]",
        PersonEndInput => $"[{Who((PersonInput)input)} ends it]",
        PersonInput person => $"[{Who(person)} writes]",
        _ => null,
    };

    /// <summary>Whether what the customer said went to a person.</summary>
    public static bool IsPassedOn(ConversationTurn turn) => turn.Events.Any(entry => entry.Kind == TurnEventKind.Relayed);

    /// <summary>An action that is under way.</summary>
    public static string OfCall(ActionCall call) => $"[{Name(call)} …]";

    /// <summary>An action that has ended.</summary>
    /// <param name="call">The action; null when it was begun out of sight.</param>
    /// <param name="result">What became of it.</param>
    /// <param name="code">The error it counts as; null for none. It is another than the result's own where that does not fit what the flow declares.</param>
    public static string OfResult(ActionCall? call, ActionResult result, string? code) => $"[{(call is null ? "action" : Name(call))} → {(code == result.Error ? Outcome(result) : $"{code ?? "done"} ({Outcome(result)})")}]";

    // Other control characters would do something to a terminal.
    public static string OneLine(string text) => string.Concat(text.Replace("\r", "\\r", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Select(unit => char.IsControl(unit) && unit != '\t' ? '\uFFFD' : unit));

    private static string Name(ActionCall call)
    {
        string arguments = Named(call.Arguments);
        return call.Action + (arguments.Length > 0 ? " " + arguments : string.Empty) + (call.Attempt > 1 ? string.Create(CultureInfo.InvariantCulture, $", attempt {call.Attempt}") : string.Empty);
    }

    private static string Outcome(ActionResult result) =>
        result.Error is { } error ? OneLine(error) + (string.IsNullOrEmpty(result.Message) ? string.Empty : ": " + OneLine(result.Message))
        : Named(result.Returned) is { Length: > 0 } returned ? returned
        : "done";

    private static string Who(PersonInput person) => string.IsNullOrEmpty(person.By) ? "the person" : OneLine(person.By);

    /// <summary>Values with their names; a single one speaks for itself.</summary>
    private static string Named(EquatableArray<KeyValuePair<string, Value>> values)
    {
        KeyValuePair<string, Value>[] given = [.. values.Where(value => !value.Value.IsNull)];
        return given is [var only] ? TextOf(only.Value) : AllNamed(given);
    }

    private static string AllNamed(IEnumerable<KeyValuePair<string, Value>> values) => string.Join(", ", values.Select(value => $"{value.Key}: {TextOf(value.Value)}"));

    private static string TextOf(Value value)
    {
        if (value.TryGetText(out string? text))
        {
            return OneLine(text);
        }

        if (value.TryGetDate(out DateTime date))
        {
            return date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        }

        if (value.TryGetDuration(out TimeSpan duration))
        {
            return TimeWords.Of(duration);
        }

        return value.TryGetList(out ValueList? items) ? $"[{string.Join(", ", items.Select(TextOf))}]"
            : value.TryGetObject(out ValueObject? members) ? string.Join(", ", members.Select(member => $"{member.Key} {TextOf(member.Value)}"))
            : value.ToString();
    }
}
