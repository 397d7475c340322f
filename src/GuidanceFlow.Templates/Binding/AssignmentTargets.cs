using GuidanceFlow.Templates.Parsing;
using GuidanceFlow.Templates.Runtime.Nodes;
using GuidanceFlow.Templates.Syntax;

namespace GuidanceFlow.Templates.Binding;

/// <summary>Binds what is assigned: variables, and members and items of values.</summary>
internal sealed class AssignmentTargets(BindingContext context, ExpressionBinder expressions)
{
    /// <summary>Binds a target; null, with a report, for what cannot be assigned.</summary>
    /// <param name="target">What was written.</param>
    /// <param name="readsBefore">Whether the value before is needed, as for <c>+=</c>.</param>
    public TargetNode? Bind(ExpressionSyntax target, bool readsBefore = false)
    {
        switch (target)
        {
            case NameSyntax name:
                return BindName(name, readsBefore);
            case PathSyntax path:
                return BindPart(path, readsBefore);
            case ErrorSyntax:
                return null;
            default:
                return Refuse(target.Span, "Only a name, a member or an item can be assigned, no value.");
        }
    }

    private TargetNode? Refuse(TextSpan span, string message)
    {
        context.Report(TemplateDiagnosticCode.NotAllowed, span, message);
        return null;
    }

    private TargetNode? BindName(NameSyntax target, bool readsBefore)
    {
        string name = target.Name;
        if (name.Length == 0)
        {
            // The name is missing, which is reported.
            return null;
        }

        if (name is "this" or "$" or "$$")
        {
            return Refuse(target.Span, $"\"{name}\" cannot be assigned; assign a name of your own.");
        }

        if (NumberedArguments.TryBindTarget(context, target) is { } argument)
        {
            return argument;
        }

        if (context.Scope is { } scope)
        {
            bool isLoop = context.Locals.TryFindLoop(name, out _, out _);
            if (isLoop || scope.TryResolve(name, out _))
            {
                string owner = isLoop ? "belongs to its loop" : "comes from outside";
                return Refuse(target.Span, $"\"{name}\" {owner} and cannot be assigned; assign a name of your own.");
            }
        }

        // Reading what is there before is no read of the author's: "total += 1" starts from nothing without a complaint.
        bool isOutside = context.Scope is null && name[0] != '$';
        if (isOutside && readsBefore)
        {
            context.AddRead(name, -1, target.Span, toleratesNull: true);
        }

        if (context.IsByName)
        {
            return new NamedTargetNode(target.Span, new NamedNode(target.Span, name), name);
        }

        if (!context.Locals.TryFindAssigned(name, out int index))
        {
            return null;
        }

        Node before = isOutside ? new LocalOrGlobalNode(target.Span, index, name) : new LocalNode(target.Span, index);
        return new LocalTargetNode(target.Span, before, index);
    }

    private TargetNode? BindPart(PathSyntax path, bool readsBefore)
    {
        if (path.Target is NameSyntax { Name: "for" or "while" })
        {
            return Refuse(path.Span, "What a loop tells of itself cannot be assigned.");
        }

        if (path.Target is NameSyntax root && IsOutside(root))
        {
            return Refuse(path.Span, $"\"{root.Name}\" comes from outside and cannot be changed; assign a name of your own.");
        }

        PathLink last = path.Links[^1];
        if (last.IsOptional)
        {
            return Refuse(last.Span, "\"?.\" cannot stand before what is assigned; check for null with \"if\".");
        }

        PathLink[] links = path.Links[..^1];
        var ownerSpan = new TextSpan(path.Span.Start, (links.Length == 0 ? path.Target.Span.End : links[^1].Span.End) - path.Span.Start);
        Node owner = expressions.Bind(links.Length == 0 ? path.Target : new PathSyntax(ownerSpan, path.Target, links)).Node;
        Node before = readsBefore ? expressions.Bind(path).Node : owner;
        return last.Member is { } member
            ? new MemberTargetNode(last.Span, before, owner, member)
            : new ItemTargetNode(last.Span, before, owner, expressions.Bind(last.Index!).Node);
    }

    private bool IsOutside(NameSyntax root) => context.Scope?.TryResolve(root.Name, out _) == true && !context.Locals.TryFindLoop(root.Name, out _, out _) && !context.IsOpened;
}
