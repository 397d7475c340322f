using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Binding;
using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow.Compilation;

/// <summary>Compiles what assigns values to data and inputs, and checks that the values fit.</summary>
internal sealed class AssignmentLowering(CompilationContext context, TemplateBinder binder)
{
    /// <summary>Compiles an assignment and checks that its value fits.</summary>
    /// <param name="slot">The variable's slot.</param>
    /// <param name="assignment">Its name and the expression.</param>
    /// <param name="variable">The variable: a datum of this flow, or an input of another one.</param>
    /// <param name="scope">The names the expression sees.</param>
    /// <param name="path">Where it is written.</param>
    /// <param name="step">The step it runs at; −1 for none.</param>
    /// <param name="phase">When it runs there.</param>
    public CompiledAssignment Lower(int slot, AssignmentDefinition assignment, DataDefinition variable, INameScope scope, SourcePath path, int step, UsePhase phase)
    {
        string? neverNull = variable.Optional
            ? null
            : $"'{assignment.Name}' is never null, but this value may be. Add '?? …' with a value for that case, or declare the {(slot < context.InputCount ? "input" : "datum")} optional.";
        Expression value = binder.Expression(assignment.Value, scope, path, step, phase, DataTypes.KindOf(variable.Type), neverNull);
        return Check(slot, value, assignment.Name, variable.Type, path);
    }

    /// <summary>Checks that a compiled value fits.</summary>
    public CompiledAssignment Check(int slot, Expression value, string name, DataType type, SourcePath path)
    {
        CheckValue(value, type, name, path);
        return new CompiledAssignment(slot, value, name, type, IsProved(value, type));
    }

    /// <summary>Reports a value that its type lets through but that would fail whenever it is assigned, or whenever a part of it is null.</summary>
    private void CheckValue(Expression value, DataType type, string name, SourcePath path)
    {
        if (DataTypes.FindMisfit(type, value.Type, name) is { } misfit)
        {
            context.Report(DiagnosticCatalog.TypeMismatch, path, $"This value does not fit: {misfit}. Change the value or the datum's type.");
        }
        else if (TryEvaluate(value) is { IsNull: false } constant && !DataTypes.TryFit(constant, type, name, out _, out string problem))
        {
            context.Report(DiagnosticCatalog.TypeMismatch, path, "The value of " + problem);
        }
    }

    /// <summary>What an expression that reads nothing always gives; null when that fails, or only a session knows.</summary>
    private static Value TryEvaluate(Expression value)
    {
        try
        {
            return value.Reads.IsEmpty ? value.Evaluate(NoValues.Instance) : Value.Null;
        }
        catch (TemplateRuntimeException)
        {
            return Value.Null;
        }
    }

    /// <summary>Whether the type alone guarantees that the value fits; the values of a choice are not part of its type.</summary>
    private static bool IsProved(Expression value, DataType type) =>
        !value.Type.IsNullable && type.Kind is DataKind.Text or DataKind.Integer or DataKind.Boolean or DataKind.Date or DataKind.Duration && value.Type.Kind != StaticTypeKind.Any;
}
