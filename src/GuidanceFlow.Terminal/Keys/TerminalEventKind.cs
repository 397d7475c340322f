namespace GuidanceFlow.Terminal.Keys;

/// <summary>What can happen while a terminal is waited for.</summary>
internal enum TerminalEventKind
{
    /// <summary>A key was pressed.</summary>
    Key,

    /// <summary>A line was entered, on a terminal that has no keys to offer.</summary>
    Line,

    /// <summary>The window has another size.</summary>
    Resized,

    /// <summary>The customer or the system wants the program to end, or there is no more input.</summary>
    Leave,
}
