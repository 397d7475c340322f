namespace GuidanceFlow.Sessions;

/// <summary>By what kind of way a session came to a step.</summary>
public enum StepReasonKind
{
    /// <summary>It is the first step.</summary>
    Start,

    /// <summary>A route, an option or a row of a table leads to it, or it simply follows.</summary>
    Route,

    /// <summary>It follows a step that was skipped.</summary>
    Skip,

    /// <summary>A loop went on to an item.</summary>
    Item,

    /// <summary>A fallback leads to it.</summary>
    Fallback,

    /// <summary>The customer went back to it.</summary>
    Back,

    /// <summary>The session began again.</summary>
    Restart,

    /// <summary>It is the first step of a flow that was run.</summary>
    Run,

    /// <summary>It is the first step of what deals with an interrupt.</summary>
    Interrupt,

    /// <summary>A newer version of the flow took the session over, and asks it again.</summary>
    Migration,
}
