namespace GuidanceFlow.Sessions;

/// <summary>A member of a snapshot.</summary>
internal enum SnapshotMember
{
    None,
    Version,
    Id,
    Flow,
    FlowVersion,
    Structure,
    Turn,
    Status,
    Outcome,
    Locale,
    Channel,
    Customer,
    Started,
    Step,
    Visit,
    Unrecognised,
    Data,
    Answers,
    Loops,
    Known,
    Fallback,
    Ticket,
    Timers,
    Undo,
    UndoFloor,
    UndoEnd,
    Offered,
    Chosen,
}
