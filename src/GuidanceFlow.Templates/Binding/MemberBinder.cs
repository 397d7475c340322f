using GuidanceFlow.Templates.Parsing;
using GuidanceFlow.Templates.Runtime;
using GuidanceFlow.Templates.Runtime.Nodes;
using GuidanceFlow.Templates.Syntax;

namespace GuidanceFlow.Templates.Binding;

/// <summary>Binds the members and indexes behind a value.</summary>
internal sealed class MemberBinder(BindingContext context, ExpressionBinder expressions)
{
    /// <summary>Binds the links from the one numbered <paramref name="used"/> on.</summary>
    /// <param name="target">The value they belong to.</param>
    /// <param name="links">All links of the path.</param>
    /// <param name="used">How many of them are already part of the value.</param>
    /// <param name="span">The whole path.</param>
    /// <param name="path">The path as a name of the scope, if it is one and short enough for null checks.</param>
    public Bound Bind(Bound target, PathLink[] links, int used, TextSpan span, string? path)
    {
        if (used == links.Length - 1 && links[used] is { Member: { } only } last && !context.IsByName)
        {
            return BindOnly(target, last, only, span, path);
        }

        StaticType type = target.Type;
        bool isPlain = true;
        PathStep[] steps = used == links.Length ? [] : new PathStep[links.Length - used];
        bool mayBeNull = false;
        for (int i = 0; i < steps.Length; i++)
        {
            PathLink link = links[used + i];
            mayBeNull |= link.IsOptional && type.IsNullable;
            if (link.Member is { } member)
            {
                type = BindMember(type, member, link.Span);
                steps[i] = new PathStep(link.Span, member, null, link.IsOptional);
                continue;
            }

            Bound index = expressions.Bind(link.Index!);
            isPlain &= link.Index is LiteralSyntax;
            bool mayBeText = type.Kind is StaticTypeKind.Any or StaticTypeKind.Text;
            type = BindIndex(type, index, link);
            steps[i] = !mayBeText && index.Node is LiteralNode { Value: var literal } && literal.TryGetText(out string? name)
                ? new PathStep(link.Span, name, null, link.IsOptional)
                : new PathStep(link.Span, string.Empty, index.Node, link.IsOptional);
        }

        Node node = steps.Length == 0 ? target.Node : context.IsByName ? new CallingPathNode(span, target.Node, steps) : MemberNode.Make(span, target.Node, steps);
        return Known(node, mayBeNull ? type.OrNull() : type, isPlain ? path : null);
    }

    /// <summary>Binds one member and nothing else, which is what most paths consist of.</summary>
    private Bound BindOnly(Bound target, PathLink link, string member, TextSpan span, string? path)
    {
        StaticType type = BindMember(target.Type, member, link.Span);
        Node node = new MemberNode(span, target.Node, member, link.Span, link.IsOptional);
        return Known(node, link.IsOptional && target.Type.IsNullable ? type.OrNull() : type, path);
    }

    /// <summary>A value, of which more may be known where its path is known not to be null.</summary>
    private Bound Known(Node node, StaticType type, string? path) =>
        new(node, path is not null && context.Facts.IsNotNull(path) ? type.NotNull() : type) { Path = path, WhenTrue = NullFacts.Of(path) };

    private StaticType BindMember(StaticType type, string member, TextSpan span)
    {
        if (member == Runtime.Members.IsEmpty && type.Kind is StaticTypeKind.List or StaticTypeKind.Text or StaticTypeKind.Object && type.FindField(member) is null)
        {
            return StaticType.Boolean;
        }

        IEnumerable<string> known;
        switch (type.Kind)
        {
            case StaticTypeKind.Any:
                return StaticType.Any;
            case StaticTypeKind.Object:
                if (type.FindField(member) is { } field)
                {
                    return field;
                }

                known = type.Fields.Select(entry => entry.Name);
                break;
            case StaticTypeKind.List or StaticTypeKind.Text:
                if (member == "size")
                {
                    return StaticType.Integer;
                }

                known = ["size"];
                break;
            case StaticTypeKind.Date or StaticTypeKind.Duration:
                known = type.Kind == StaticTypeKind.Date ? TimeMembers.DateNames : TimeMembers.DurationNames;
                if (known.Contains(member, StringComparer.Ordinal))
                {
                    return member.StartsWith("total_", StringComparison.Ordinal) ? StaticType.Number : StaticType.Integer;
                }

                break;
            default:
                context.Report(TemplateDiagnosticCode.UnknownMember, span, $"{Capital(TypeNames.Describe(type))} has no members, so \"{member}\" cannot be read.");
                return StaticType.Any;
        }

        string[] names = [.. known.Order(StringComparer.Ordinal)];
        string suggestion = Suggestions.For(member, names);
        string remedy = suggestion.Length > 0 || names.Length is 0 or > 8 ? suggestion : $" It has {string.Join(", ", names)}.";
        context.Report(TemplateDiagnosticCode.UnknownMember, span, $"{Capital(Describe(type))} has no member \"{member}\".{remedy}");
        return StaticType.Any;
    }

    private StaticType BindIndex(StaticType type, Bound index, PathLink link)
    {
        if (index.Node is LiteralNode { Value: var literal } && literal.TryGetText(out string? member) && type.Kind is not StaticTypeKind.Text)
        {
            return BindMember(type, member, link.Span);
        }

        switch (type.Kind)
        {
            case StaticTypeKind.Any or StaticTypeKind.Object:
                return StaticType.Any;
            case StaticTypeKind.List or StaticTypeKind.Text:
                if (index.Type.Kind is StaticTypeKind.List or StaticTypeKind.Object or StaticTypeKind.Date or StaticTypeKind.Duration)
                {
                    context.Report(TemplateDiagnosticCode.TypeMismatch, link.Span, $"An index must be a number, not {TypeNames.Describe(index.Type)}.");
                }

                return type.Kind == StaticTypeKind.Text ? StaticType.Text.OrNull() : index.Type.Kind == StaticTypeKind.Text ? StaticType.Any : type.Item!.OrNull();
            default:
                context.Report(TemplateDiagnosticCode.TypeMismatch, link.Span, $"An index needs a list, an object or a text, not {TypeNames.Describe(type)}.");
                return StaticType.Any;
        }
    }

    private static string Describe(StaticType type) => type.Kind == StaticTypeKind.Object ? "this object" : TypeNames.Describe(type);

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
