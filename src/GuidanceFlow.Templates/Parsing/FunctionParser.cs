using GuidanceFlow.Templates.Syntax;

namespace GuidanceFlow.Templates.Parsing;

/// <summary>Reads functions that a template defines, and the statements that look variables up by name.</summary>
internal sealed class FunctionParser(TokenCursor cursor, ExpressionParser expressions, StatementParser statements, LoopParser loops)
{
    // As many as a bit mask of 32 has room for; nobody remembers the order of more.
    private const int MostParameters = 32;

    private readonly Scratch<ParameterSyntax> _parameters = new();

    public NameNeeds Needs { get; } = new();

    /// <summary>Reads <c>func name … end</c>.</summary>
    public StatementSyntax Parse()
    {
        Needs.ByName = true;
        Token start = cursor.Take();
        Token word = cursor.Current;
        NameSyntax name = new(word.Span, word.Text ?? string.Empty);
        if (word.Kind != TokenKind.Name || Keywords.IsKeyword(word.Text!))
        {
            expressions.Fail(word.Span, "\"func\" needs a name: \"func total … end\".");
        }
        else
        {
            cursor.Take();
            expressions.NoteAssigned(name);
        }

        ParameterSyntax[]? parameters = ParseParameters();
        BlockSyntax body = ParseBody(start, "func");
        TextSpan span = expressions.SpanFrom(start.Start);
        return new DefineSyntax(span, new FunctionSyntax(span, name, parameters, body, value: null));
    }

    /// <summary>Reads <c>do … end</c>.</summary>
    public ExpressionSyntax ParseAnonymous()
    {
        Needs.ByName = true;
        Token start = cursor.Take();
        if (!expressions.MayAssign)
        {
            return expressions.Fail(start.Span, "An expression cannot hold statements, so \"do\" cannot stand here.");
        }

        ParameterSyntax[]? parameters = ParseParameters();
        (bool isColonTaken, bool isLoopHead) = expressions.Suspend();
        BlockSyntax body = ParseBody(start, "do");
        expressions.Resume(isColonTaken, isLoopHead);
        return new FunctionSyntax(expressions.SpanFrom(start.Start), name: null, parameters, body, value: null);
    }

    /// <summary>Reads the rest of <c>name(x, y) = value</c>, of which the left side was read as a call.</summary>
    public StatementSyntax ParseInline(CallSyntax head, NameSyntax name)
    {
        Needs.ByName = true;
        cursor.Take();
        int mark = _parameters.Count;
        foreach (ArgumentSyntax argument in head.Arguments)
        {
            if (argument is { Name: null, Value: NameSyntax parameter })
            {
                _parameters.Add(new ParameterSyntax(parameter.Span, parameter.Name, Default: null, TakesRest: false));
            }
            else
            {
                expressions.Fail(argument.Value.Span, "A function written as one expression only takes plain names as parameters; write \"func … end\" for more.");
            }
        }

        ParameterSyntax[] parameters = _parameters.Cut(mark);
        CheckCount(parameters, head.Span);
        expressions.NoteAssigned(name);
        ExpressionSyntax value = expressions.Parse("A value is missing behind \"=\".");
        TextSpan span = expressions.SpanFrom(head);
        return new DefineSyntax(span, new FunctionSyntax(span, name, parameters, body: null, value));
    }

    public WithSyntax ParseWith(string? indent)
    {
        Needs.Open();
        Token start = cursor.Take();
        ExpressionSyntax target = expressions.Parse("\"with\" needs an object.");
        statements.EndStatement();
        BlockSyntax body = statements.ParseNested();
        statements.ExpectEnd(start, "with");
        return new WithSyntax(expressions.SpanFrom(start.Start), target, body) { Indent = indent };
    }

    public WrapSyntax ParseWrap(string? indent)
    {
        Needs.ByName = true;
        Token start = cursor.Take();
        ExpressionSyntax call = expressions.Parse("\"wrap\" needs a function.");
        statements.EndStatement();
        loops.Enter();
        BlockSyntax body = statements.ParseCalledBody();
        loops.Leave();
        statements.ExpectEnd(start, "wrap");
        return new WrapSyntax(expressions.SpanFrom(start.Start), call, body) { Indent = indent };
    }

    public ReadOnlySyntax ParseReadOnly()
    {
        Needs.ByName = true;
        Token start = cursor.Take();
        ExpressionSyntax target = expressions.Parse("\"readonly\" needs the name of a variable.");
        expressions.NoteAssigned(target);
        return new ReadOnlySyntax(expressions.SpanFrom(start.Start), target);
    }

    private BlockSyntax ParseBody(Token start, string word)
    {
        statements.EndStatement();
        int around = loops.Suspend();
        BlockSyntax body = statements.ParseCalledBody();
        loops.Resume(around);
        statements.ExpectEnd(start, word);
        return body;
    }

    private ParameterSyntax[]? ParseParameters()
    {
        Token open = cursor.Current;
        if (expressions.Failed || !cursor.TryTake(TokenKind.OpenParen))
        {
            return null;
        }

        int mark = _parameters.Count;
        bool isOptional = false;
        while (!expressions.Failed && cursor.Kind != TokenKind.CloseParen)
        {
            if (_parameters.Count > mark && !expressions.Expect(TokenKind.Comma, "A comma or \")\" is missing between the parameters."))
            {
                break;
            }

            ParseParameter(ref isOptional);
        }

        expressions.Expect(TokenKind.CloseParen, "These parameters have no closing parenthesis; add \")\".");
        ParameterSyntax[] parameters = _parameters.Cut(mark);
        CheckCount(parameters, open.Span);
        return parameters;
    }

    private void ParseParameter(ref bool isOptional)
    {
        Token word = cursor.Current;
        if (!expressions.Expect(TokenKind.Name, "A parameter's name is missing here."))
        {
            return;
        }

        bool takesRest = false;
        Value? missing = null;
        if (cursor.TryTake(TokenKind.DotDotDot))
        {
            takesRest = true;
            if (cursor.Kind != TokenKind.CloseParen)
            {
                expressions.Fail(word.Span, $"\"{word.Text}...\" takes all further arguments and must be the last parameter.");
            }
        }
        else if (cursor.TryTake(TokenKind.Equal))
        {
            Token literal = cursor.Current;
            missing = literal.Kind == TokenKind.Literal ? literal.Literal : literal.Text switch
            {
                "null" => Value.Null,
                "true" => Value.True,
                "false" => Value.False,
                _ => null,
            };
            if (missing is null)
            {
                expressions.FailAt(literal, $"The default of \"{word.Text}\" must be a literal, such as 1 or \"text\".");
            }

            cursor.Take();
            isOptional = true;
        }
        else if (isOptional)
        {
            expressions.Fail(word.Span, $"\"{word.Text}\" follows a parameter with a default and needs one as well.");
        }

        _parameters.Add(new ParameterSyntax(word.Span, word.Text!, missing, takesRest));
    }

    private void CheckCount(ParameterSyntax[] parameters, TextSpan span)
    {
        if (parameters.Length > MostParameters)
        {
            expressions.Fail(span, $"A function has at most {MostParameters} parameters; hand over an object instead.");
        }
    }
}
