namespace GuidanceFlow.Compilation;

/// <summary>Where a route leads: a step's number (0 or more) or one of these.</summary>
internal static class Target
{
    /// <summary>Nowhere; a compiled flow never goes there.</summary>
    public const int None = -1;

    /// <summary>The end of the item: collect, then the loop's next item or the way on behind it.</summary>
    public const int NextItem = -2;

    /// <summary>Out of the innermost loop, on behind it.</summary>
    public const int Break = -3;

    /// <summary>The innermost loop's item failed.</summary>
    public const int Fail = -4;

    /// <summary>The end of an interrupt's steps: back to the question, which is asked again.</summary>
    public const int Return = -5;
}
