using System.Text.Json;
using GuidanceFlow.Commands;
using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;
using GuidanceFlow.Tickets;

namespace GuidanceFlow.Testing.Scenarios.Reading;

/// <summary>The words scenarios use; the same as the protocol's.</summary>
internal static class Words
{
    public static readonly (string Word, TurnResult Value)[] Results =
    [
        ("accepted", TurnResult.Accepted), ("no_match", TurnResult.NoMatch), ("invalid", TurnResult.Invalid),
        ("ambiguous", TurnResult.Ambiguous), ("refused", TurnResult.Refused),
    ];

    public static readonly (string Word, SessionStatus Value)[] Statuses =
        [("new", SessionStatus.New), ("waiting", SessionStatus.Waiting), ("busy", SessionStatus.Busy), ("with_person", SessionStatus.WithPerson), ("ended", SessionStatus.Ended)];

    public static readonly (string Word, SessionOutcome Value)[] Outcomes =
    [
        ("resolved", SessionOutcome.Resolved), ("unresolved", SessionOutcome.Unresolved),
        ("escalated", SessionOutcome.Escalated), ("abandoned", SessionOutcome.Abandoned),
    ];

    public static readonly (string Word, TicketKind Value)[] Kinds =
        [("issue", TicketKind.Issue), ("promise", TicketKind.Promise), ("feedback", TicketKind.Feedback), ("follow_up", TicketKind.FollowUp)];

    public static readonly (string Word, TicketPriority Value)[] Priorities =
        [("low", TicketPriority.Low), ("normal", TicketPriority.Normal), ("high", TicketPriority.High), ("urgent", TicketPriority.Urgent)];

    public static readonly (string Word, FallbackReason Value)[] FallbackReasons =
    [
        ("attempts", FallbackReason.Attempts), ("error", FallbackReason.Error),
        ("no_options", FallbackReason.NoOptions), ("item_failed", FallbackReason.ItemFailed), ("person", FallbackReason.Person), ("confirm", FallbackReason.Confirm), ("upset", FallbackReason.Upset),
        ("silence", FallbackReason.Silence), ("migration", FallbackReason.Migration),
    ];

    public static readonly (string Word, SessionCommand Value)[] Commands =
    [
        ("back", SessionCommand.Back), ("repeat", SessionCommand.Repeat), ("help", SessionCommand.Help),
        ("person", SessionCommand.Person), ("restart", SessionCommand.Restart), ("cancel", SessionCommand.Cancel),
    ];

    public static readonly (string Word, AttachmentKind Value)[] AttachmentKinds =
        [("image", AttachmentKind.Image), ("video", AttachmentKind.Video), ("audio", AttachmentKind.Audio), ("document", AttachmentKind.Document)];

    public static readonly string[] Timers = [SessionTimer.Remind, SessionTimer.GiveUp, SessionTimer.Wait, SessionTimer.Retry, SessionTimer.Handoff, SessionTimer.Expiry];

    /// <summary>As journals write them.</summary>
    public static readonly (string Word, TurnEventKind Value)[] Events =
        [.. Enum.GetValues<TurnEventKind>().Select(kind => (JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString()), kind))];

    /// <summary>The word for a value.</summary>
    public static string Of<T>((string Word, T Value)[] words, T value)
        where T : struct => Array.Find(words, pair => EqualityComparer<T>.Default.Equals(pair.Value, value)).Word;
}
