namespace GuidanceFlow.Definitions;

/// <summary>What becomes of a timer that fires more than a minute late, as after an outage.</summary>
public enum LatePolicy
{
    /// <summary>It fires once, as soon as somebody is there; what follows it is put off by as much.</summary>
    Fire,

    /// <summary>It is skipped, and the time counts anew.</summary>
    Skip,
}
