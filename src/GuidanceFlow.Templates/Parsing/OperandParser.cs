using GuidanceFlow.Templates.Syntax;

namespace GuidanceFlow.Templates.Parsing;

/// <summary>Reads what stands between operators: literals, names, brackets, signed values, and the members, indexes and calls behind them.</summary>
internal sealed class OperandParser(TokenCursor cursor, ExpressionParser expressions)
{
    private readonly Scratch<PathLink> _links = new();
    private readonly Scratch<ExpressionSyntax> _items = new();
    private readonly Scratch<MemberSyntax> _members = new();

    public ExpressionSyntax Parse(bool inArguments, string missing)
    {
        ExpressionSyntax first = ParseFirst(inArguments, missing);
        int calls = 0;
        while (!expressions.Failed)
        {
            if (cursor.Kind is TokenKind.Dot or TokenKind.QuestionDot || (cursor.Kind == TokenKind.OpenBracket && !cursor.Current.SpaceBefore))
            {
                first = ParsePath(first);
            }
            else if (cursor.Kind == TokenKind.OpenParen && !cursor.Current.SpaceBefore)
            {
                // Unlike a path, calls of calls make a deep tree, so each counts as a level.
                if (!cursor.TryEnter())
                {
                    expressions.Failed = true;
                    break;
                }

                calls++;
                cursor.Take();
                ArgumentSyntax[] arguments = expressions.ParseListedArguments();
                first = new CallSyntax(expressions.SpanFrom(first), first, arguments) { IsListed = true };
            }
            else if (cursor.Kind is TokenKind.PlusPlus or TokenKind.MinusMinus)
            {
                first = MakeIncrement(cursor.Take(), first, isPrefix: false);
            }
            else
            {
                break;
            }
        }

        for (; calls > 0; calls--)
        {
            cursor.Leave();
        }

        return first;
    }

    private ExpressionSyntax ParseFirst(bool inArguments, string missing)
    {
        Token token = cursor.Current;
        switch (token.Kind)
        {
            case TokenKind.Literal:
                cursor.Take();
                return new LiteralSyntax(token.Span, token.Literal);
            case TokenKind.Name:
                return ParseName(token);
            case TokenKind.OpenParen:
                return ParseParentheses(token);
            case TokenKind.OpenBracket:
                return ParseList(token);
            case TokenKind.OpenBrace:
                return ParseObject(token);
            case TokenKind.InterpolationStart:
                return ParseInterpolation(token);
            case TokenKind.PlusPlus or TokenKind.MinusMinus:
                return ParsePrefix(token, inArguments);
            case TokenKind.Not or TokenKind.Minus or TokenKind.Plus:
                return ParseUnary(token, inArguments);
            case TokenKind.At:
                return ParsePointer(token, inArguments);
            case TokenKind.NewLine or TokenKind.Semicolon or TokenKind.CodeExit or TokenKind.EndOfText or TokenKind.CloseParen or TokenKind.CloseBracket:
                return expressions.Fail(token.Span, missing);
            default:
                return expressions.FailAt(token, $"{expressions.Describe(token)} cannot stand here; a value is expected.");
        }
    }

    private ExpressionSyntax ParseName(Token token)
    {
        string name = token.Text!;
        if (name == "do")
        {
            return expressions.Functions.ParseAnonymous();
        }

        bool isLoop = name is "for" or "while" && cursor.Peek().Kind == TokenKind.Dot;
        if (Keywords.IsKeyword(name) && !isLoop)
        {
            string message = Keywords.IsUnsupported(name)
                ? Keywords.Refuse(name)
                : $"\"{name}\" is a word of the language and cannot stand here; if it starts a statement, put it on its own line or behind \";\".";
            return expressions.Fail(token.Span, message);
        }

        cursor.Take();
        if (name is "this" or "include" or "include_join" || (name == "object" && cursor.Kind == TokenKind.Dot && cursor.Peek() is { Kind: TokenKind.Name, Text: "eval" or "eval_template" }))
        {
            expressions.Needs.Open();
        }

        return name switch
        {
            "null" => new LiteralSyntax(token.Span, Value.Null),
            "true" => new LiteralSyntax(token.Span, Value.True),
            "false" => new LiteralSyntax(token.Span, Value.False),
            _ => new NameSyntax(token.Span, name),
        };
    }

    private ExpressionSyntax ParsePointer(Token sign, bool inArguments)
    {
        cursor.Take();
        if (!cursor.TryEnter())
        {
            expressions.Failed = true;
            return new ErrorSyntax(sign.Span);
        }

        expressions.Needs.ByName = true;
        ExpressionSyntax operand = Parse(inArguments, "\"@\" needs a function to its right.");
        cursor.Leave();
        return new PointerSyntax(expressions.SpanFrom(sign.Start), operand);
    }

    private ExpressionSyntax ParsePrefix(Token sign, bool inArguments)
    {
        cursor.Take();
        if (!cursor.TryEnter())
        {
            expressions.Failed = true;
            return new ErrorSyntax(sign.Span);
        }

        ExpressionSyntax target = Parse(inArguments, "A name is missing here.");
        cursor.Leave();
        return expressions.Failed ? target : MakeIncrement(sign, target, isPrefix: true);
    }

    private ExpressionSyntax MakeIncrement(Token sign, ExpressionSyntax target, bool isPrefix)
    {
        if (!expressions.MayAssign)
        {
            string plain = sign.Kind == TokenKind.PlusPlus ? "+" : "-";
            cursor.Diagnostics.Report(TemplateDiagnosticCode.NotAllowed, sign.Span, $"An expression cannot assign; write \"{plain} 1\" for the value.");
            return new ErrorSyntax(sign.Span);
        }

        expressions.NoteAssigned(target);
        int start = Math.Min(sign.Start, target.Span.Start);
        return new IncrementSyntax(new TextSpan(start, Math.Max(sign.End, target.Span.End) - start), target, sign.Kind == TokenKind.PlusPlus, isPrefix);
    }

    private ExpressionSyntax ParsePath(ExpressionSyntax target)
    {
        int mark = _links.Count;
        bool isOptional = false;
        while (!expressions.Failed)
        {
            Token token = cursor.Current;
            if (token.Kind is TokenKind.Dot or TokenKind.QuestionDot)
            {
                // What follows a "?." is optional too: "a?.b.c" is null when a is.
                isOptional |= token.Kind == TokenKind.QuestionDot;
                cursor.Take();
                Token member = cursor.Current;
                if (!expressions.Expect(TokenKind.Name, "A member's name must follow the dot."))
                {
                    break;
                }

                _links.Add(new PathLink(member.Span, member.Text, null, isOptional));
            }
            else if (token.Kind == TokenKind.OpenBracket && !token.SpaceBefore)
            {
                cursor.Take();
                ExpressionSyntax index = expressions.ParseBracketed("An index is missing here.");
                expressions.Expect(TokenKind.CloseBracket, "This index has no closing bracket; add \"]\".");
                _links.Add(new PathLink(expressions.SpanFrom(token.Start), null, index, isOptional));
            }
            else
            {
                break;
            }
        }

        return _links.Count == mark ? new ErrorSyntax(target.Span) : new PathSyntax(expressions.SpanFrom(target), target, _links.Cut(mark));
    }

    private ExpressionSyntax ParseUnary(Token sign, bool inArguments)
    {
        cursor.Take();
        if (!cursor.TryEnter())
        {
            expressions.Failed = true;
            return new ErrorSyntax(sign.Span);
        }

        string text = sign.Kind == TokenKind.Not ? "!" : sign.Kind == TokenKind.Minus ? "-" : "+";
        ExpressionSyntax operand = expressions.ParseOperators(Precedence.Unary, inArguments, $"\"{text}\" needs a value to its right.");
        cursor.Leave();
        return new UnarySyntax(expressions.SpanFrom(sign.Start), sign.Kind, operand);
    }

    private ExpressionSyntax ParseParentheses(Token open)
    {
        cursor.Take();
        ExpressionSyntax inner = expressions.ParseBracketed("A value is missing in the parentheses.");
        if (!expressions.Failed && cursor.Kind is TokenKind.Equal)
        {
            return expressions.Fail(cursor.Current.Span, "An assignment must be a statement of its own; for a comparison write \"==\".");
        }

        if (!expressions.Failed && !cursor.TryTake(TokenKind.CloseParen))
        {
            expressions.Fail(cursor.Current.Span, $"A closing parenthesis is missing before {expressions.Describe(cursor.Current)}; add \")\".");
        }

        return inner switch
        {
            ErrorSyntax => new ErrorSyntax(open.Span),
            FunctionSyntax function => function.InParentheses(),
            _ => inner,
        };
    }

    private ListSyntax ParseList(Token open)
    {
        cursor.Take();
        int mark = _items.Count;
        cursor.SkipNewLines();
        while (!expressions.Failed && cursor.Kind != TokenKind.CloseBracket)
        {
            _items.Add(expressions.ParseBracketed("An item or \"]\" is missing here."));
            SkipSeparator(TokenKind.CloseBracket, "This list has no closing bracket; add \"]\".");
        }

        cursor.TryTake(TokenKind.CloseBracket);
        return new ListSyntax(expressions.SpanFrom(open.Start), _items.Cut(mark));
    }

    private InterpolationSyntax ParseInterpolation(Token open)
    {
        cursor.Take();
        int mark = _items.Count;
        while (!expressions.Failed && cursor.Kind is TokenKind.Literal or TokenKind.HoleStart)
        {
            if (cursor.Kind == TokenKind.Literal)
            {
                Token piece = cursor.Take();
                _items.Add(new LiteralSyntax(piece.Span, piece.Literal));
                continue;
            }

            cursor.Take();
            _items.Add(expressions.ParseBracketed("A value is missing between the braces."));
            if (!expressions.Failed && !cursor.TryTake(TokenKind.HoleEnd))
            {
                Token rest = cursor.Current;
                expressions.FailAt(rest, $"{expressions.Describe(rest)} cannot follow here; one value stands between braces.");
            }
        }

        cursor.TryTake(TokenKind.InterpolationEnd);
        return new InterpolationSyntax(expressions.SpanFrom(open.Start), _items.Cut(mark));
    }

    private ObjectSyntax ParseObject(Token open)
    {
        cursor.Take();
        int mark = _members.Count;
        if (cursor.Kind == TokenKind.OpenBrace && !cursor.Current.SpaceBefore)
        {
            expressions.Fail(open.Span, "An expression stands without double braces; take \"{{\" and \"}}\" out.");
        }

        cursor.SkipNewLines();
        while (!expressions.Failed && cursor.Kind != TokenKind.CloseBrace)
        {
            Token name = cursor.Current;
            string? text = name.Kind == TokenKind.Name ? name.Text : name.Literal.TryGetText(out string? quoted) ? quoted : null;
            if (text is null)
            {
                expressions.Fail(name.Span, "A member's name, a text or \"}\" is missing here.");
                break;
            }

            cursor.Take();
            cursor.SkipNewLines();
            if (expressions.Expect(TokenKind.Colon, $"A \":\" must follow the member's name \"{text}\"."))
            {
                cursor.SkipNewLines();
                _members.Add(new MemberSyntax(text, expressions.ParseBracketed($"The member \"{text}\" needs a value.")));
                SkipSeparator(TokenKind.CloseBrace, "This object has no closing brace; add \"}\".");
            }
        }

        cursor.TryTake(TokenKind.CloseBrace);
        return new ObjectSyntax(expressions.SpanFrom(open.Start), _members.Cut(mark));
    }

    private void SkipSeparator(TokenKind close, string missing)
    {
        if (expressions.Failed)
        {
            return;
        }

        cursor.SkipNewLines();
        if (cursor.TryTake(TokenKind.Comma))
        {
            cursor.SkipNewLines();
        }
        else if (cursor.Kind != close)
        {
            expressions.Fail(cursor.Current.Span, missing);
        }
    }
}
