namespace GuidanceFlow.Sessions;

/// <summary>What a host does with an input that comes while a turn of the same session is under way in it.</summary>
public enum RapidInputs
{
    /// <summary>It waits; inputs are taken in the order in which they came. At most 100 wait for one session, a further one is refused as <c>busy</c>.</summary>
    Queue,

    /// <summary>It is refused as <c>busy</c> at once.</summary>
    Refuse,
}
