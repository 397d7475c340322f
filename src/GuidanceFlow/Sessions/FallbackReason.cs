namespace GuidanceFlow.Sessions;

/// <summary>Why a fallback fired.</summary>
public enum FallbackReason
{
    /// <summary>Too many answers were not understood.</summary>
    Attempts,

    /// <summary>A step failed while it ran.</summary>
    Error,

    /// <summary>A question had no option to offer.</summary>
    NoOptions,

    /// <summary>The item of a loop failed (<c>@fail</c>).</summary>
    ItemFailed,

    /// <summary>The customer asked for a person.</summary>
    Person,

    /// <summary>What was understood was wrong again and again.</summary>
    Confirm,

    /// <summary>The customer is upset.</summary>
    Upset,

    /// <summary>The customer said nothing.</summary>
    Silence,

    /// <summary>A newer version of the flow has nothing in the place where the session waited.</summary>
    Migration,
}
