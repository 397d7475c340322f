namespace GuidanceFlow.Commands;

/// <summary>What a customer may ask of any question instead of answering it.</summary>
public enum SessionCommand
{
    /// <summary>Take the latest answer back and ask its question again.</summary>
    Back,

    /// <summary>Ask the present question again.</summary>
    Repeat,

    /// <summary>Say what can be answered.</summary>
    Help,

    /// <summary>Go where a person helps: by default where the question's fallback leads.</summary>
    Person,

    /// <summary>Begin again, with nothing answered.</summary>
    Restart,

    /// <summary>Give up: the session ends.</summary>
    Cancel,
}
