namespace GuidanceFlow.Engine;

/// <summary>The kinds of <see cref="TurnEvent"/>.</summary>
public enum TurnEventKind
{
    /// <summary>The session was started.</summary>
    Started,

    /// <summary>The answer was understood.</summary>
    Answered,

    /// <summary>The answer was not understood; the detail is the result's reason, if it has one.</summary>
    Unmatched,

    /// <summary>The fallback fired; the detail is the reason.</summary>
    FellBack,

    /// <summary>A step was left.</summary>
    Exited,

    /// <summary>A way on was taken; the detail is its target and, in brackets, its guard.</summary>
    Routed,

    /// <summary>A step was entered.</summary>
    Entered,

    /// <summary>A step was entered and skipped, because its <c>when</c> is false.</summary>
    Skipped,

    /// <summary>A table was looked up; the detail is the number of the row that decided, from 1, or <c>default</c>.</summary>
    Decided,

    /// <summary>A question was not asked, because its answer is known.</summary>
    KnownAnswer,

    /// <summary>An answer was understood, and restated to be confirmed.</summary>
    Restated,

    /// <summary>The customer said that what was restated is wrong.</summary>
    Denied,

    /// <summary>A message was said; the detail is the id of the variant, <c>base</c> for the step's own text where there are variants, and null where there are none.</summary>
    Said,

    /// <summary>A loop went on to an item; the detail is the item's number, from 1.</summary>
    ItemStarted,

    /// <summary>A loop's item failed; the detail is its number, from 1.</summary>
    ItemFailed,

    /// <summary>A ticket was filed; the detail is its reference.</summary>
    TicketFiled,

    /// <summary>The latest answer was taken back; the step is the question at hand, the detail the one that is asked again.</summary>
    WentBack,

    /// <summary>An earlier answer was changed; the step is its question. The events of that answer and of those that were kept follow.</summary>
    Corrected,

    /// <summary>The customer is upset; the detail is what showed it: <c>words</c>, <c>shouting</c> or <c>unmatched</c>.</summary>
    Upset,

    /// <summary>The customer digressed; the step is the question that waits meanwhile, the detail the interrupt's id.</summary>
    Interrupted,

    /// <summary>Another flow was entered; the step is the one that runs it, or the question that was interrupted, the detail the flow's id.</summary>
    RunStarted,

    /// <summary>Another flow ended and the one that ran it goes on; the step is the one that ran it, or the question that was interrupted, the detail the flow's id.</summary>
    RunEnded,

    /// <summary>The session began again.</summary>
    Restarted,

    /// <summary>The customer asked for something instead of answering; the detail is the command.</summary>
    Commanded,

    /// <summary>The language changed; the detail is the new one.</summary>
    LocaleChanged,

    /// <summary>The session came to its flow's version from an older one; the step is the question it waited at there, the detail the older version.</summary>
    Migrated,

    /// <summary>The session ended; the detail is the outcome.</summary>
    Ended,

    /// <summary>The customer was reminded; the detail is the reminder's number, from 1.</summary>
    Reminded,

    /// <summary>A timer came so late that it was skipped; the detail is its id.</summary>
    TimerSkipped,

    /// <summary>What a step waited for is over; the detail is <c>timeout</c> where a signal did not come.</summary>
    Elapsed,

    /// <summary>A signal came; the detail is its name.</summary>
    Signalled,

    /// <summary>The session was over because nobody went on with it.</summary>
    Expired,

    /// <summary>The host was asked to do something; the detail is the action's name, with the attempt behind the first.</summary>
    ActionStarted,

    /// <summary>An action has ended; the detail is its name, with the error if it failed.</summary>
    ActionEnded,

    /// <summary>The session was given to a person; the detail is the queue.</summary>
    HandedOff,

    /// <summary>What the customer said went to the person.</summary>
    Relayed,

    /// <summary>The person wrote to the customer; the detail is who.</summary>
    PersonSaid,

    /// <summary>The person gave the session back; the detail is who.</summary>
    Returned,

    /// <summary>The session no longer needs the person; the detail is why.</summary>
    Withdrawn,

    /// <summary>Something was measured; the detail is what, and the value.</summary>
    Measured,

    /// <summary>Another session was planned that asks whether it holds; the detail is its flow.</summary>
    FollowUpPlanned,
}
