using GuidanceFlow.Templates;

namespace GuidanceFlow.Sessions;

/// <summary>The fields of a session, by number. Arrays are never changed once they stand here.</summary>
internal sealed record SessionState
{
    private readonly SessionRest _rest = SessionRest.None;
    private readonly long _startedAt;
    private readonly UndoEntry? _undo;
    private readonly int _plainAnswers;
    private readonly int _undoFloor;

    public required string Id { get; init; }

    public int Turn { get; init; }

    public SessionStatus Status { get; init; }

    public required string Locale { get; init; }

    /// <summary>In UTC.</summary>
    public DateTimeOffset StartedAt
    {
        get => new(_startedAt, TimeSpan.Zero);
        init => _startedAt = value.UtcTicks;
    }

    /// <summary>The step it waits at or ended in; −1 before the start.</summary>
    public int Step { get; init; } = -1;

    public int Visit { get; init; }

    /// <summary>Inputs and data by slot.</summary>
    public Value[] Data { get; init; } = [];

    /// <summary>The latest answers, oldest first.</summary>
    public AnswerList Answers { get; init; }

    public SessionOutcome? Outcome
    {
        get => _rest.Outcome;
        init => _rest = _rest.Outcome == value ? _rest : _rest with { Outcome = value };
    }

    public string? Channel
    {
        get => _rest.Channel;
        init => _rest = ReferenceEquals(_rest.Channel, value) ? _rest : _rest with { Channel = value };
    }

    public string? CustomerKey
    {
        get => _rest.CustomerKey;
        init => _rest = ReferenceEquals(_rest.CustomerKey, value) ? _rest : _rest with { CustomerKey = value };
    }

    /// <summary>The answers to the present question that were not understood, shortened.</summary>
    public string[] Unrecognised
    {
        get => _rest.Unrecognised;
        init => _rest = AreSame(_rest.Unrecognised, value) ? _rest : _rest with { Unrecognised = value };
    }

    /// <summary>The loops the session is in, the innermost first.</summary>
    public EachFrame? Loop
    {
        get => _rest.Loop;
        init => _rest = ReferenceEquals(_rest.Loop, value) ? _rest : _rest with { Loop = value };
    }

    /// <summary>Answers known from the start and not used yet.</summary>
    public StepAnswer[] Known
    {
        get => _rest.Known;
        init => _rest = AreSame(_rest.Known, value) ? _rest : _rest with { Known = value };
    }

    /// <summary>The items that the question at hand offers, where its options are made from a list.</summary>
    public Value[] Offered
    {
        get => _rest.Offered;
        init => _rest = AreSame(_rest.Offered, value) ? _rest : _rest with { Offered = value };
    }

    /// <summary>The items that answers chose from lists, by step.</summary>
    public StepAnswer[] Chosen
    {
        get => _rest.Chosen;
        init => _rest = AreSame(_rest.Chosen, value) ? _rest : _rest with { Chosen = value };
    }

    /// <summary>The fallback that fired and that no ticket carries yet.</summary>
    public FallbackInfo? Fallback
    {
        get => _rest.Fallback;
        init => _rest = ReferenceEquals(_rest.Fallback, value) ? _rest : _rest with { Fallback = value };
    }

    /// <summary>The latest ticket.</summary>
    public TicketMark? Ticket
    {
        get => _rest.Ticket;
        init => _rest = ReferenceEquals(_rest.Ticket, value) ? _rest : _rest with { Ticket = value };
    }

    /// <summary>Timers that run while the session waits.</summary>
    public SessionTimer[] Timers
    {
        get => _rest.Timers;
        init => _rest = AreSame(_rest.Timers, value) ? _rest : _rest with { Timers = value };
    }

    /// <summary>How far the confirming of an answer to the present question is; null while none was restated.</summary>
    public Confirmation? Confirming
    {
        get => _rest.Confirming;
        init => _rest = Equals(_rest.Confirming, value) ? _rest : _rest with { Confirming = value };
    }

    /// <summary>The flow that waits for the one the session is in; null where that is the session's own.</summary>
    public CallFrame? Caller
    {
        get => _rest.Caller;
        init => _rest = ReferenceEquals(_rest.Caller, value) ? _rest : _rest with { Caller = value };
    }

    /// <summary>How many messages showed that the customer is upset.</summary>
    public int Upset
    {
        get => _rest.Upset;
        init => _rest = _rest.Upset == value ? _rest : _rest with { Upset = value };
    }

    /// <summary>Secrets of flows that were left which are in what those gave back.</summary>
    public string[] Secrets
    {
        get => _rest.Secrets;
        init => _rest = AreSame(_rest.Secrets, value) ? _rest : _rest with { Secrets = value };
    }

    /// <summary>The action that a busy session waits for; null for none.</summary>
    public CallState? Calling
    {
        get => _rest.Calling;
        init => _rest = ReferenceEquals(_rest.Calling, value) ? _rest : _rest with { Calling = value };
    }

    /// <summary>The error that the latest action which failed ended with; null for none.</summary>
    public ActionFailure? Failure
    {
        get => _rest.Failure;
        init => _rest = ReferenceEquals(_rest.Failure, value) ? _rest : _rest with { Failure = value };
    }

    /// <summary>How to take back the latest answers.</summary>
    public UndoLog Undo
    {
        get => new(_plainAnswers, _undo, _undoFloor, _rest.UndoEnd);
        init
        {
            (_plainAnswers, _undo, _undoFloor) = (value.Plain, value.Latest, value.Floor);
            _rest = _rest.UndoEnd == value.End ? _rest : _rest with { UndoEnd = value.End };
        }
    }

    private static bool AreSame<T>(T[] left, T[] right) => ReferenceEquals(left, right) || (left.Length == 0 && right.Length == 0);
}

/// <summary>What most sessions have nothing of at most times; those share one empty rest.</summary>
internal sealed record SessionRest
{
    public static SessionRest None { get; } = new();

    public SessionOutcome? Outcome { get; init; }

    public string? Channel { get; init; }

    public string? CustomerKey { get; init; }

    public string[] Unrecognised { get; init; } = [];

    public EachFrame? Loop { get; init; }

    public StepAnswer[] Known { get; init; } = [];

    public Value[] Offered { get; init; } = [];

    public StepAnswer[] Chosen { get; init; } = [];

    public FallbackInfo? Fallback { get; init; }

    public TicketMark? Ticket { get; init; }

    public SessionTimer[] Timers { get; init; } = [];

    public UndoEnd UndoEnd { get; init; }

    public Confirmation? Confirming { get; init; }

    public CallFrame? Caller { get; init; }

    public int Upset { get; init; }

    public string[] Secrets { get; init; } = [];

    public CallState? Calling { get; init; }

    public ActionFailure? Failure { get; init; }
}

/// <summary>The answer to a step.</summary>
internal readonly record struct StepAnswer(int Step, Value Value);

/// <summary>A loop the session is in. The items are frozen and in order.</summary>
internal sealed record EachFrame(int Step, Value[] Items, int Index, bool Failed, EachFrame? Outer);

/// <summary>What templates may say of the latest ticket.</summary>
internal sealed record TicketMark(string Reference, TimeSpan? RespondWithin, DateTimeOffset? Due);
