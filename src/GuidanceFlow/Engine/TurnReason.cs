namespace GuidanceFlow.Engine;

/// <summary>Why an input was refused or found invalid, as stable words.</summary>
public static class TurnReason
{
    /// <summary>Refused: nothing was answered before, so there is nothing to go back to.</summary>
    public const string NothingBefore = "nothing_before";

    /// <summary>Refused: a ticket was filed since, so the answers before it cannot be taken back.</summary>
    public const string Barrier = "barrier";

    /// <summary>Refused: the answers before are no longer kept.</summary>
    public const string Bound = "bound";

    /// <summary>Refused: the question was not answered, so its answer cannot be changed.</summary>
    public const string NotAnswered = "not_answered";

    /// <summary>Refused: what an answer was to be changed to is no answer to its question.</summary>
    public const string NoMatch = "no_match";

    /// <summary>Refused: what an answer was to be changed to may mean several things.</summary>
    public const string Ambiguous = "ambiguous";

    /// <summary>Refused: the flow has this command switched off.</summary>
    public const string CommandOff = "command_off";

    /// <summary>Refused: the flow leads to nobody who could take over.</summary>
    public const string NoPerson = "no_person";

    /// <summary>Refused: the session has ended.</summary>
    public const string Ended = "ended";

    /// <summary>Refused: the session was never started.</summary>
    public const string NotStarted = "not_started";

    /// <summary>Refused: the session is at another turn than the sender expected.</summary>
    public const string Stale = "stale";

    /// <summary>Refused: the session belongs to a flow of another id, version or structure.</summary>
    public const string FlowMismatch = "flow_mismatch";

    /// <summary>Refused: what the host gave at the start does not fit the flow.</summary>
    public const string InvalidStart = "invalid_start";

    /// <summary>Refused: the turn failed and so did its fallback.</summary>
    public const string Error = "error";

    /// <summary>Invalid: nothing but white space.</summary>
    public const string Empty = "empty";

    /// <summary>Invalid: longer than the question takes.</summary>
    public const string TooLong = "too_long";

    /// <summary>Invalid: below the least number.</summary>
    public const string TooSmall = "too_small";

    /// <summary>Invalid: above the greatest number.</summary>
    public const string TooLarge = "too_large";

    /// <summary>Invalid: fewer options or attachments than the question takes.</summary>
    public const string TooFew = "too_few";

    /// <summary>Invalid: more options or attachments than the question takes.</summary>
    public const string TooMany = "too_many";

    /// <summary>Invalid: an attachment of a kind the question does not take.</summary>
    public const string WrongKind = "wrong_kind";

    /// <summary>Invalid: an attachment of more bytes than the question takes.</summary>
    public const string TooBig = "too_big";

    /// <summary>Invalid: not a whole number.</summary>
    public const string NotWhole = "not_whole";

    /// <summary>Invalid: no complete e-mail address.</summary>
    public const string NotAnAddress = "not_an_address";

    /// <summary>Invalid: too few or too many digits for a telephone number.</summary>
    public const string NotAPhoneNumber = "not_a_phone_number";

    /// <summary>Invalid: a day that does not exist, such as February 30.</summary>
    public const string NotADate = "not_a_date";

    /// <summary>Invalid: does not fit the question's pattern.</summary>
    public const string Pattern = "pattern";

    /// <summary>Invalid: fails the question's check.</summary>
    public const string Check = "check";

    /// <summary>Refused by a host: there is no such session.</summary>
    public const string NotFound = "not_found";

    /// <summary>Refused by a host: too many inputs came at once.</summary>
    public const string Busy = "busy";

    /// <summary>Refused by a host: a session with this id exists already.</summary>
    public const string Exists = "exists";

    /// <summary>Refused: the session no longer has this timer.</summary>
    public const string Late = "late";

    /// <summary>Refused: the timer is not due yet.</summary>
    public const string Early = "early";

    /// <summary>Refused: the session does not wait for this signal.</summary>
    public const string UnexpectedSignal = "unexpected_signal";

    /// <summary>Refused: the signal's value is not of the type the flow declares.</summary>
    public const string InvalidSignal = "invalid_signal";

    /// <summary>Refused: a person has the session, and what is said goes to them; this cannot.</summary>
    public const string WithPerson = "with_person";

    /// <summary>Refused: no person has the session.</summary>
    public const string NotWithPerson = "not_with_person";

    /// <summary>Refused: what the person does does not fit the flow.</summary>
    public const string InvalidPerson = "invalid_person";
}
