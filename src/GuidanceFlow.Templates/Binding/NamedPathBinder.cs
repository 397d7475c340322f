using GuidanceFlow.Templates.Functions;
using GuidanceFlow.Templates.Parsing;
using GuidanceFlow.Templates.Runtime.Calls;
using GuidanceFlow.Templates.Runtime.Nodes;
using GuidanceFlow.Templates.Runtime.Scopes;
using GuidanceFlow.Templates.Syntax;

namespace GuidanceFlow.Templates.Binding;

/// <summary>Binds names in texts whose variables are looked up by name when they run.</summary>
internal sealed class NamedPathBinder(BindingContext context, ExpressionBinder expressions)
{
    private readonly MemberBinder _members = new(context, expressions);

    /// <summary>Binds a variable with its members; null for a name of the scope, of functions, or one that nothing is known of.</summary>
    public Bound? TryBind(NameSyntax name, PathLink[] links, TextSpan span, bool tolerant)
    {
        switch (name.Name)
        {
            case "this":
                return context.Scope is null ? _members.Bind(new Bound(new ThisNode(name.Span), StaticType.Any), links, 0, span, null) : null;
            case VariableScopes.Block:
                context.Report(TemplateDiagnosticCode.NotAllowed, name.Span, "\"$$\" prints a block and has no value; let it stand alone, and keep what it prints with \"capture\".");
                return new Bound(new LiteralNode(name.Span, Value.Null), StaticType.Any);
            case ['$', ..]:
                return BindVariable(name, links, span, StaticType.Any);
        }

        if (context.Locals.TryFindLoop(name.Name, out _, out StaticType item))
        {
            return BindVariable(name, links, span, context.IsOpened ? StaticType.Any : item);
        }

        if (context.IsParameter(name.Name))
        {
            return BindVariable(name, links, span, StaticType.Any);
        }

        if (context.Scope is null)
        {
            return IsFunction(name.Name) && !context.Locals.TryFindAssigned(name.Name, out _) ? null : BindOutside(name, links, span, tolerant);
        }

        if (context.Scope.TryResolve(name.Name, out NameBinding? binding))
        {
            return context.IsOpened && binding.Members is null ? BindOpened(name, binding, links, span) : null;
        }

        // What could be a member of the opened object is known only when it runs; functions are not looked for there.
        bool mayBeMember = context.IsOpened && !IsFunction(name.Name);
        return mayBeMember || context.Locals.TryFindAssigned(name.Name, out _) ? BindVariable(name, links, span, StaticType.Any) : null;
    }

    /// <summary>Binds a function that is not called with arguments, such as <c>date.now</c> or, behind <c>@</c>, <c>string.upcase</c>.</summary>
    public static Bound? BindFunction(BindingContext context, NameSyntax name, TextSpan span, PathLink[] links, Function function)
    {
        context.AddCall(function, span);
        Node call = new CallableNode(span, new LibraryFunction(function));
        if (context.Scope is null)
        {
            var named = new CallingPathNode(span, new NamedNode(name.Span, name.Name), [new PathStep(links[0].Span, links[0].Member!, null, IsOptional: false)]);
            call = new GroupOrNamedNode(span, name.Name, named, call);
        }

        return new Bound(call, StaticType.Any);
    }

    private bool IsFunction(string name) =>
        name == "empty" || InvocationBinder.FindInclusion(name) is not null || context.FindGroup(name) is not null || context.Options.Functions.Find(name) is not null;

    private Bound BindVariable(NameSyntax name, PathLink[] links, TextSpan span, StaticType type) =>
        _members.Bind(new Bound(new NamedNode(name.Span, name.Name), type), links, 0, span, null);

    private Bound BindOutside(NameSyntax name, PathLink[] links, TextSpan span, bool tolerant)
    {
        string path = PathBinder.Describe(context.Words, name, links, 0, name.Name, out TextSpan readSpan);
        context.AddRead(path, -1, readSpan, tolerant || (links.Length > 0 && links[0].IsOptional));
        return BindVariable(name, links, span, StaticType.Any);
    }

    private Bound BindOpened(NameSyntax name, NameBinding binding, PathLink[] links, TextSpan span)
    {
        string path = PathBinder.Describe(context.Words, name, links, 0, name.Name, out TextSpan readSpan);
        context.AddRead(path, binding.Slot, readSpan, toleratesNull: true);
        Node node = new OpenedNameNode(name.Span, name.Name, new SlotNode(name.Span, binding.Slot));
        return _members.Bind(new Bound(node, StaticType.Any), links, 0, span, null);
    }
}
