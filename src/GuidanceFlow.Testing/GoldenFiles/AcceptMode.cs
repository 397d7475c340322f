namespace GuidanceFlow.Testing.GoldenFiles;

/// <summary>Whether what comes is taken for right.</summary>
internal static class AcceptMode
{
    public const string Variable = "GUIDANCEFLOW_ACCEPT";

    /// <summary>A build server never accepts: nobody would look at what it took for right.</summary>
    public static bool IsOn(Func<string, string?> environment) =>
        environment(Variable) is "1" or "true" && !string.Equals(environment("CI"), "true", StringComparison.OrdinalIgnoreCase);
}
