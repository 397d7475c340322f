namespace GuidanceFlow.Sessions;

/// <summary>Who says something in a session.</summary>
public enum Speaker
{
    /// <summary>The customer.</summary>
    Customer,

    /// <summary>The flow.</summary>
    Flow,

    /// <summary>A person who has the session.</summary>
    Person,
}
