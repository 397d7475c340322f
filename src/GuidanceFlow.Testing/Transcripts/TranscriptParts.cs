using System.Text;
using GuidanceFlow.Actions;
using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;
using GuidanceFlow.Testing.Scenarios;

namespace GuidanceFlow.Testing.Transcripts;

/// <summary>A turn as it is read.</summary>
/// <param name="IsApart">Whether it begins a new paragraph.</param>
/// <param name="Opening">How it begins: the time that passed, and what went in.</param>
/// <param name="Body">What comes back; each line ends with <c>\n</c>.</param>
internal sealed record TranscriptPart(bool IsApart, IReadOnlyList<string> Opening, string Body);

/// <summary>Makes of a conversation what is read, turn by turn.</summary>
internal static class TranscriptParts
{
    public static IReadOnlyList<TranscriptPart> Of(IReadOnlyList<ConversationTurn> turns)
    {
        var parts = new TranscriptPart[turns.Count];
        DateTimeOffset? said = null;
        bool goesOn = false;
        for (int i = 0; i < turns.Count; i++)
        {
            ConversationTurn turn = turns[i];
            bool isTimeAlone = turn is { Input: null, Answer: null, Reply.Messages.IsEmpty: true };
            bool isFollowed = i + 1 < turns.Count;
            if (isTimeAlone && i > 0 && (isFollowed ? turns[i + 1].At > turn.At : turn.Reply.Status == SessionStatus.Ended))
            {
                // Time goes on without a word; what comes then says how long it was. Behind the end nobody waits.
                parts[i] = new TranscriptPart(IsApart: false, [], string.Empty);
                continue;
            }

            TimeSpan passed = said is { } then && turn.At is { } now && now > then ? now - then : TimeSpan.Zero;
            TranscriptPart part = Of(turns, i, passed);

            // Time that passed belongs to what comes behind it.
            parts[i] = goesOn ? part with { IsApart = false } : part;
            goesOn = isTimeAlone && part is { Opening.Count: 1, Body: "" };
            said = turn.At ?? said;
        }

        return parts;
    }

    private static TranscriptPart Of(IReadOnlyList<ConversationTurn> turns, int index, TimeSpan passed)
    {
        ConversationTurn turn = turns[index];
        ConversationTurn? before = index > 0 ? turns[index - 1] : null;
        var opening = new List<string>();
        if (passed > TimeSpan.Zero)
        {
            opening.Add($"— {TimeWords.Of(passed)} later —");
        }

        bool isEnd = turn.Input is ActionResultInput;
        if (turn.Input is ActionResultInput ended)
        {
            opening.Add(InputLines.OfResult(CallOf(turns, index, ended), ended.Result, CodeOf(turn, ended.Result)));
        }
        else if (turn.Answer is not null)
        {
            opening.Add(InputLines.OfAnswer(turn.Answer, before?.Reply));
        }
        else if (InputLines.Of(turn.Input) is { } line)
        {
            opening.Add(line);
        }

        return turn.IsRepeat
            ? new TranscriptPart(IsApart: true, opening, FormattableString.Invariant($"[sent again: the reply of turn {turn.Reply.Turn} comes back]\n"))
            : new TranscriptPart(opening.Count > (isEnd ? 1 : 0), opening, BodyOf(turns, index));
    }

    private static string BodyOf(IReadOnlyList<ConversationTurn> turns, int index)
    {
        ConversationTurn turn = turns[index];
        var text = new StringBuilder(Transcript.Render(turn.Reply));
        if (InputLines.IsPassedOn(turn))
        {
            text.Append("[to the person]\n");
        }

        foreach (Handoffs.Handoff handoff in turn.Handoffs)
        {
            HandoffLines.Append(text, handoff);
        }

        // What ends at once is said with its end.
        foreach (ActionCall call in turn.Calls.Where(call => !EndsAtOnce(turns, index, call)))
        {
            text.Append(InputLines.OfCall(call)).Append('\n');
        }

        return text.ToString();
    }

    private static bool EndsAtOnce(IReadOnlyList<ConversationTurn> turns, int index, ActionCall call) =>
        index + 1 < turns.Count && turns[index + 1].At == turns[index].At && turns[index + 1].Input is ActionResultInput ended && ended.Call == call.Id && ended.Attempt == call.Attempt;

    /// <summary>The error that an action's end counted as; its own where the turn was refused, or failed.</summary>
    private static string? CodeOf(ConversationTurn turn, ActionResult result) =>
        turn.Events.FirstOrDefault(happened => happened.Kind == TurnEventKind.ActionEnded).Detail is not { } detail ? result.Error
        : detail.IndexOf(": ", StringComparison.Ordinal) is >= 0 and var at ? detail[(at + 2)..]
        : null;

    private static ActionCall? CallOf(IReadOnlyList<ConversationTurn> turns, int index, ActionResultInput ended)
    {
        for (int i = index - 1; i >= 0; i--)
        {
            if (turns[i].Calls.FirstOrDefault(call => call.Id == ended.Call && call.Attempt == ended.Attempt) is { } call)
            {
                return call;
            }
        }

        return null;
    }
}
