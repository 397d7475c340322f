using GuidanceFlow.Templates.Parsing;
using GuidanceFlow.Templates.Runtime.Nodes;
using GuidanceFlow.Templates.Syntax;

namespace GuidanceFlow.Templates.Binding;

/// <summary>Finds the variables that a template assigns.</summary>
internal sealed class AssignmentTargets(BindingContext context)
{
    /// <summary>Finds the variable; reports what cannot be assigned.</summary>
    public bool TryFind(ExpressionSyntax target, out string name, out int index)
    {
        (name, index) = (string.Empty, -1);
        if (target is ErrorSyntax)
        {
            return false;
        }

        if (target is not NameSyntax { Name: var wanted })
        {
            context.Report(TemplateDiagnosticCode.NotAllowed, target.Span, "Only a name can be assigned, no member, item or value.");
            return false;
        }

        bool isLoop = context.Locals.TryFindLoop(wanted, out _, out _);
        if (isLoop || context.Scope?.TryResolve(wanted, out _) == true)
        {
            string owner = isLoop ? "belongs to its loop" : "comes from outside";
            context.Report(TemplateDiagnosticCode.NotAllowed, target.Span, $"\"{wanted}\" {owner} and cannot be assigned; assign a name of your own.");
            return false;
        }

        name = wanted;
        return context.Locals.TryFindAssigned(name, out index);
    }

    /// <summary>What the variable holds before. Reading it is no read of the author's: "total += 1" starts from nothing without a complaint.</summary>
    public Node ValueBefore(TextSpan span, string name, int index)
    {
        if (context.Scope is not null || name[0] == '$')
        {
            return new LocalNode(span, index);
        }

        context.AddRead(name, -1, span, toleratesNull: true);
        return new LocalOrGlobalNode(span, index, name);
    }
}
