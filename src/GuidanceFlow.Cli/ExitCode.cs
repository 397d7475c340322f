namespace GuidanceFlow.Cli;

/// <summary>What the process returns. When several apply, the greatest.</summary>
internal static class ExitCode
{
    /// <summary>All is well; there may be warnings.</summary>
    public const int Ok = 0;

    /// <summary>There are errors in flows, or tests failed.</summary>
    public const int Findings = 1;

    /// <summary>The command line asks for something that cannot be done.</summary>
    public const int Usage = 2;

    /// <summary>A flow cannot be loaded.</summary>
    public const int NotLoaded = 3;
}
