namespace GuidanceFlow.Templates.Parsing;

/// <summary>
/// Cuts a template into literal text and code tokens. White-space control and escape blocks end here: the parser only
/// sees the text that is printed.
/// </summary>
internal sealed class Lexer(DiagnosticBag diagnostics, TokenList tokens, WordTable words)
{
    // Tells text that is never indented from other text.
    private const string EscapeMark = "{%{";

    private readonly CodeLexer _code = new(diagnostics, tokens, words);
    private string _text = string.Empty;
    private int _position;
    private Trim _leading;
    private bool _isRead;

    /// <summary>What a block's edge takes away from the literal text beside it.</summary>
    private enum Trim
    {
        None,
        Line,
        All,
    }

    public void Start(string text)
    {
        _text = text;
        _position = 0;
        _leading = Trim.None;
        _isRead = true;
        _code.Start(text);
    }

    public void ReadExpression()
    {
        _code.Read(0, isBlock: false);
        tokens.Add(new Token(TokenKind.EndOfText, _text.Length, 0));
    }

    /// <summary>Begins a template, which <see cref="TryReadOn"/> reads piece by piece.</summary>
    public void StartTemplate() => _isRead = false;

    /// <summary>Reads up to the end of the next block; false once everything is read.</summary>
    public bool TryReadOn()
    {
        if (_isRead)
        {
            return false;
        }

        int start = _position;
        int block = FindBlock(start, out int percents);
        if (block < 0)
        {
            AddText(start, _text.Length, _leading, Trim.None);
            tokens.Add(new Token(TokenKind.EndOfText, _text.Length, 0));
            _isRead = true;
            return true;
        }

        int inside = block + 2 + percents;
        Trim trailing = TrimAt(inside);
        inside += trailing == Trim.None ? 0 : 1;
        bool hasText = AddText(start, block, _leading, trailing);
        if (percents > 0)
        {
            _leading = ReadEscape(block, inside, percents);
            return true;
        }

        string indent = hasText && trailing == Trim.None ? IndentBefore(block) : string.Empty;
        tokens.Add(new Token(TokenKind.CodeEnter, block, inside - block, Text: indent));
        _leading = ReadCode(block, inside);
        return true;
    }

    private Trim ReadCode(int block, int inside)
    {
        _position = _code.Read(inside, isBlock: true);
        if (_position >= _text.Length)
        {
            diagnostics.Report(TemplateDiagnosticCode.Syntax, new TextSpan(block, 2), "This code block is not closed; add \"}}\".");
            return Trim.None;
        }

        int exit = _position;
        Trim trim = TrimAt(exit);
        _position += trim == Trim.None ? 2 : 3;
        tokens.Add(new Token(TokenKind.CodeExit, exit, _position - exit));
        return trim;
    }

    /// <summary>Reads an escape block such as <c>{%{ … }%}</c>, whose content is printed as it stands.</summary>
    private Trim ReadEscape(int block, int inside, int percents)
    {
        string close = "}" + new string('%', percents) + "}";
        int end = _text.IndexOf(close, inside, StringComparison.Ordinal);
        if (end < 0)
        {
            diagnostics.Report(TemplateDiagnosticCode.Syntax, new TextSpan(block, percents + 2), $"This escape block is not closed; add \"{close}\".");
            _position = _text.Length;
            return Trim.None;
        }

        _position = end + close.Length;
        Trim trim = end > inside ? TrimAt(end - 1) : Trim.None;
        int contentEnd = trim == Trim.None ? end : end - 1;
        if (contentEnd > inside)
        {
            tokens.Add(new Token(TokenKind.Text, inside, contentEnd - inside, Text: EscapeMark));
        }

        return trim;
    }

    /// <summary>Finds the next <c>{{</c> (no percent signs) or <c>{%…{</c>.</summary>
    private int FindBlock(int start, out int percents)
    {
        percents = 0;
        for (int i = _text.IndexOf('{', start); i >= 0; i = i + 1 < _text.Length ? _text.IndexOf('{', i + 1) : -1)
        {
            int next = i + 1;
            while (next < _text.Length && _text[next] == '%')
            {
                next++;
            }

            if (next < _text.Length && _text[next] == '{')
            {
                percents = next - i - 1;
                return i;
            }

            // The percent signs were looked at once; going on behind them keeps the search linear.
            i = next - 1;
        }

        return -1;
    }

    private Trim TrimAt(int position) => position >= _text.Length ? Trim.None : _text[position] switch
    {
        '-' => Trim.All,
        '~' => Trim.Line,
        _ => Trim.None,
    };

    private bool AddText(int start, int end, Trim leading, Trim trailing)
    {
        start = SkipLeading(start, end, leading);
        while (trailing != Trim.None && end > start && char.IsWhiteSpace(_text[end - 1]) && (trailing == Trim.All || _text[end - 1] is not ('\n' or '\r')))
        {
            end--;
        }

        if (end <= start)
        {
            return false;
        }

        tokens.Add(new Token(TokenKind.Text, start, end - start));
        return true;
    }

    private int SkipLeading(int start, int end, Trim trim)
    {
        while (trim != Trim.None && start < end && char.IsWhiteSpace(_text[start]))
        {
            bool lineEnds = _text[start] == '\n';
            start++;
            if (lineEnds && trim == Trim.Line)
            {
                break;
            }
        }

        return start;
    }

    /// <summary>The white space between the line's start and a block; empty when anything else stands there.</summary>
    private string IndentBefore(int block)
    {
        int start = block;
        while (start > 0 && _text[start - 1] != '\n')
        {
            start--;
            if (!char.IsWhiteSpace(_text[start]))
            {
                return string.Empty;
            }
        }

        return start == block ? string.Empty : _text[start..block];
    }
}
