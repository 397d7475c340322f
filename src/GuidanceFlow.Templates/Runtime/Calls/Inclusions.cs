using System.Collections.Immutable;
using GuidanceFlow.Templates.Parsing;
using GuidanceFlow.Templates.Runtime.Scopes;

namespace GuidanceFlow.Templates.Runtime.Calls;

/// <summary>Runs partials, and texts that a template evaluates, in the middle of a rendering.</summary>
internal static class Inclusions
{
    public static string Render(RenderState state, string name, ValueList arguments, TextSpan place)
    {
        Template? partial = state.Options.Partials.Find(name, state.Options, out ImmutableArray<TemplateDiagnostic> mistakes);
        if (partial is null)
        {
            throw state.Fail(place, mistakes.IsDefaultOrEmpty ? $"There is no partial \"{name}\"." : $"The partial \"{name}\" has a mistake at {mistakes[0].Line}:{mistakes[0].Column}: {mistakes[0].Message}");
        }

        state.Scopes.EnterLocals();
        state.Scopes.SetLocal(VariableScopes.Arguments, Value.From(arguments));
        foreach ((string argument, Value value) in arguments.Members ?? ValueObject.Empty)
        {
            state.Scopes.SetLocal("$" + argument, value);
        }

        string text = Render(state, partial, name, name, place);
        state.Scopes.LeaveLocals();
        return text;
    }

    /// <summary>What <c>object.eval_template</c> does.</summary>
    public static string EvaluateTemplate(RenderState state, string text, TextSpan place)
    {
        state.CountOperations(text.Length, place);
        Template? template = Template.Parse(text, state.Options, Binding.TextRole.Evaluated, partial: null, out ImmutableArray<TemplateDiagnostic> mistakes);
        return template is null ? throw Fail(state, mistakes[0], place) : Render(state, template, "object.eval_template", null, place);
    }

    /// <summary>What <c>object.eval</c> does.</summary>
    public static Value Evaluate(RenderState state, string text, TextSpan place)
    {
        state.CountOperations(text.Length, place);
        Expression? expression = Expression.ParseEvaluated(text, state.Options, out ImmutableArray<TemplateDiagnostic> mistakes);
        if (expression is null)
        {
            throw Fail(state, mistakes[0], place);
        }

        RunningFrame caller = state.EnterCall(new RunningFrame(text, null, []), "object.eval", place);
        Value value = expression.EvaluateIn(state);
        state.LeaveCall(caller);
        return value;
    }

    private static TemplateRuntimeException Fail(RenderState state, TemplateDiagnostic mistake, TextSpan place) =>
        state.Fail(place, $"The text to evaluate has a mistake at {mistake.Line}:{mistake.Column}: {mistake.Message}");

    private static string Render(RenderState state, Template template, string name, string? partial, TextSpan place)
    {
        int start = state.Output.Length;
        string indentation = state.Output.Indentation;
        state.Output.Indentation = string.Empty;
        RunningFrame caller = state.EnterCall(new RunningFrame(template.Source, partial, RenderState.MakeLoops(template.Loops)), name, place);
        template.ExecuteIn(state);
        state.LeaveCall(caller);
        state.Output.Indentation = indentation;
        return state.Output.Cut(start);
    }
}
