using GuidanceFlow.Templates.Syntax;

namespace GuidanceFlow.Templates.Parsing;

/// <summary>Reads statements and the blocks they make.</summary>
internal sealed class StatementParser
{
    private readonly TokenCursor _cursor;
    private readonly ExpressionParser _expressions;
    private readonly Scratch<StatementSyntax> _statements = new();
    private readonly Scratch<IfBranch> _branches = new();
    private readonly CaseParser _caseParser;
    private readonly LoopParser _loopParser;
    private readonly FunctionParser _functionParser;
    private bool _isEndMissing;
    private string? _indent = string.Empty;

    public StatementParser(TokenCursor cursor)
    {
        _cursor = cursor;
        _expressions = new ExpressionParser(cursor);
        _caseParser = new CaseParser(cursor, _expressions, this);
        _loopParser = new LoopParser(cursor, _expressions, this);
        _functionParser = new FunctionParser(cursor, _expressions, this, _loopParser);
        _expressions.Functions = _functionParser;
    }

    /// <summary>Every name that is assigned somewhere.</summary>
    public IReadOnlyCollection<string> Assigned => _expressions.Assigned ?? (IReadOnlyCollection<string>)[];

    /// <summary>What the text needs of its variables.</summary>
    public NameNeeds Needs => _functionParser.Needs;

    public void Start(string text)
    {
        _loopParser.Start();
        _isEndMissing = false;
        _caseParser.Start();
        _indent = string.Empty;
        _expressions.Start(text);
    }

    /// <summary>Reads a whole template.</summary>
    public BlockSyntax ParseAll()
    {
        BlockSyntax block = ParseBlock();
        if (_cursor.Kind == TokenKind.EndOfText)
        {
            return block;
        }

        // Something that ends a block no one opened; the statements behind it still count.
        List<StatementSyntax> statements = [.. block.Statements];
        while (_cursor.Kind != TokenKind.EndOfText)
        {
            Token stray = _cursor.Take();
            string remedy = stray.Text == "end" ? "remove it" : "it belongs between an \"if\" or \"for\" and its \"end\"";
            _cursor.Report(stray.Span, $"\"{stray.Text}\" without an open block; {remedy}.");
            _cursor.SkipStatement();
            statements.AddRange(ParseBlock().Statements);
        }

        return new BlockSyntax(new TextSpan(0, _cursor.LastEnd), [.. statements]);
    }

    /// <summary>Reads a text that is one expression and nothing else.</summary>
    public ExpressionSyntax ParseOnlyExpression()
    {
        _expressions.MayAssign = false;
        _cursor.SkipNewLines();
        ExpressionSyntax expression = _expressions.Parse("An expression is missing.");
        if (_expressions.Failed)
        {
            return expression;
        }

        _cursor.SkipNewLines();
        Token rest = _cursor.Current;
        if (IsAssignment(rest.Kind))
        {
            _cursor.Diagnostics.Report(
                TemplateDiagnosticCode.NotAllowed,
                rest.Span,
                rest.Kind == TokenKind.Equal ? "An expression cannot assign; for a comparison write \"==\"." : "An expression cannot assign.");
        }
        else if (rest.Kind != TokenKind.EndOfText)
        {
            _expressions.FailAt(rest, rest.Kind == TokenKind.Equal
                ? "An expression cannot assign; for a comparison write \"==\"."
                : $"{_expressions.Describe(rest)} cannot follow a complete expression; remove it or join the two with an operator.");
        }

        return expression;
    }

    private static bool IsAssignment(TokenKind kind) => kind is >= TokenKind.Equal and <= TokenKind.PercentEqual;

    private BlockSyntax ParseBlock()
    {
        int start = _cursor.Current.Start;
        int mark = _statements.Count;
        while (_cursor.Kind != TokenKind.EndOfText && !AtBlockEnd())
        {
            if (ParseStatement() is { } statement)
            {
                _statements.Add(statement);
            }
        }

        return new BlockSyntax(new TextSpan(start, Math.Max(_cursor.LastEnd - start, 0)), _statements.Cut(mark));
    }

    private bool AtBlockEnd() => _cursor.Kind == TokenKind.Name && (_cursor.Current.Text is "end" or "else" || (_caseParser.IsInside && _cursor.Current.Text == "when"));

    private StatementSyntax? ParseStatement()
    {
        Token token = _cursor.Current;
        switch (token.Kind)
        {
            case TokenKind.Text:
                _cursor.Take();
                return new TextSyntax(token.Span) { Indent = token.Text is null ? null : string.Empty };
            case TokenKind.CodeEnter:
                _indent = token.Text!;
                _cursor.Take();
                return null;
            case TokenKind.CodeExit or TokenKind.NewLine or TokenKind.Semicolon:
                _cursor.Take();
                return null;
        }

        _expressions.Failed = false;
        StatementSyntax? statement = token.Kind != TokenKind.Name ? ParseExpressionStatement() : token.Text switch
        {
            "if" => ParseIf(),
            "for" when _cursor.Peek().Kind != TokenKind.Dot => _loopParser.ParseFor(_indent),
            "break" or "continue" => _loopParser.ParseJump(),
            "while" when _cursor.Peek().Kind != TokenKind.Dot => _loopParser.ParseWhile(_indent),
            "case" => ParseCase(),
            "capture" => ParseCapture(),
            "ret" => ParseReturn(),
            "func" => _functionParser.Parse(),
            "with" => _functionParser.ParseWith(_indent),
            "wrap" => _functionParser.ParseWrap(_indent),
            "readonly" => _functionParser.ParseReadOnly(),
            _ when Keywords.StartsUnsupportedBlock(token.Text!) => SkipUnsupportedBlock(),
            "elseif" or "elsif" or "elif" when !IsAssignment(_cursor.Peek().Kind) => RefuseElseIf(),
            _ => ParseExpressionStatement(),
        };
        EndStatement();
        return statement;
    }

    /// <summary>Goes behind the end of a statement; reports what stands before it.</summary>
    public void EndStatement()
    {
        if (_isEndMissing)
        {
            // What stands here belongs to the block around.
            _isEndMissing = false;
            _expressions.Failed = false;
            return;
        }

        if (!_expressions.Failed && !_cursor.AtStatementEnd)
        {
            Token rest = _cursor.Current;
            _expressions.FailAt(rest, rest.Kind == TokenKind.Equal
                ? "An assignment must be a statement of its own; for a comparison write \"==\"."
                : $"{_expressions.Describe(rest)} cannot follow here; end the statement before it with \";\" or a new line, or remove it.");
        }

        _cursor.SkipStatement();
        _expressions.Failed = false;
    }

    private StatementSyntax ParseExpressionStatement()
    {
        string? indent = _indent;
        ExpressionSyntax expression = _expressions.Parse("A value is missing here.");
        if (_expressions.Failed || !IsAssignment(_cursor.Kind))
        {
            return new PrintSyntax(expression.Span, expression) { Indent = indent };
        }

        if (_cursor.Kind == TokenKind.Equal && expression is CallSyntax { Callee: NameSyntax function, IsListed: true } head)
        {
            return _functionParser.ParseInline(head, function);
        }

        Token sign = _cursor.Take();
        ExpressionSyntax value = _expressions.Parse("A value is missing behind the assignment's sign.");
        if (!_expressions.Failed && IsAssignment(_cursor.Kind))
        {
            _expressions.Fail(_cursor.Current.Span, "Only one name can be assigned at a time; use two statements, or \"==\" for a comparison.");
        }

        _expressions.NoteAssigned(expression);
        return new AssignSyntax(_expressions.SpanFrom(expression), expression, sign.Kind, sign.Span, value) { Indent = indent };
    }

    private IfSyntax ParseIf()
    {
        Token start = _cursor.Current;
        string? indent = _indent;
        int mark = _branches.Count;
        BlockSyntax? otherwise = null;
        Token keyword = _cursor.Take();
        while (true)
        {
            ExpressionSyntax condition = _expressions.Parse("\"if\" needs a condition.");
            EndStatement();
            _branches.Add(new IfBranch(condition, ParseNested()));
            if (!_cursor.IsWord("else"))
            {
                break;
            }

            keyword = _cursor.Take();
            if (_cursor.IsWord("if"))
            {
                _cursor.Take();
                continue;
            }

            EndStatement();
            otherwise = ParseNested();
            SkipSecondElse();
            break;
        }

        ExpectEnd(start, keyword.Text == "else" ? "else" : "if");
        return new IfSyntax(_expressions.SpanFrom(start.Start), _branches.Cut(mark), otherwise) { Indent = indent };
    }

    private CaseSyntax ParseCase()
    {
        string? around = _indent;
        CaseSyntax choice = _caseParser.Parse(around);
        _indent = around;
        return choice;
    }

    private CaptureSyntax ParseCapture()
    {
        Token start = _cursor.Take();
        string? indent = _indent;
        ExpressionSyntax target = _expressions.Parse("\"capture\" needs a name for the text.");
        EndStatement();
        _expressions.NoteAssigned(target);
        BlockSyntax body = ParseNested();
        ExpectEnd(start, "capture");
        return new CaptureSyntax(_expressions.SpanFrom(start.Start), target, body) { Indent = indent };
    }

    private ReturnSyntax ParseReturn()
    {
        Token start = _cursor.Take();
        string? indent = _indent;
        ExpressionSyntax? value = _cursor.AtStatementEnd ? null : _expressions.Parse("A value is missing behind \"ret\".");
        return new ReturnSyntax(_expressions.SpanFrom(start.Start), value) { Indent = indent };
    }

    /// <summary>Refuses a block that is not supported once, and looks for mistakes in what it holds.</summary>
    private BlockSyntax SkipUnsupportedBlock()
    {
        Token word = _cursor.Take();
        _cursor.Report(word.Span, Keywords.Refuse(word.Text!));
        _cursor.SkipStatement();
        _loopParser.Enter();
        BlockSyntax body = ParseNested();
        while (_cursor.IsWord("else"))
        {
            _cursor.SkipStatement();
            ParseNested();
        }

        _loopParser.Leave();
        ExpectEnd(word, word.Text!);
        return body;
    }

    private BlockSyntax RefuseElseIf()
    {
        Token word = _cursor.Current;
        _cursor.Report(word.Span, $"\"{word.Text}\" is no word of the language; write \"else if\".");
        return SkipWord();
    }

    private BlockSyntax SkipWord()
    {
        Token word = _cursor.Take();
        _cursor.SkipStatement();
        return new BlockSyntax(word.Span, []);
    }

    /// <summary>Reads the statements of a block, up to the word that ends it.</summary>
    public BlockSyntax ParseNested()
    {
        if (!_cursor.TryEnter())
        {
            return new BlockSyntax(_cursor.Current.Span, []);
        }

        // What stands behind the block's end is indented as what stands before it, whatever code block the end is in.
        string? around = _indent;
        BlockSyntax block = ParseBlock();
        _indent = around;
        _cursor.Leave();
        return block;
    }

    /// <summary>Reads the statements of a function or a wrapped block: what they print is indented where they are called, not where they stand.</summary>
    public BlockSyntax ParseCalledBody()
    {
        string? around = _indent;
        _indent = null;
        BlockSyntax body = ParseNested();
        _indent = around;
        return body;
    }

    /// <summary>Goes on without indentation.</summary>
    public void DropIndent() => _indent = string.Empty;

    /// <summary>Reports an <c>else</c> behind an <c>else</c>.</summary>
    public void SkipSecondElse()
    {
        while (_cursor.IsWord("else"))
        {
            Token word = _cursor.Take();
            _cursor.Report(word.Span, "A second \"else\" can never be reached; remove it, or make the first one \"else if\".");
            _cursor.SkipStatement();
            ParseNested();
        }
    }

    /// <summary>Takes the <c>end</c> of a block, or reports that there is none.</summary>
    public void ExpectEnd(Token start, string last)
    {
        if (_cursor.IsWord("end"))
        {
            _cursor.Take();
            return;
        }

        string which = last == "else" ? "\"if\" with its \"else\"" : $"\"{last}\"";
        _isEndMissing = true;
        _cursor.Report(start.Span, $"This {which} has no end; add \"{{{{ end }}}}\" where it stops.");
    }
}
