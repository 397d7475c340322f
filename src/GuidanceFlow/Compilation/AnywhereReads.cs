using System.Collections.Immutable;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Templates.Binding;

namespace GuidanceFlow.Compilation;

/// <summary>Checks what may be computed at any question: the data it reads must be there from the start, or may be null.</summary>
internal static class AnywhereReads
{
    public static void Check(CompilationContext context, ImmutableArray<NameUse> reads, SourcePath path, string when)
    {
        foreach (NameUse read in reads)
        {
            if (!read.ToleratesNull && Slot.IsData(read.Slot) && read.Slot >= context.InputCount && context.Variables[read.Slot] is { Optional: false, Default.IsNull: true } variable)
            {
                context.ReportInText(DiagnosticCatalog.ReadBeforeAssigned, path, read.Span.Start, $"'{variable.Name}' may not be collected yet {when}. Write '{read.Path} ?? …' with a value for that case, or give the datum a 'default'.");
            }
        }
    }
}
