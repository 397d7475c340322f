namespace GuidanceFlow.Actions;

/// <summary>The errors that any action may end with, beside those its flow declares.</summary>
public static class ActionErrors
{
    /// <summary>It took longer than it may.</summary>
    public const string Timeout = "timeout";

    /// <summary>It threw, or ended with an error that the flow does not declare.</summary>
    public const string Failed = "failed";

    /// <summary>It was begun and its host vanished; it is not repeatable, so that nobody knows what became of it.</summary>
    public const string Interrupted = "interrupted";

    /// <summary>What it gave back does not fit the types the flow declares.</summary>
    public const string InvalidResult = "invalid_result";

    /// <summary>All of them.</summary>
    internal static IReadOnlyList<string> All { get; } = [Timeout, Failed, Interrupted, InvalidResult];
}
