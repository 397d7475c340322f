using GuidanceFlow.Compilation;
using GuidanceFlow.Definitions;

namespace GuidanceFlow.Tests.Compilation;

/// <summary>Compiles texts the way the tests of this folder need them.</summary>
internal static class Compiling
{
    /// <summary>What is said about a text, one line a finding.</summary>
    public static string[] Findings(string text) => Findings(FlowSource.FromText("flow.json", text));

    public static string[] Findings(params FlowSource[] sources)
    {
        CompilationResult result = FlowCompiler.Compile(sources);
        result.Success.ShouldBe(!result.Diagnostics.Any(finding => finding.Severity == GuidanceFlow.Diagnostics.DiagnosticSeverity.Error));
        return [.. result.Diagnostics.Select(finding => finding.ToString())];
    }

    /// <summary>A flow whose findings, if any, are warnings.</summary>
    public static Flow Flow(string text) => FlowCompiler.Compile([FlowSource.FromText("flow.json", text)]).GetOrThrow();
}
