using System.Text;
using GuidanceFlow.Templates.Functions;
using GuidanceFlow.Templates.Parsing;
using GuidanceFlow.Templates.Runtime;
using GuidanceFlow.Templates.Runtime.Calls;
using GuidanceFlow.Templates.Runtime.Nodes;
using GuidanceFlow.Templates.Syntax;

namespace GuidanceFlow.Templates.Binding;

/// <summary>Binds names with their members and indexes.</summary>
internal sealed class PathBinder(BindingContext context, ExpressionBinder expressions, CallBinder calls)
{
    private static readonly string[] LoopMembers = ["index", "rindex", "first", "last", "even", "odd", "length", "changed"];
    private static readonly string[] WhileMembers = ["index", "first", "even", "odd"];

    private readonly MemberBinder _members = new(context, expressions);
    private readonly NamedPathBinder _named = new(context, expressions);

    public Bound Bind(ExpressionSyntax target, PathLink[] links, TextSpan span, bool tolerant)
    {
        if (target is not NameSyntax name)
        {
            Bound start = expressions.Bind(target, links[0].IsOptional);
            return _members.Bind(start, links, 0, span, null);
        }

        if (name.Name is "for" or "while")
        {
            return BindLoopMember(name.Name, links, span);
        }

        if (NumberedArguments.TryBind(context, name) is { } argument)
        {
            return _members.Bind(new Bound(argument, StaticType.Any), links, 0, span, null);
        }

        if (context.IsByName && _named.TryBind(name, links, span, tolerant) is { } named)
        {
            return named;
        }

        if (context.Locals.TryFindLoop(name.Name, out int loop, out StaticType item))
        {
            return _members.Bind(new Bound(new LocalNode(name.Span, loop), item), links, 0, span, null);
        }

        if (context.Scope is { } scope && scope.TryResolve(name.Name, out NameBinding? binding))
        {
            return BindScopeName(name, binding, links, span, tolerant);
        }

        if (context.Locals.TryFindAssigned(name.Name, out int index))
        {
            return BindAssigned(name, index, links, span, tolerant);
        }

        if (name.Name[0] == '$')
        {
            return _members.Bind(new Bound(new LiteralNode(name.Span, Value.Null), StaticType.Any), links, 0, span, null);
        }

        if (name.Name == "this")
        {
            context.Report(TemplateDiagnosticCode.NotAllowed, name.Span, "\"this\" cannot be used here; name the values one by one.");
            return Unknown(name.Span);
        }

        if (name.Name == "empty")
        {
            Node empty = new LiteralNode(name.Span, EmptyValue.Value);
            Node node = context.Scope is null && !context.IsByName ? new GroupOrGlobalNode(name.Span, name.Name, new GlobalNode(name.Span, name.Name), empty) : empty;
            return _members.Bind(new Bound(node, StaticType.Any), links, 0, span, null);
        }

        if (context.IsByName && InvocationBinder.FindInclusion(name.Name) is { } inclusion)
        {
            InvocationBinder.NoteUnknownInclusion(context, name.Name, name.Span, name.Span);
            return _members.Bind(new Bound(new CallableNode(name.Span, inclusion), StaticType.Any), links, 0, span, null);
        }

        if (context.Options.Functions.Find(name.Name) is { } ungrouped)
        {
            return BindUngrouped(name, ungrouped, links, span);
        }

        if (context.FindGroup(name.Name) is { } group && BindGroup(name, group, links, span, tolerant) is { } called)
        {
            return called;
        }

        if (context.Scope is null)
        {
            return BindGlobal(name, context.IsByName ? new NamedNode(name.Span, name.Name) : new GlobalNode(name.Span, name.Name), links, span, tolerant);
        }

        IEnumerable<string> known = context.Scope.Names.Concat(context.Locals.Names).Concat(context.GroupNames);
        string suggestion = context.Suggest(name.Name, known);
        string remedy = ForeignWords.RemedyFor(name.Name) ?? (suggestion.Length == 0 && links.Length == 0 && context.MayBeText ? QuotesFor(name.Name) : suggestion);
        context.Report(TemplateDiagnosticCode.UnknownName, name.Span, $"There is no name \"{name.Name}\" here.{remedy}");
        return Unknown(name.Span);
    }

    /// <summary>A word that resembles no name is mostly a text whose quotes were forgotten.</summary>
    private static string QuotesFor(string word) => word is "yes" or "no"
        ? $" Yes and no are \"true\" and \"false\"; write a text in single quotes: '{word}'."
        : $" If it is a text, write it in single quotes: '{word}'.";

    private static Bound Unknown(TextSpan span) => new(new LiteralNode(span, Value.Null), StaticType.Any);

    private Bound BindAssigned(NameSyntax name, int index, PathLink[] links, TextSpan span, bool tolerant)
    {
        return context.Scope is null && name.Name[0] != '$'
            ? BindGlobal(name, new LocalOrGlobalNode(name.Span, index, name.Name), links, span, tolerant)
            : _members.Bind(new Bound(new LocalNode(name.Span, index), StaticType.Any), links, 0, span, null);
    }

    private Bound BindGlobal(NameSyntax name, Node node, PathLink[] links, TextSpan span, bool tolerant)
    {
        string path = Describe(context.Words, name, links, 0, name.Name, out TextSpan readSpan);
        context.AddRead(path, -1, readSpan, tolerant || (links.Length > 0 && links[0].IsOptional));
        return _members.Bind(new Bound(node, StaticType.Any), links, 0, span, path.Length <= BindingContext.LongestPath ? path : null);
    }

    private Bound BindScopeName(NameSyntax name, NameBinding binding, PathLink[] links, TextSpan span, bool tolerant)
    {
        int used = 0;
        string path = name.Name;
        while (binding.Members is { } members)
        {
            PathLink? link = used < links.Length ? links[used] : null;
            string? member = link?.Member ?? ((link?.Index as LiteralSyntax)?.Value.TryGetText(out string? text) == true ? text : null);
            if (member is null)
            {
                ReportGroupUse(path, link, link?.Span ?? span, members);
                return Unknown(span);
            }

            if (!members.TryResolve(member, out NameBinding? inner))
            {
                context.Report(TemplateDiagnosticCode.UnknownName, links[used].Span, $"\"{path}\" has no \"{member}\".{Suggestions.OrList(member, members.Names)}");
                return Unknown(span);
            }

            path = links[used].Member is null ? $"{path}[\"{member}\"]" : context.Words.Join(path, '.', member);
            binding = inner;
            used++;
        }

        path = Describe(context.Words, name, links, used, path, out TextSpan readSpan);
        context.AddRead(path, binding.Slot, readSpan, tolerant || (used < links.Length && links[used].IsOptional));
        string? factPath = path.Length <= BindingContext.LongestPath ? path : null;
        Node node = new SlotNode(name.Span, binding.Slot);
        if (used == 0 && context.MayRunElsewhere)
        {
            node = new OpenedNameNode(name.Span, name.Name, node);
        }

        return _members.Bind(new Bound(node, binding.Type), links, used, span, factPath);
    }

    private void ReportGroupUse(string path, PathLink? link, TextSpan span, INameScope members)
    {
        string example = members.Names.FirstOrDefault() is { } first ? $", for example \"{path}[\"{first}\"]\"" : string.Empty;
        string message = link is null
            ? $"\"{path}\" is a group of names and no value; name one of its members{example}."
            : $"\"{path}\" is a group of names, so its index must be a text literal{example}.";
        context.Report(TemplateDiagnosticCode.NotAllowed, span, message);
    }

    /// <summary>The path as far as it is known before anything runs, and where that stands.</summary>
    public static string Describe(WordTable words, NameSyntax name, PathLink[] links, int used, string start, out TextSpan span)
    {
        int end = used == 0 ? name.Span.End : links[used - 1].Span.End;
        if (used == links.Length)
        {
            span = new TextSpan(name.Span.Start, end - name.Span.Start);
            return start;
        }

        if (used == links.Length - 1 && links[used] is { Member: { } only })
        {
            span = new TextSpan(name.Span.Start, links[used].Span.End - name.Span.Start);
            return words.Join(start, '.', only);
        }

        var path = new StringBuilder(start);
        for (int i = used; i < links.Length; i++)
        {
            PathLink link = links[i];
            if (link.Member is not null)
            {
                path.Append('.').Append(link.Member);
            }
            else if (link.Index is LiteralSyntax { Value: var index } && !index.IsNull)
            {
                path.Append('[').Append(index.ToString()).Append(']');
            }
            else
            {
                break;
            }

            end = link.Span.End;
        }

        span = new TextSpan(name.Span.Start, end - name.Span.Start);
        return path.ToString();
    }

    /// <summary>Binds a host's function that has no group and gets no arguments.</summary>
    private Bound BindUngrouped(NameSyntax name, Function function, PathLink[] links, TextSpan span)
    {
        if (!context.IsByName)
        {
            return _members.Bind(calls.BindWithoutArguments(name.Span, function), links, 0, span, null);
        }

        context.AddCall(function, name.Span);
        return _members.Bind(new Bound(new CallableNode(name.Span, new LibraryFunction(function)), StaticType.Any), links, 0, span, null);
    }

    /// <summary>Binds a function without arguments, such as <c>date.now</c>; null when the name may be the model's.</summary>
    private Bound? BindGroup(NameSyntax name, FunctionGroup group, PathLink[] links, TextSpan span, bool tolerant)
    {
        string? member = links.Length > 0 ? links[0].Member : null;
        Function? function = member is null ? null : group.Find(member);
        if (function is null)
        {
            if (context.Scope is null && (member is null || links[0].IsOptional))
            {
                return null;
            }

            string message = member is null
                ? $"\"{name.Name}\" is a group of functions; name one of them, for example \"{name.Name}.{group.Names.Order(StringComparer.Ordinal).First()}\"."
                : $"There is no function \"{name.Name}.{member}\".{Suggestions.OrList(member, group.Names, $"\"{name.Name}\"", name.Name + ".")}";
            if (context.Scope is null)
            {
                Node missing = new MissingFunctionNode(links[0].Span, message);
                Node variable = BindGlobal(name, context.IsByName ? new NamedNode(name.Span, name.Name) : new GlobalNode(name.Span, name.Name), links, span, tolerant).Node;
                return new Bound(context.IsByName ? new GroupOrNamedNode(span, name.Name, variable, missing) : new GroupOrGlobalNode(span, name.Name, variable, missing), StaticType.Any);
            }

            context.Report(TemplateDiagnosticCode.UnknownFunction, member is null ? span : links[0].Span, message);
            return Unknown(span);
        }

        var callSpan = new TextSpan(name.Span.Start, links[0].Span.End - name.Span.Start);
        if (context.IsByName)
        {
            return NamedPathBinder.BindFunction(context, name, callSpan, links, function) is { } pointer ? _members.Bind(pointer, links, 1, span, null) : null;
        }

        Bound call = calls.BindWithoutArguments(callSpan, function);
        if (context.Scope is null && function.Required == 0)
        {
            var global = new PathNode(callSpan, new GlobalNode(name.Span, name.Name), [new PathStep(links[0].Span, member!, null, IsOptional: false)]);
            call = new Bound(new GroupOrGlobalNode(callSpan, name.Name, global, call.Node), StaticType.Any);
        }

        return _members.Bind(call, links, 1, span, null);
    }

    private Bound BindLoopMember(string word, PathLink[] links, TextSpan span)
    {
        string member = links[0].Member ?? string.Empty;
        string[] known = word == "for" ? LoopMembers : WhileMembers;
        int depth = word == "for" ? context.Locals.InnermostFor : context.Locals.InnermostWhile;
        if (depth < 0 && context.IsByName && context.MayHaveArguments && known.Contains(member, StringComparer.Ordinal))
        {
            return _members.Bind(new Bound(new OuterLoopNode(span, word, (LoopMember)Array.IndexOf(LoopMembers, member)), StaticType.Any), links, 1, span, null);
        }

        if (depth < 0)
        {
            context.Report(TemplateDiagnosticCode.NotAllowed, span, $"\"{word}\" only has members inside a loop.");
            return Unknown(span);
        }

        int found = Array.IndexOf(LoopMembers, member);
        if (!known.Contains(member, StringComparer.Ordinal))
        {
            context.Report(TemplateDiagnosticCode.UnknownMember, links[0].Span, $"A loop has no \"{member}\"; it has {string.Join(", ", known)}.");
            return Unknown(span);
        }

        var kind = (LoopMember)found;
        if (kind == LoopMember.Changed)
        {
            context.TrackChanges(depth);
        }

        StaticType type = kind is LoopMember.Index or LoopMember.RIndex or LoopMember.Length ? StaticType.Integer : StaticType.Boolean;
        return _members.Bind(new Bound(new LoopMemberNode(span, depth, kind), type), links, 1, span, null);
    }
}
