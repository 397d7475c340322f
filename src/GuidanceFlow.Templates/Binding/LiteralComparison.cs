using GuidanceFlow.Templates.Parsing;
using GuidanceFlow.Templates.Runtime.Nodes;

namespace GuidanceFlow.Templates.Binding;

/// <summary>Reports <c>==</c> and <c>!=</c> with a literal text that the other side can never be where there is a scope, so that the answer is known before anything runs.</summary>
internal static class LiteralComparison
{
    private const int MostListed = 12;
    private const int LongestText = 40;

    /// <param name="context">Where to report.</param>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <param name="rightSpan">Where the right operand stands.</param>
    public static void Check(BindingContext context, Bound left, Bound right, TextSpan rightSpan)
    {
        if (context.Scope is null)
        {
            // As in Scriban, such a comparison only gives its answer; it is a mistake where a scope says what the names hold.
            return;
        }

        if (TextOf(right) is { } last)
        {
            Report(context, left, last, rightSpan);
        }
        else if (TextOf(left) is { } first)
        {
            Report(context, right, first, left.Node.Span);
        }
    }

    private static string? TextOf(Bound side) => side.Node is LiteralNode { Value: var value } && value.TryGetText(out string? text) ? text : null;

    private static void Report(BindingContext context, Bound value, string text, TextSpan span)
    {
        // Beside a text, other values count as they are printed, and null as an empty text.
        string? message = value.Type.Kind switch
        {
            StaticTypeKind.Boolean when text is not ("true" or "false" or "") =>
                $"{NameOf(value)} is true or false, never '{Shorten(text)}'; " + (value.Path is null ? "take the comparison out." : $"write \"{value.Path}\" or \"!{value.Path}\"."),
            StaticTypeKind.Integer or StaticTypeKind.Number when text.Length > 0 && !text.Any(char.IsDigit) => $"{NameOf(value)} is a number, never '{Shorten(text)}'; compare it with a number, without quotes.",
            StaticTypeKind.Text when !value.Type.Values.IsEmpty && text.Length > 0 && !value.Type.Values.Contains(text, StringComparer.Ordinal) => $"{NameOf(value)} is never '{Shorten(text)}'.{Remedy(value.Type, text)}",
            _ => null,
        };
        if (message is not null)
        {
            context.Report(TemplateDiagnosticCode.TypeMismatch, span, message);
        }
    }

    private static string NameOf(Bound value) => value.Path is null ? "This" : $"\"{value.Path}\"";

    private static string Shorten(string text) => text.Length > LongestText ? string.Concat(text.AsSpan(0, LongestText), "…") : text;

    private static string Remedy(StaticType type, string text)
    {
        string suggestion = Suggestions.For(text, type.Values).Replace('"', '\'');
        return suggestion.Length > 0 ? suggestion
            : type.Values.Length > MostListed ? " Use one of its values."
            : $" Use one of its values: {string.Join(", ", type.Values.Select(value => $"'{value}'"))}.";
    }
}
