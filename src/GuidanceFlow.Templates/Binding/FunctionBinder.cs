using GuidanceFlow.Templates.Parsing;
using GuidanceFlow.Templates.Runtime.Calls;
using GuidanceFlow.Templates.Runtime.Nodes;
using GuidanceFlow.Templates.Syntax;

namespace GuidanceFlow.Templates.Binding;

/// <summary>Binds functions that a template defines.</summary>
internal sealed class FunctionBinder(BindingContext context, StatementBinder statements)
{
    public FunctionNode Bind(FunctionSyntax syntax)
    {
        FunctionParameter[]? parameters = syntax.Parameters is null
            ? null
            : Array.ConvertAll(syntax.Parameters, parameter => new FunctionParameter(parameter.Name, parameter.Default, parameter.TakesRest));
        CheckParameters(syntax.Parameters ?? []);
        NullFacts facts = context.Facts;
        context.Facts = default;
        context.EnterFunction(parameters ?? []);
        StatementNode body = syntax.Value is null ? statements.Bind(syntax.Body!, indent: null) : new BodyNode(statements.Expressions.Bind(syntax.Value).Node);
        var definition = new FunctionDefinition
        {
            Name = syntax.Name?.Name,
            Parameters = parameters,
            Body = body,
            Loops = context.Locals.DeepestLoop,
            Text = context.Text,
            Partial = context.Partial,
        };
        context.LeaveFunction();
        context.Facts = facts;
        return new FunctionNode(syntax.Span, definition);
    }

    private void CheckParameters(ParameterSyntax[] parameters)
    {
        foreach (ParameterSyntax parameter in parameters)
        {
            if (context.Scope?.TryResolve(parameter.Name, out _) == true)
            {
                context.Report(TemplateDiagnosticCode.NotAllowed, parameter.Span, $"\"{parameter.Name}\" comes from outside and cannot be a parameter; use a name of your own.");
            }
        }
    }
}
