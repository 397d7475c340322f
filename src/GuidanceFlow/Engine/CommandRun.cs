using GuidanceFlow.Commands;
using GuidanceFlow.Compilation;
using GuidanceFlow.Sessions;

namespace GuidanceFlow.Engine;

/// <summary>Carries out what a customer asks for instead of answering. No attempt is used up.</summary>
internal static class CommandRun
{
    /// <summary>Why a command cannot be carried out, as one of <see cref="TurnReason"/>; null when it can.</summary>
    public static string? WhyNot(SessionCommand command, CommandWords words, Flow root, SessionState state, AskStep ask)
    {
        if (!words.IsOn(command))
        {
            return TurnReason.CommandOff;
        }

        if (command == SessionCommand.Person && !Frames.LeadsToPerson(root, ask, state.Caller))
        {
            return TurnReason.NoPerson;
        }

        if (command != SessionCommand.Back || state.Undo.Count > 0 || state.Confirming is { IsPending: true })
        {
            return null;
        }

        return state.Undo.End switch
        {
            UndoEnd.Ticket => TurnReason.Barrier,
            UndoEnd.Bound => TurnReason.Bound,
            _ => TurnReason.NothingBefore,
        };
    }

    /// <summary>What the customer hears when it cannot; null where the engine does not speak their language.</summary>
    public static string? Explain(string reason, Phrases? phrases) => phrases is null ? null : reason switch
    {
        TurnReason.Barrier => phrases.Barrier,
        TurnReason.Bound => phrases.Bound,
        TurnReason.NoPerson => phrases.NoPerson,
        TurnReason.NothingBefore => phrases.NothingBefore,
        _ => null,
    };

    /// <summary>Carries the command out.</summary>
    public static void Run(TurnRun run, AskStep ask, SessionCommand command, CommandWords words)
    {
        run.Note(new TurnEvent(TurnEventKind.Commanded, ask.Id, CommandNames.Of(command)));
        if (Say(command, words) is { } text)
        {
            run.Notify(ask, text);
        }

        switch (command)
        {
            case SessionCommand.Back when run.Context.Confirming is { IsPending: true }:
                ConfirmRun.Unstate(run, ask);
                break;
            case SessionCommand.Back:
                run.GoBack(ask);
                break;
            case SessionCommand.Repeat:
                run.Pose(ask);
                break;
            case SessionCommand.Help:
                run.Pose(ask);
                break;
            case SessionCommand.Person:
                FallbackRun.NoteFallback(run, ask, FallbackReason.Person);
                run.Go(FlowRun.LeaveFor(run, ask.PersonTarget, Frames.PersonTarget));
                break;
            case SessionCommand.Restart:
                run.Restart(ask);
                break;
            default:
                run.Close(ask, SessionOutcome.Abandoned);
                break;
        }
    }

    /// <summary>What is said to a command first; null for nothing.</summary>
    private static string? Say(SessionCommand command, CommandWords words) => words.TextOf(command) ?? command switch
    {
        SessionCommand.Help when words.Phrases is { } phrases =>
            phrases.Help + string.Join(phrases.Separator, Enum.GetValues<SessionCommand>().Where(other => other != SessionCommand.Help && words.IsOn(other)).Select(words.NameOf)),
        SessionCommand.Cancel => words.Phrases?.Cancelled,
        _ => null,
    };
}
