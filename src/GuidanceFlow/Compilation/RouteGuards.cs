using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Binding;
using GuidanceFlow.Templates.Syntax;

namespace GuidanceFlow.Compilation;

/// <summary>The guards of a list of routes, in order: finds one that is true only where an earlier one is, so that its route is never taken.</summary>
internal sealed class RouteGuards
{
    // Each guard is held against all before it.
    private const int MostCompared = 50;

    private readonly List<(string Text, ExpressionSyntax Syntax)> _guards = [];
    private readonly Implication _implication;
    private INameScope? _scope;
    private string _text = string.Empty;

    public RouteGuards() => _implication = new Implication(IsNumber);

    /// <summary>Goes on to the next list.</summary>
    /// <param name="scope">The names its guards see.</param>
    public void Clear(INameScope scope)
    {
        _guards.Clear();
        _scope = scope;
    }

    /// <summary>Adds a guard, and gives the earlier one that covers it; null when none does.</summary>
    /// <param name="text">The guard.</param>
    /// <param name="syntax">Its form; null for one with mistakes.</param>
    public string? Add(string text, ExpressionSyntax? syntax)
    {
        if (_guards.Count == MostCompared || syntax is null)
        {
            return null;
        }

        _text = text;
        string? covering = null;
        foreach ((string earlier, ExpressionSyntax form) in _guards)
        {
            covering ??= _implication.Holds(syntax, form) ? earlier : null;
        }

        _guards.Add((text, syntax));
        return covering;
    }

    private bool IsNumber(ExpressionSyntax syntax) =>
        Expression.Parse(_text.Substring(syntax.Span.Start, syntax.Span.Length), new TemplateOptions { Scope = _scope }).Value is { } part && OperatorTypes.IsNumeric(part.Type);
}
