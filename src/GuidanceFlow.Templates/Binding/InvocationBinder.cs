using GuidanceFlow.Templates.Parsing;
using GuidanceFlow.Templates.Runtime.Calls;
using GuidanceFlow.Templates.Runtime.Nodes;
using GuidanceFlow.Templates.Syntax;

namespace GuidanceFlow.Templates.Binding;

/// <summary>Binds calls of functions that are only known when the template runs, and inclusions.</summary>
internal sealed class InvocationBinder(BindingContext context, ExpressionBinder expressions)
{
    /// <summary>Binds the call if its function is a value; null for a function of the language called as usual, and for an unknown one.</summary>
    public InvokeNode? TryBind(CallSyntax call, bool isPiped, Node? leftNode) =>
        context.IsByName && IsInvocation(call) ? Bind(call, isPiped, leftNode) : null;

    /// <summary>The function that includes partials, by its name; null for any other name.</summary>
    public static Callable? FindInclusion(string name) => name switch
    {
        "include" => IncludeFunction.Instance,
        "include_join" => IncludeJoinFunction.Instance,
        _ => null,
    };

    /// <summary>Notes that a partial is included whose name is only known when it runs, as where the function is kept to be called later.</summary>
    public static void NoteUnknownInclusion(BindingContext context, string function, TextSpan span, TextSpan functionSpan)
    {
        if (MayInclude(context, function, functionSpan))
        {
            context.AddInclusion(partial: null, span);
        }
    }

    private static bool MayInclude(BindingContext context, string function, TextSpan span)
    {
        if (context.IsExpression && context.Scope is not null)
        {
            // Partials may assign and loop, and their wording must not decide what an expression says.
            context.Report(TemplateDiagnosticCode.NotAllowed, span, "An expression cannot include a partial, which is wording. Write the condition or value itself.");
            return false;
        }

        context.AddCall(function);
        return true;
    }

    public InvokeNode Bind(CallSyntax call, bool isPiped, Node? leftNode)
    {
        NoteInclusion(call, isPiped);
        var arguments = new WrittenArgument[call.Arguments.Length];
        for (int i = 0; i < arguments.Length; i++)
        {
            (string? name, ExpressionSyntax value) = call.Arguments[i];
            arguments[i] = value is ExpandSyntax expanded
                ? new WrittenArgument(name, expressions.Bind(expanded.Operand).Node, IsExpanded: true)
                : new WrittenArgument(name, expressions.Bind(value).Node, IsExpanded: false);
        }

        string written = context.Text.Substring(call.Callee.Span.Start, call.Callee.Span.Length);
        return new InvokeNode(call.Span, BindCallee(call.Callee), written, arguments, isPiped, leftNode);
    }

    private bool IsInvocation(CallSyntax call) => call.Callee switch
    {
        ErrorSyntax or LiteralSyntax or InterpolationSyntax or ListSyntax or ObjectSyntax => false,
        NameSyntax name when !IsVariable(name.Name) && context.FindUngrouped(name.Name) is not null => IsExpanding(call),
        NameSyntax name => context.Scope is null || context.IsOpened || IsVariable(name.Name) || FindInclusion(name.Name) is not null,
        PathSyntax { Target: NameSyntax group, Links: [{ Member: { } member }] } when !IsVariable(group.Name) && context.FindGroup(group.Name) is { } functions =>
            functions.Find(member) is not null && IsExpanding(call),
        PathSyntax { Target: NameSyntax root } => context.Scope is null || context.IsOpened || IsVariable(root.Name),
        _ => true,
    };

    private static bool IsExpanding(CallSyntax call) => Array.Exists(call.Arguments, argument => argument.Value is ExpandSyntax);

    /// <summary>Whether a name is known to be a variable of the template.</summary>
    private bool IsVariable(string name) =>
        name[0] == '$' || context.IsParameter(name) || context.Locals.TryFindLoop(name, out _, out _) || context.Locals.TryFindAssigned(name, out _);

    private Node BindCallee(ExpressionSyntax callee) => callee switch
    {
        FunctionSyntax function => new PointerNode(callee.Span, expressions.BindFunction(function)),
        NameSyntax name when !IsVariable(name.Name) && context.Scope?.TryResolve(name.Name, out _) != true && FindInclusion(name.Name) is { } inclusion =>
            new CallableNode(callee.Span, inclusion),
        _ => expressions.Bind(callee, tolerant: true).Node,
    };

    /// <summary>Notes which partials a call includes, and reports those that do not exist.</summary>
    private void NoteInclusion(CallSyntax call, bool isPiped)
    {
        if (call.Callee is not NameSyntax { Name: "include" or "include_join" } callee || IsVariable(callee.Name))
        {
            return;
        }

        if (isPiped || call.Arguments.Length == 0)
        {
            NoteUnknownInclusion(context, callee.Name, call.Span, callee.Span);
            return;
        }

        if (!MayInclude(context, callee.Name, callee.Span))
        {
            return;
        }

        ExpressionSyntax first = call.Arguments[0].Value;
        bool isJoin = callee.Name == "include_join";
        ExpressionSyntax[] names = isJoin && first is ListSyntax list ? list.Items : [first];
        foreach (ExpressionSyntax name in names)
        {
            NotePartial(name.Span, name is LiteralSyntax literal && literal.Value.TryGetText(out string? partial) ? partial : null);
        }

        for (int i = 1; isJoin && i < call.Arguments.Length; i++)
        {
            NoteMarked(call.Arguments[i].Value);
        }
    }

    private void NotePartial(TextSpan span, string? partial)
    {
        if (partial is null || context.Options.Partials.Contains(partial))
        {
            context.AddInclusion(partial, span);
            return;
        }

        IEnumerable<string> known = context.Options.Partials.Names;
        string remedy = known.Any() ? Suggestions.OrList(partial, known, "This") : " No partials are given here; write the text in its place.";
        context.Report(TemplateDiagnosticCode.UnknownName, span, $"There is no partial \"{partial}\".{remedy}");
    }

    /// <summary>Notes a partial where a text could stand: <c>tpl:name</c>.</summary>
    private void NoteMarked(ExpressionSyntax syntax)
    {
        if (syntax is not LiteralSyntax literal || !literal.Value.TryGetText(out string? text) || !text.StartsWith(IncludeJoinFunction.PartialMark, StringComparison.Ordinal))
        {
            return;
        }

        if (context.Scope is null)
        {
            NotePartial(syntax.Span, text[IncludeJoinFunction.PartialMark.Length..]);
        }
        else
        {
            context.Report(TemplateDiagnosticCode.NotAllowed, syntax.Span, $"\"{IncludeJoinFunction.PartialMark}\" is not taken here, where such a text could be a customer's; write (include \"{text[IncludeJoinFunction.PartialMark.Length..]}\").");
        }
    }
}
