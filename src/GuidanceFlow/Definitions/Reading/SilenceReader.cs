using System.Text.Json;
using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Definitions.Reading;

/// <summary>Reads what happens when customers say nothing.</summary>
internal static class SilenceReader
{
    /// <summary>More reminders are none.</summary>
    public const int MostTexts = 20;

    public static readonly MemberTable Table = new(
        "silence",
        "what happens at silence",
        new Member("remind_after"),
        new Member("texts"),
        new Member("give_up_after"),
        new Member("goto"),
        new Member("late"));

    public static readonly MemberTable RemindersTable = new(
        "reminders",
        "what a customer is told who waits for a person",
        new Member("remind_after", "\"remind_after\": \"PT5M\""),
        new Member("texts", "\"texts\": [ \"…\" ]"),
        new Member("late"))
    {
        Misplaced =
        [
            new("give_up_after", "How long a person is waited for stands under 'timeout'."),
            new("goto", "Where it goes on when nobody comes stands under 'timeout'."),
        ],
    };

    public static readonly Words<LatePolicy> Policies = new("late policy", new("fire", LatePolicy.Fire), new("skip", LatePolicy.Skip));

    /// <summary>The member <c>silence</c> of a flow, stage or step; null when it is not given.</summary>
    /// <param name="owner">What it is a member of.</param>
    /// <param name="end">After how long the step is over by itself; null for never.</param>
    public static SilenceDefinition? Read(in MemberValues owner, TimeSpan? end = null)
    {
        if (owner["silence"] is not (> 0 and int node))
        {
            return null;
        }

        MemberValues members = MemberValues.Open(owner.Context, node, Table);
        var silence = new SilenceDefinition
        {
            RemindAfter = DurationReader.Read(members, "remind_after", "The time to the first reminder must be longer than nothing. Leave the member out to remind nobody."),
            Texts = members.List("texts", static (context, item) => context.Text(item), "text"),
            GiveUpAfter = DurationReader.Read(members, "give_up_after", "The time to giving up must be longer than nothing. Leave the member out to wait for ever."),
            Goto = members.OptionalText("goto"),
            Late = members.Word("late", Policies) ?? LatePolicy.Fire,
        };
        if (owner.Context.Kind(node) == JsonValueKind.Object)
        {
            Check(members, silence, end);
        }

        return silence;
    }

    /// <summary>The member <c>silence</c> of a handoff: reminders alone; null when it is not given.</summary>
    /// <param name="owner">What it is a member of.</param>
    /// <param name="end">After how long nobody is waited for any more; null for never.</param>
    public static SilenceDefinition? ReadReminders(in MemberValues owner, TimeSpan? end)
    {
        if (owner["silence"] is not (> 0 and int node))
        {
            return null;
        }

        MemberValues members = MemberValues.Open(owner.Context, node, RemindersTable);
        var silence = new SilenceDefinition
        {
            RemindAfter = DurationReader.Read(members, "remind_after", "The time to the first reminder must be longer than nothing."),
            Texts = members.List("texts", static (context, item) => context.Text(item), "text"),
            Late = members.Word("late", Policies) ?? LatePolicy.Fire,
        };
        if (silence.Texts.Count > MostTexts)
        {
            members.Context.Invalid(members["texts"], $"There are {silence.Texts.Count} reminders; {MostTexts} are possible.");
        }
        else if (end is { } over)
        {
            CheckEnd(members, "remind_after", silence.RemindAfter, over);
        }

        return silence;
    }

    private static void Check(in MemberValues members, SilenceDefinition silence, TimeSpan? end)
    {
        ReadContext context = members.Context;
        if (members["remind_after"] == 0 && members["give_up_after"] == 0)
        {
            context.Report(DiagnosticCatalog.MissingMember, members.Node, "Nothing happens at this silence. Add \"remind_after\": \"PT5M\", \"give_up_after\": \"PT30M\" or both.");
            return;
        }

        if (members["texts"] > 0 && members["remind_after"] == 0)
        {
            context.ReportName(DiagnosticCatalog.UnknownMember, members["texts"], "Without a 'remind_after' nobody is reminded. Add \"remind_after\": \"PT5M\", or remove 'texts'.");
        }

        if (members["goto"] > 0 && members["give_up_after"] == 0)
        {
            context.ReportName(DiagnosticCatalog.UnknownMember, members["goto"], "Without a 'give_up_after' the question is never given up. Add \"give_up_after\": \"PT30M\", or remove 'goto'.");
        }

        if (end is { } over)
        {
            CheckEnd(members, "remind_after", silence.RemindAfter, over);
            CheckEnd(members, "give_up_after", silence.GiveUpAfter, over);
        }

        if (silence.Texts.Count > MostTexts)
        {
            context.Invalid(members["texts"], $"There are {silence.Texts.Count} reminders; {MostTexts} are possible.");
        }
        else if (silence.RemindAfter is { } remind && silence.GiveUpAfter is { } giveUp && remind.Ticks * Math.Max(1, silence.Texts.Count) is var last && last >= giveUp.Ticks)
        {
            context.Invalid(members["give_up_after"], $"The question is given up after {IsoDuration.Format(giveUp)}, but the last reminder comes after {IsoDuration.Format(new TimeSpan(last))}. Give up later, or remind less.");
        }
    }

    /// <summary>What comes when the step is over never comes.</summary>
    private static void CheckEnd(in MemberValues members, string name, TimeSpan? after, TimeSpan over)
    {
        if (after >= over)
        {
            members.Context.Invalid(members[name], $"The wait is over after {IsoDuration.Format(over)}, so that this never comes. Take less, or wait longer.");
        }
    }
}
