namespace GuidanceFlow.Compilation;

/// <summary>
/// The numbers templates read values by. The upper byte says what is read, the rest which one. Inputs and data come first
/// and have their place in the session's data array as number.
/// </summary>
internal static class Slot
{
    public const int KindShift = 24;
    public const int IndexMask = (1 << KindShift) - 1;

    public const int Data = 0;
    public const int Answer = 1;
    public const int Label = 2;
    public const int Session = 3;
    public const int Stage = 4;
    public const int Step = 5;
    public const int LoopItem = 6;
    public const int LoopIndex = 7;
    public const int LoopCount = 8;
    public const int LoopFirst = 9;
    public const int LoopLast = 10;
    public const int LoopFailed = 11;
    public const int Ticket = 12;
    public const int Fallback = 13;
    public const int Knowledge = 14;
    public const int RowItem = 15;
    public const int OptionItem = 16;
    public const int Error = 17;

    public static int Of(int kind, int index) => (kind << KindShift) | index;

    public static bool IsData(int slot) => slot >> KindShift == Data && slot >= 0;
}

/// <summary>Members of <c>session</c>.</summary>
internal enum SessionMember
{
    Id,
    Locale,
    Path,
    Started,
    Turn,
    Channel,
    Customer,
    PathTitles,
    Upset,
}

/// <summary>Members of <c>stage</c>.</summary>
internal enum StageMember
{
    Id,
    Title,
    Index,
    Count,
}

/// <summary>Members of <c>step</c>.</summary>
internal enum StepMember
{
    Id,
    Title,
    Attempt,
}

/// <summary>Members of <c>ticket</c>.</summary>
internal enum TicketMember
{
    Reference,
    RespondWithin,
    Due,
}

/// <summary>Members of <c>fallback</c>.</summary>
internal enum FallbackMember
{
    Reason,
    Stage,
    Step,
    Attempts,
    Unrecognised,
    StageTitle,
    StepTitle,
}

/// <summary>Members of <c>error</c>.</summary>
internal enum ErrorMember
{
    Code,
    Message,
    Action,
    Step,
}
