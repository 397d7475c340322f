using GuidanceFlow.Definitions;

namespace GuidanceFlow.Tests.Definitions;

/// <summary>Reads texts the way the tests of this folder need them.</summary>
internal static class Reading
{
    /// <summary>What is said about a text, one line a finding.</summary>
    public static string[] Errors(string text) => Errors(FlowSource.FromText("flow.json", text));

    public static string[] Errors(FlowSource source) => [.. FlowReader.Read(source).Diagnostics.Select(diagnostic => diagnostic.ToString())];
}
