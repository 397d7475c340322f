using System.Globalization;
using System.Text.Json;
using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Testing.Scenarios.Reading;

/// <summary>Explains why a scenario's file is not JSON.</summary>
/// <remarks>
/// Scenarios follow the same rules of JSON as flows, and the core explains those to authors better than the JSON reader
/// does; so it is asked, as if the file were a flow.
/// </remarks>
internal static class SyntaxProblems
{
    public static Diagnostic Explain(string file, ReadOnlyMemory<byte> utf8, JsonException exception, FileKind kind)
    {
        foreach (Diagnostic diagnostic in FlowReader.Read(FlowSource.FromUtf8(file, utf8)).Diagnostics)
        {
            if (diagnostic.Descriptor == DiagnosticCatalog.Syntax)
            {
                return diagnostic with { Descriptor = ScenarioDiagnostics.Syntax, Message = Of(kind, diagnostic.Message) };
            }

            if (diagnostic.Descriptor == DiagnosticCatalog.Unreadable)
            {
                return diagnostic with { Descriptor = ScenarioDiagnostics.Unreadable };
            }
        }

        int line = (int)(exception.LineNumber ?? 0) + 1;
        return new Diagnostic(
            ScenarioDiagnostics.Syntax,
            new SourceLocation(file, line, 1, string.Empty),
            string.Create(CultureInfo.InvariantCulture, $"The text is not JSON in line {line}."));
    }

    private static string Of(FileKind kind, string message) => message switch
    {
        "The file holds no flow. A flow starts with '{'." => kind.HoldsNothing,
        "Something stands behind the end of the flow. Remove it." => kind.GoesOn,
        _ => message,
    };
}
