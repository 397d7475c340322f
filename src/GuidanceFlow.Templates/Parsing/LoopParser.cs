using GuidanceFlow.Templates.Syntax;

namespace GuidanceFlow.Templates.Parsing;

/// <summary>Reads <c>for</c> and <c>while</c>, and what leaves them.</summary>
internal sealed class LoopParser(TokenCursor cursor, ExpressionParser expressions, StatementParser statements)
{
    private int _open;

    public void Start() => _open = 0;

    /// <summary>Lets <c>break</c> and <c>continue</c> stand in what is read from here on.</summary>
    public void Enter() => _open++;

    public void Leave() => _open--;

    /// <summary>Leaves the loops around, which cannot be left from inside a function; gives what <see cref="Resume"/> takes.</summary>
    public int Suspend()
    {
        int open = _open;
        _open = 0;
        return open;
    }

    public void Resume(int open) => _open = open;

    /// <param name="indent">The white space before the code block the loop stands in.</param>
    public ForSyntax ParseFor(string? indent)
    {
        Token start = cursor.Take();
        Token variable = cursor.Current;
        if (variable.Kind == TokenKind.Name && !Keywords.IsKeyword(variable.Text!))
        {
            cursor.Take();
        }
        else
        {
            expressions.Fail(variable.Span, "\"for\" needs a name for the items: \"for item in list\".");
        }

        if (!expressions.Failed && !(cursor.IsWord("in") && cursor.TryTake(TokenKind.Name)))
        {
            expressions.Fail(cursor.Current.Span, "\"in\" is missing here: \"for item in list\".");
        }

        ExpressionSyntax? list = null;
        ExpressionSyntax? limit = null;
        ExpressionSyntax? offset = null;
        bool isReversed = false;
        if (!expressions.Failed)
        {
            expressions.StopsAtLoopOptions = true;
            list = expressions.Parse("\"for\" needs a list behind \"in\".");
            while (!expressions.Failed && cursor.Kind == TokenKind.Name && cursor.Current.Text is "limit" or "offset" or "reversed")
            {
                string option = cursor.Take().Text!;
                if (option == "reversed")
                {
                    isReversed = true;
                    continue;
                }

                cursor.TryTake(TokenKind.Colon);
                ExpressionSyntax value = expressions.ParseOperators(Precedence.Lowest, inArguments: true, $"\"{option}:\" needs a number.");
                (limit, offset) = option == "limit" ? (value, offset) : (limit, value);
            }

            expressions.StopsAtLoopOptions = false;
        }

        statements.EndStatement();
        _open++;
        BlockSyntax body = statements.ParseNested();
        _open--;
        BlockSyntax? otherwise = null;
        if (cursor.IsWord("else"))
        {
            cursor.Take();
            statements.EndStatement();
            otherwise = statements.ParseNested();
            statements.SkipSecondElse();
        }

        statements.ExpectEnd(start, "for");
        var name = new NameSyntax(variable.Span, variable.Text ?? string.Empty);
        return new ForSyntax(expressions.SpanFrom(start.Start), name, list ?? new ErrorSyntax(variable.Span), body, otherwise) { Indent = indent, Limit = limit, Offset = offset, IsReversed = isReversed };
    }

    /// <param name="indent">The white space before the code block the loop stands in.</param>
    public WhileSyntax ParseWhile(string? indent)
    {
        Token start = cursor.Take();
        ExpressionSyntax condition = expressions.Parse("\"while\" needs a condition.");
        statements.EndStatement();
        _open++;
        BlockSyntax body = statements.ParseNested();
        _open--;
        statements.ExpectEnd(start, "while");
        return new WhileSyntax(expressions.SpanFrom(start.Start), condition, body) { Indent = indent };
    }

    public JumpSyntax ParseJump()
    {
        Token word = cursor.Take();
        if (_open == 0)
        {
            cursor.Diagnostics.Report(TemplateDiagnosticCode.NotAllowed, word.Span, $"\"{word.Text}\" only means something inside a \"for\" or \"while\"; remove it.");
        }

        return new JumpSyntax(word.Span, word.Text == "break");
    }
}
