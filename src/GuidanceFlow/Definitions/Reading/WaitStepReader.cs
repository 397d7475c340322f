using System.Text.Json;
using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Definitions.Reading;

/// <summary>Reads a step that waits for a time or a signal.</summary>
internal static class WaitStepReader
{
    public static readonly MemberTable Table = new(
        "wait_step",
        "a wait step",
        StepReader.Members(
            new("text", "\"text\": \"…\""),
            new("show"),
            new("variants"),
            new("for"),
            new("until"),
            new("signal"),
            new("timeout"),
            new("answer"),
            new("save"),
            new("silence"),
            new("fallback"),
            new("next")))
    {
        Misplaced =
        [
            new("options", "What the customer may say stands under 'answer', as in a question."),
            new("goto", "A wait leads on with 'next', a signal that does not come with 'timeout'."),
        ],
    };

    public static readonly MemberTable SignalTable = new("signal_wait", "a signal that is waited for", new Member("name", "\"name\": \"…\""), new Member("save"));

    public static readonly MemberTable TimeoutTable = new("timeout", "a timeout", new Member("after", "\"after\": \"PT30M\""), new Member("goto", "\"goto\": \"a-step\""), new Member("late"));

    private static readonly string[] Ways = ["for", "until", "signal"];

    public static WaitStepDefinition Bind(in MemberValues members)
    {
        Check(members);
        TimeSpan? time = DurationReader.Read(members, "for", "The time to wait must be longer than nothing.");
        TimeoutDefinition? timeout = members["timeout"] is > 0 and int node ? ReadTimeout(members.Context, node) : null;
        return new WaitStepDefinition
        {
            Id = members.Text("id"),
            Title = members.Remark("title"),
            Note = members.Remark("note"),
            When = members.OptionalText("when"),
            Text = members.Text("text"),
            Show = members.List("show", BlockReader.Read),
            Variants = VariantReader.Read(members),
            For = time,
            Until = members.OptionalText("until"),
            Signal = members["signal"] is > 0 and int signal ? ReadSignal(members.Context, signal) : null,
            Timeout = timeout,
            Answer = members["answer"] is > 0 and int answer && AnswerReader.Read(members.Context, answer) is { } read ? read : WaitStepDefinition.NoAnswer,
            Save = members.OptionalText("save"),
            Silence = SilenceReader.Read(members, time ?? timeout?.After),
            Fallback = FallbackReader.Read(members),
            Next = RouteReader.Read(members),
        };
    }

    /// <summary>Exactly one way to wait; and a signal may never come.</summary>
    private static void Check(in MemberValues members)
    {
        ReadContext context = members.Context;
        int given = 0;
        foreach (string way in Ways)
        {
            if (members[way] > 0 && ++given > 1)
            {
                context.ReportName(DiagnosticCatalog.UnknownMember, members[way], $"A wait has one of 'for', 'until' and 'signal'. Remove '{way}', or wait in two steps.");
            }
        }

        if (given == 0)
        {
            context.Report(DiagnosticCatalog.MissingMember, members.Node, "It is not said what is waited for. Add \"for\": \"PT10M\", \"until\": \"a date\" or \"signal\": \"a signal's name\".");
        }

        if (members["signal"] > 0 && members["timeout"] == 0)
        {
            context.Report(DiagnosticCatalog.MissingMember, members.Node, "A signal may never come, and the customer would wait for ever. Add \"timeout\": { \"after\": \"PT30M\", \"goto\": \"a-step\" }.");
        }
        else if (members["timeout"] > 0 && members["signal"] == 0)
        {
            context.ReportName(DiagnosticCatalog.UnknownMember, members["timeout"], "A time comes for certain, and goes on with 'next'. Remove 'timeout'.");
        }

        if (members["save"] > 0 && members["answer"] == 0)
        {
            context.ReportName(DiagnosticCatalog.UnknownMember, members["save"], "There is no answer to save. Add an 'answer', or save a signal's value with \"signal\": { \"name\": \"…\", \"save\": \"…\" }.");
        }
    }

    private static SignalWaitDefinition? ReadSignal(ReadContext context, int node)
    {
        switch (context.Kind(node))
        {
            case JsonValueKind.String:
                return new SignalWaitDefinition { Name = context.Text(node) ?? string.Empty };
            case JsonValueKind.Object:
                MemberValues members = MemberValues.Open(context, node, SignalTable);
                return new SignalWaitDefinition { Name = members.Text("name"), Save = members.OptionalText("save") };
            default:
                context.WrongType(node, "a signal: its name as a text, or an object");
                return null;
        }
    }

    /// <summary>When something is no longer waited for.</summary>
    public static TimeoutDefinition ReadTimeout(ReadContext context, int node)
    {
        MemberValues members = MemberValues.Open(context, node, TimeoutTable);
        return new TimeoutDefinition
        {
            After = DurationReader.Read(members, "after", "The time to wait must be longer than nothing.") ?? TimeSpan.FromMinutes(1),
            Goto = members.Text("goto"),
            Late = members.Word("late", SilenceReader.Policies) ?? LatePolicy.Fire,
        };
    }
}
