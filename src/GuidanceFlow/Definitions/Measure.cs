namespace GuidanceFlow.Definitions;

/// <summary>What the answer to a question measures, for those who read journals.</summary>
public enum Measure
{
    /// <summary>How satisfied the customer is.</summary>
    Csat,

    /// <summary>How likely they are to recommend it.</summary>
    Nps,

    /// <summary>How much effort it took them.</summary>
    Ces,

    /// <summary>Whether they can do it themselves now.</summary>
    Mastery,
}
