using System.Collections.Frozen;
using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Compilation;

/// <summary>
/// What is wrong with a definition beside what the reader found, so that an author sees everything at once. Where the reader
/// lost something, only findings are kept that cannot be a consequence of the loss.
/// </summary>
internal static class RecoveredFindings
{
    /// <summary>Findings after which the definition still says everything its author wrote.</summary>
    private static readonly FrozenSet<string> Lossless = new[] { DiagnosticCatalog.UnknownMember.Code, DiagnosticCatalog.DuplicateMember.Code }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Findings that concern one place only.</summary>
    private static readonly FrozenSet<string> Local = new[]
    {
        DiagnosticCatalog.DuplicateName.Code, DiagnosticCatalog.NoDefaultRoute.Code, DiagnosticCatalog.DeadRoute.Code,
        DiagnosticCatalog.ReservedTarget.Code, DiagnosticCatalog.AmbiguousOptions.Code, DiagnosticCatalog.TemplateSyntax.Code, DiagnosticCatalog.NotAllowed.Code,
    }.ToFrozenSet(StringComparer.Ordinal);

    public static IEnumerable<Diagnostic> Of(FlowReadResult read)
    {
        if (read.Recovered is null)
        {
            return [];
        }

        var context = new CompilationContext(read.Recovered, read.Map);
        CompilationPasses.Run(context);
        bool isLossless = read.Diagnostics.All(diagnostic => Lossless.Contains(diagnostic.Code));
        var seen = read.Diagnostics.Select(diagnostic => diagnostic.Location).ToHashSet();
        return context.Findings().Where(finding => !seen.Contains(finding.Location) && (isLossless || Local.Contains(finding.Code)));
    }
}
