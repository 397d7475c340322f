using GuidanceFlow.Templates.Syntax;

namespace GuidanceFlow.Templates.Parsing;

/// <summary>Reads <c>case … when … else … end</c>.</summary>
internal sealed class CaseParser(TokenCursor cursor, ExpressionParser expressions, StatementParser statements)
{
    private int _open;

    /// <summary>Whether a <c>when</c> ends the block at hand.</summary>
    public bool IsInside => _open > 0;

    public void Start() => _open = 0;

    /// <param name="indent">The white space before the code block it stands in.</param>
    public CaseSyntax Parse(string? indent)
    {
        Token start = cursor.Take();
        ExpressionSyntax value = expressions.Parse("\"case\" needs a value.");
        statements.EndStatement();
        if (SkipToFirstWhen())
        {
            // As in Scriban, the indentation ends with the code block of the case itself.
            indent = string.Empty;
            statements.DropIndent();
        }

        var branches = new List<CaseBranch>();
        BlockSyntax? otherwise = null;
        _open++;
        while (cursor.IsWord("when"))
        {
            cursor.Take();
            ExpressionSyntax[] values = ParseCandidates();
            statements.EndStatement();
            branches.Add(new CaseBranch(values, statements.ParseNested()));
        }

        if (cursor.IsWord("else"))
        {
            Token word = cursor.Take();
            if (branches.Count == 0)
            {
                cursor.Report(word.Span, "This \"else\" needs a \"when\" before it.");
            }

            statements.EndStatement();
            otherwise = statements.ParseNested();
            statements.SkipSecondElse();
        }

        _open--;
        statements.ExpectEnd(start, "case");
        return new CaseSyntax(expressions.SpanFrom(start.Start), value, [.. branches], otherwise) { Indent = indent };
    }

    /// <summary>The values behind a <c>when</c>, with commas or <c>||</c> between them.</summary>
    private ExpressionSyntax[] ParseCandidates()
    {
        var values = new List<ExpressionSyntax>();
        do
        {
            values.Add(expressions.ParseOperators(Precedence.Of(TokenKind.OrOr), inArguments: false, "\"when\" needs a value."));
        }
        while (!expressions.Failed && (cursor.TryTake(TokenKind.Comma) || cursor.TryTake(TokenKind.OrOr)));
        return [.. values];
    }

    /// <summary>
    /// Text between a case and its first <c>when</c> is never printed; a statement there would never run. Gives whether
    /// another code block begins there.
    /// </summary>
    private bool SkipToFirstWhen()
    {
        bool entersCode = false;
        while (cursor.Kind != TokenKind.EndOfText && !cursor.IsWord("when") && !cursor.IsWord("else") && !cursor.IsWord("end"))
        {
            if (cursor.Kind is TokenKind.Text or TokenKind.CodeEnter or TokenKind.CodeExit or TokenKind.NewLine or TokenKind.Semicolon)
            {
                entersCode |= cursor.Take().Kind == TokenKind.CodeEnter;
                continue;
            }

            cursor.Report(cursor.Current.Span, "Only \"when\" can follow here; put this before the \"case\", or behind a \"when\".");
            cursor.SkipStatement();
        }

        return entersCode;
    }
}
