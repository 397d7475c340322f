namespace GuidanceFlow.Engine;

/// <summary>What became of an input.</summary>
public enum TurnResult
{
    /// <summary>It was understood and the session went on.</summary>
    Accepted,

    /// <summary>No option or value was recognised; an attempt was used up.</summary>
    NoMatch,

    /// <summary>A value was recognised but does not fit; an attempt was used up.</summary>
    Invalid,

    /// <summary>Several options fit, or it is not certain that the one that was recognised is meant; an attempt was used up.</summary>
    Ambiguous,

    /// <summary>Nothing happened: the session is as it was.</summary>
    Refused,
}
