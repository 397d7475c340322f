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

    /// <summary>Findings that can only follow from a loss of steps.</summary>
    private static readonly FrozenSet<string> OfSteps = new[] { DiagnosticCatalog.UnknownTarget.Code, DiagnosticCatalog.JumpIntoLoop.Code }.ToFrozenSet(StringComparer.Ordinal);

    public static IEnumerable<Diagnostic> Of(FlowReadResult read)
    {
        if (read.Recovered is null)
        {
            return [];
        }

        // Translations are held against a flow that says all it should, so what is there, or missing, is not known yet.
        var context = new CompilationContext(read.Recovered, read.Map) { UnreadTranslations = true };
        CompilationPasses.Run(context);
        bool isLossless = read.Diagnostics.All(diagnostic => Lossless.Contains(diagnostic.Code));
        bool hasAllSteps = !read.Diagnostics.Any(diagnostic => !Lossless.Contains(diagnostic.Code) && LosesSteps(diagnostic.Location.Path));
        var seen = read.Diagnostics.Select(diagnostic => diagnostic.Location.Path).ToHashSet(StringComparer.Ordinal);
        return context.Findings().Where(finding => !seen.Contains(finding.Location.Path) && (isLossless || Local.Contains(finding.Code) || (hasAllSteps && OfSteps.Contains(finding.Code))));
    }

    /// <summary>Whether a place is one at which steps, or the id or type of one, are lost: the lists of stages and steps, a stage, a step.</summary>
    private static bool LosesSteps(string path)
    {
        string[] parts = path.Split('/');
        bool isInStages = parts.Length < 2 || parts[1] == "stages";
        string last = parts[^1];
        return isInStages && (parts.Length < 3 || last is "steps" or "id" or "type" || int.TryParse(last, out _));
    }
}
