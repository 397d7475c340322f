using GuidanceFlow.Templates.Runtime;
using GuidanceFlow.Templates.Syntax;

namespace GuidanceFlow.Templates.Parsing;

/// <summary>
/// Reads expressions by precedence climbing. After a mistake everything returns at once and the statement's rest is
/// skipped, so that one mistake gives one diagnostic.
/// </summary>
internal sealed class ExpressionParser
{
    private static readonly string?[] s_missing = new string?[Enum.GetValues<TokenKind>().Length];

    private readonly TokenCursor _cursor;
    private readonly OperandParser _operands;
    private readonly Scratch<ChainLink> _links = new();
    private readonly Scratch<ArgumentSyntax> _arguments = new();
    private string _text = string.Empty;

    // In "a ? f b : c" the colon belongs to the ternary, not to an argument named b.
    private bool _colonEndsArgument;

    public ExpressionParser(TokenCursor cursor)
    {
        _cursor = cursor;
        _operands = new OperandParser(cursor, this);
    }

    /// <summary>Whether the statement at hand has a reported mistake; whoever starts a new statement clears it.</summary>
    public bool Failed { get; set; }

    /// <summary>Set while the list of a <c>for</c> is read, where <c>limit:</c>, <c>offset:</c> and <c>reversed</c> end the expression.</summary>
    public bool StopsAtLoopOptions { get; set; }

    /// <summary>Every name that is assigned somewhere; null for none.</summary>
    public HashSet<string>? Assigned { get; private set; }

    /// <summary>What reads functions; it needs the parser of statements, which needs this one.</summary>
    public FunctionParser Functions { get; set; } = null!;

    /// <summary>What the text needs of its variables.</summary>
    public NameNeeds Needs => Functions.Needs;

    /// <summary>Whether the text is a template, where values may be kept; an expression has none of its own.</summary>
    public bool MayAssign { get; set; }

    public void Start(string text)
    {
        Assigned = null;
        Needs.Start();
        MayAssign = true;
        _text = text;
        _colonEndsArgument = false;
        Failed = false;
        StopsAtLoopOptions = false;
    }

    public void NoteAssigned(ExpressionSyntax target)
    {
        if (target is NameSyntax name)
        {
            (Assigned ??= new HashSet<string>(StringComparer.Ordinal)).Add(name.Name);
        }
        else if (target is PathSyntax)
        {
            Needs.Changes = true;
        }
    }

    /// <summary>Forgets what the surroundings mean while the statements of a function are read; gives what <see cref="Resume"/> takes.</summary>
    public (bool IsColonTaken, bool IsLoopHead) Suspend()
    {
        (bool, bool) before = (_colonEndsArgument, StopsAtLoopOptions);
        (_colonEndsArgument, StopsAtLoopOptions) = (false, false);
        return before;
    }

    public void Resume(bool isColonTaken, bool isLoopHead) => (_colonEndsArgument, StopsAtLoopOptions) = (isColonTaken, isLoopHead);

    /// <summary>Reads a whole expression.</summary>
    /// <param name="missing">What to say when there is none.</param>
    public ExpressionSyntax Parse(string missing)
    {
        if (!_cursor.TryEnter())
        {
            return Fail();
        }

        ExpressionSyntax result = ParseOperators(Precedence.Lowest, inArguments: false, missing);
        _cursor.Leave();
        return result;
    }

    /// <summary>Reads an expression in brackets of any kind, where the surroundings of the brackets do not count.</summary>
    public ExpressionSyntax ParseBracketed(string missing)
    {
        (bool colon, bool options) = (_colonEndsArgument, StopsAtLoopOptions);
        (_colonEndsArgument, StopsAtLoopOptions) = (false, false);
        ExpressionSyntax result = Parse(missing);
        (_colonEndsArgument, StopsAtLoopOptions) = (colon, options);
        return result;
    }

    /// <summary>Reads operands and the operators between them that bind tighter than a minimum.</summary>
    public ExpressionSyntax ParseOperators(int minimum, bool inArguments, string missing)
    {
        ExpressionSyntax first = _operands.Parse(inArguments, missing);
        if (first is NameSyntax { Name: "not" } && !Failed && StartsArgument())
        {
            return Fail(first.Span, "\"not\" is no operator here; write \"!\".");
        }

        if (!inArguments && !Failed && StartsArgument())
        {
            first = ParseCall(first, minimum);
        }

        int mark = _links.Count;
        while (!Failed)
        {
            Token sign = _cursor.Current;
            if (IsLogicWord(sign))
            {
                _links.Drop(mark);
                return Fail(sign.Span, $"\"{sign.Text}\" is no operator here; write \"{(sign.Text == "and" ? "&&" : "||")}\".");
            }

            int precedence = Precedence.Of(sign.Kind);
            if (precedence > minimum)
            {
                _cursor.Take();
                ExpressionSyntax right = ParseOperators(precedence, inArguments, MissingBehind(sign));
                _links.Add(new ChainLink(sign.Kind, sign.Span, right));
            }
            else if (sign.Kind == TokenKind.Pipe && minimum == Precedence.Lowest && !inArguments)
            {
                _links.Add(new ChainLink(sign.Kind, sign.Span, ParsePipe()));
            }
            else
            {
                break;
            }
        }

        if (_links.Count > mark)
        {
            first = new ChainSyntax(SpanFrom(first), first, ChainLinks.Cut(_links, mark));
        }

        bool isTernary = !Failed && _cursor.Kind == TokenKind.Question && minimum == Precedence.Lowest && !inArguments;
        return isTernary ? ParseTernary(first) : first;
    }

    public ExpressionSyntax Fail(TextSpan span, string message)
    {
        if (!Failed)
        {
            Failed = true;
            _cursor.Report(span, message);
        }

        return new ErrorSyntax(span);
    }

    /// <summary>Reports a token that cannot stand where it does, unless there is something better to say of it.</summary>
    public ExpressionSyntax FailAt(Token token, string message)
    {
        switch (token.Kind)
        {
            case TokenKind.Invalid:
                // Already reported when it was cut.
                Failed = true;
                return new ErrorSyntax(token.Span);
            case TokenKind.Greater when IsDirectlyBehind(token, "<"):
                return Fail(new TextSpan(token.Start - 1, 2), "\"<>\" is no operator here; write \"!=\".");
            case TokenKind.Equal when IsDirectlyBehind(token, "==") || IsDirectlyBehind(token, "!="):
                return Fail(new TextSpan(token.Start - 2, 3), $"\"{_text.Substring(token.Start - 2, 3)}\" is no operator here; write \"{_text.Substring(token.Start - 2, 2)}\".");
            default:
                return Fail(token.Span, message);
        }
    }

    /// <summary>What a token is called in a message.</summary>
    public string Describe(Token token) => token.Kind switch
    {
        TokenKind.CodeExit => "the end of the code block",
        TokenKind.NewLine => "the end of the line",
        TokenKind.EndOfText or TokenKind.Text or TokenKind.CodeEnter => "the end of the text",
        _ => $"\"{TextOf(token)}\"",
    };

    public bool Expect(TokenKind kind, string message)
    {
        if (Failed)
        {
            return false;
        }

        if (_cursor.TryTake(kind))
        {
            return true;
        }

        Fail(_cursor.Current.Span, message);
        return false;
    }

    public TextSpan SpanFrom(ExpressionSyntax start) => SpanFrom(start.Span.Start);

    public TextSpan SpanFrom(int start) => new(start, Math.Max(_cursor.LastEnd - start, 0));

    /// <summary>Reads the arguments of a call in parentheses, the opening one being consumed.</summary>
    public ArgumentSyntax[] ParseListedArguments()
    {
        int mark = _arguments.Count;
        while (!Failed && _cursor.Kind != TokenKind.CloseParen)
        {
            if (_arguments.Count > mark && !_cursor.TryTake(TokenKind.Comma))
            {
                Fail(_cursor.Current.Span, $"A comma or \")\" is missing before {Describe(_cursor.Current)}.");
                break;
            }

            string? name = TryTakeArgumentName(force: true);
            _arguments.Add(new ArgumentSyntax(name, _cursor.Kind == TokenKind.Caret ? ParseExpanded() : ParseBracketed("An argument is missing here.")));
        }

        Expect(TokenKind.CloseParen, "This call has no closing parenthesis; add \")\".");
        return _arguments.Cut(mark);
    }

    private CallSyntax ParseCall(ExpressionSyntax callee, int minimum)
    {
        int mark = _arguments.Count;
        while (!Failed && StartsArgument())
        {
            string? name = TryTakeArgumentName(force: false);
            ExpressionSyntax value = _cursor.Kind == TokenKind.Caret ? ParseExpanded() : name is null
                ? ParseOperators(minimum, inArguments: true, string.Empty)
                : _operands.Parse(inArguments: true, $"The argument \"{name}\" needs a value.");
            _arguments.Add(new ArgumentSyntax(name, value));
        }

        return new CallSyntax(SpanFrom(callee), callee, _arguments.Cut(mark));
    }

    /// <summary>Reads <c>^list</c>.</summary>
    private ExpandSyntax ParseExpanded()
    {
        Token sign = _cursor.Take();
        ExpressionSyntax list = _operands.Parse(inArguments: true, "\"^\" needs a list to its right.");
        Needs.ByName = true;
        return new ExpandSyntax(SpanFrom(sign.Start), list);
    }

    private ExpressionSyntax ParsePipe()
    {
        _cursor.Take();
        _cursor.SkipNewLines();
        ExpressionSyntax target = _operands.Parse(inArguments: false, "\"|\" needs a function to its right, for example \"string.upcase\".");
        if (Failed)
        {
            return target;
        }

        return target is CallSyntax ? target : ParseCall(target, Precedence.Lowest);
    }

    private ExpressionSyntax ParseTernary(ExpressionSyntax condition)
    {
        _cursor.Take();
        bool colon = _colonEndsArgument;
        _colonEndsArgument = true;
        ExpressionSyntax whenTrue = Parse("\"?\" needs a value to its right.");
        _colonEndsArgument = colon;
        if (!Expect(TokenKind.Colon, "The \":\" of \"condition ? value : other\" is missing here."))
        {
            return new ErrorSyntax(SpanFrom(condition));
        }

        ExpressionSyntax whenFalse = Parse("\":\" needs a value to its right.");
        return new ConditionalSyntax(SpanFrom(condition), condition, whenTrue, whenFalse);
    }

    private bool IsDirectlyBehind(Token token, string sign) =>
        token.Start >= sign.Length && string.CompareOrdinal(_text, token.Start - sign.Length, sign, 0, sign.Length) == 0;

    private bool StartsArgument()
    {
        Token current = _cursor.Current;
        return current.Kind switch
        {
            TokenKind.Name => (!Keywords.IsKeyword(current.Text!) || current.Text == "do" || (current.Text is "for" or "while" && _cursor.Peek().Kind == TokenKind.Dot)) && !IsLogicWord(current) && !(StopsAtLoopOptions && IsLoopOption(current)),
            TokenKind.Literal or TokenKind.InterpolationStart or TokenKind.OpenParen or TokenKind.OpenBracket or TokenKind.OpenBrace or TokenKind.Not or TokenKind.At or TokenKind.Caret => true,
            _ => false,
        };
    }

    private string MissingBehind(Token sign) => sign.Kind == TokenKind.Minus && _cursor.Kind == TokenKind.CodeExit
        ? "\"-\" needs a value to its right; to remove the white space behind the block, write \"-}}\" without a space in it."
        : MissingBehind(sign.Kind);

    // Said of every operator read, in case its operand is missing; made once each.
    private static string MissingBehind(TokenKind sign) => s_missing[(int)sign] ??= $"\"{OperatorNames.Of(sign)}\" needs a value to its right.";

    private static bool IsLogicWord(Token token) => token is { Kind: TokenKind.Name, Text: "and" or "or" };

    private bool IsLoopOption(Token token) =>
        token.Text == "reversed" || (token.Text is "limit" or "offset" && _cursor.Peek().Kind == TokenKind.Colon);

    private string? TryTakeArgumentName(bool force)
    {
        if (_cursor.Kind != TokenKind.Name || _cursor.Peek().Kind != TokenKind.Colon || (_colonEndsArgument && !force))
        {
            return null;
        }

        string? name = _cursor.Take().Text;
        _cursor.Take();
        return name;
    }

    private string TextOf(Token token) => token.Length > 40 ? string.Concat(_text.AsSpan(token.Start, 40), "…") : _text.Substring(token.Start, token.Length);

    private ErrorSyntax Fail()
    {
        Failed = true;
        return new ErrorSyntax(_cursor.Current.Span);
    }
}
