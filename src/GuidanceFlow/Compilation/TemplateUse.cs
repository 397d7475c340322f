using System.Collections.Immutable;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Templates.Binding;

namespace GuidanceFlow.Compilation;

/// <summary>A template or expression that runs at a step.</summary>
/// <param name="Step">The step.</param>
/// <param name="Phase">When it runs there.</param>
/// <param name="Path">Where it is written; a ticket's template stands elsewhere than the step.</param>
/// <param name="Reads">The names it reads.</param>
/// <param name="NeverNull">Set when its value must not be null, and by its type is not.</param>
internal readonly record struct TemplateUse(int Step, UsePhase Phase, SourcePath Path, ImmutableArray<NameUse> Reads, NeverNull? NeverNull = null);

/// <summary>
/// An expression whose value must not be null. By their types data are never null; where one is not collected yet, the
/// expression is typed again, with that datum null.
/// </summary>
/// <param name="Text">The expression.</param>
/// <param name="Scope">The names it sees.</param>
/// <param name="Message">What to report when it may be null.</param>
internal readonly record struct NeverNull(string Text, INameScope Scope, string Message);

/// <summary>When, within a step, a template runs: what is assigned by then.</summary>
/// <param name="Kind">The moment.</param>
/// <param name="Number">The number of the assignment, for <see cref="UsePhaseKind.Assignment"/>.</param>
internal readonly record struct UsePhase(UsePhaseKind Kind, int Number = 0)
{
    public static UsePhase Entry => new(UsePhaseKind.Entry);

    public static UsePhase Exit => new(UsePhaseKind.Exit);

    public static UsePhase ItemEnd => new(UsePhaseKind.ItemEnd);

    public static UsePhase Assignment(int number) => new(UsePhaseKind.Assignment, number);
}

/// <summary>The moments of a step.</summary>
internal enum UsePhaseKind
{
    /// <summary>On entering, before anything is assigned.</summary>
    Entry,

    /// <summary>Between the assignments of a <c>set</c>.</summary>
    Assignment,

    /// <summary>At the end of a loop's item.</summary>
    ItemEnd,

    /// <summary>On leaving, with what the step assigned.</summary>
    Exit,
}
