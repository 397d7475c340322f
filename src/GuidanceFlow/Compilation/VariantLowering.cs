using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Prompts;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Binding;

namespace GuidanceFlow.Compilation;

/// <summary>Compiles the wordings of a text; reports ids given twice and wordings that nobody is told.</summary>
/// <param name="context">What is compiled.</param>
/// <param name="binder">Compiles templates.</param>
/// <param name="reports">Whether it is the flow's own language: what is no matter of wording is reported once.</param>
internal sealed class VariantLowering(CompilationContext context, TemplateBinder binder, bool reports)
{
    private readonly RouteGuards _guards = new();

    public CompiledVariant[] Lower(EquatableArray<VariantDefinition> variants, INameScope scope, StepPlace place)
    {
        SourcePath path = place.Path.Member("variants").Kept();
        var lowered = new CompiledVariant[variants.Count];
        string? always = AlwaysTrue(variants, scope, path, place, lowered);
        int below = 0;
        for (int i = 0; i < lowered.Length; i++)
        {
            if (variants[i].Weight is { } weight)
            {
                below += weight;
                lowered[i] = lowered[i] with { Below = below };
                if (always is not null && variants[i].When is null)
                {
                    Report(path.Item(i), $"The variant {Spelling.Quote(variants[i].Id)} is never used: the condition of {Spelling.Quote(always)} always holds, and weights count only where no condition does. Change that condition or take one of them out.");
                }
            }
        }

        return lowered;
    }

    /// <summary>Compiles all, and gives the id of the first whose condition holds whatever happens.</summary>
    private string? AlwaysTrue(EquatableArray<VariantDefinition> variants, INameScope scope, SourcePath path, StepPlace place, CompiledVariant[] lowered)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        string? always = null;
        _guards.Clear(scope);
        for (int i = 0; i < lowered.Length; i++)
        {
            VariantDefinition variant = variants[i];
            SourcePath at = path.Item(i).Kept();
            CheckId(variant.Id, ids, at.Member("id"));
            Expression? when = binder.Guard(variant.When, scope, at.Member("when"), place.Index, UsePhase.Entry);
            if (when is not null)
            {
                CheckDead(variant, when, always, at);
                always ??= IsConstant(when, Value.True) ? variant.Id : null;
            }

            lowered[i] = new CompiledVariant(variant.Id, when, 0, binder.Template(variant.Text, scope, at.Member("text"), place.Index, UsePhase.Entry));
        }

        return always;
    }

    private void CheckId(string id, HashSet<string> ids, SourcePath path)
    {
        if (!reports || id.Length == 0)
        {
            return;
        }

        if (!Names.IsId(id))
        {
            context.Report(DiagnosticCatalog.InvalidName, path, $"The variant id {Spelling.Quote(id)} is not in kebab-case. Use at most {Names.MaxLength} lower-case letters a to z, digits and single hyphens.");
        }

        if (!ids.Add(id))
        {
            context.Report(DiagnosticCatalog.DuplicateName, path, $"The variant {Spelling.Quote(id)} is there twice. Give one of them another id.");
        }
    }

    private void CheckDead(VariantDefinition variant, Expression when, string? always, SourcePath at)
    {
        if (always is not null)
        {
            Report(at, $"The variant {Spelling.Quote(variant.Id)} is never used: the condition of {Spelling.Quote(always)} before it always holds. Move it up or take it out.");
        }
        else if (IsConstant(when, Value.False))
        {
            Report(at, $"The variant {Spelling.Quote(variant.Id)} is never used: its condition never holds. Change the condition or take the variant out.");
        }
        else if (_guards.Add(variant.When!, binder.LastSyntax) is { } covering)
        {
            Report(at, $"The variant {Spelling.Quote(variant.Id)} is never used: whenever its condition holds, so does {Spelling.Quote(covering)} before it. Move it up, or change one of the conditions.");
        }
    }

    private void Report(SourcePath at, string message)
    {
        if (reports)
        {
            context.Report(DiagnosticCatalog.DeadVariant, at, message);
        }
    }

    private static bool IsConstant(Expression guard, Value value) => guard.IsConstant && guard.Evaluate(NoValues.Instance) == value;
}
