using System.Text.Json;
using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Definitions.Reading;

/// <summary>Reads a step that has the host do something.</summary>
internal static class CallStepReader
{
    public const int MostRetries = 20;

    public static readonly MemberTable Table = new(
        "call_step",
        "a call step",
        StepReader.Members(
            new("action", "\"action\": \"an action's name\""),
            new("with"),
            new("save"),
            new("text"),
            new("timeout"),
            new("retries"),
            new("repeatable"),
            new("on_error"),
            new("fallback"),
            new("next")));

    public static readonly MemberTable RetriesTable = new("retries", "retries", new Member("times", "\"times\": 3"), new Member("after"));

    public static CallStepDefinition Bind(in MemberValues members)
    {
        var call = new CallStepDefinition
        {
            Id = members.Text("id"),
            Title = members.Remark("title"),
            Note = members.Remark("note"),
            When = members.OptionalText("when"),
            Action = members.Text("action"),
            With = members.Map("with", "with", AssignmentReader.Read),
            Save = members.Map("save", "save", RunStepReader.ReadReturn),
            Text = members.OptionalText("text"),
            Timeout = DurationReader.Read(members, "timeout", "The time an action may take must be longer than nothing."),
            Retries = members["retries"] is > 0 and int retries ? ReadRetries(members.Context, retries) : null,
            Repeatable = members.Flag("repeatable") ?? true,
            OnError = RouteReader.Read(members, "on_error"),
            Fallback = FallbackReader.Read(members),
            Next = RouteReader.Read(members),
        };
        if (call.Timeout > CallStepDefinition.LongestTimeout)
        {
            members.Context.Invalid(members["timeout"], "An action may take 2 minutes. What takes longer is begun by an action and waited for with a 'wait' for a signal.");
        }

        if (!call.Repeatable && members["retries"] > 0)
        {
            members.Context.ReportName(DiagnosticCatalog.UnknownMember, members["retries"], "What must not be done twice is not tried again. Remove 'retries', or let it be repeatable.");
        }

        return call;
    }

    private static RetriesDefinition? ReadRetries(ReadContext context, int node)
    {
        switch (context.Kind(node))
        {
            case JsonValueKind.Number:
                return context.Integer(node, 1, MostRetries) is { } times ? new RetriesDefinition { Times = times } : null;
            case JsonValueKind.Object:
                MemberValues members = MemberValues.Open(context, node, RetriesTable);
                return new RetriesDefinition
                {
                    Times = members.Integer("times", 1, MostRetries) ?? 1,
                    After = DurationReader.Read(members, "after", "The time between two attempts must be longer than nothing.") ?? new RetriesDefinition { Times = 1 }.After,
                };
            default:
                context.WrongType(node, "how often an action is tried again: a whole number, or an object");
                return null;
        }
    }
}
