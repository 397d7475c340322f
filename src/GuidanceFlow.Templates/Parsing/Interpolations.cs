namespace GuidanceFlow.Templates.Parsing;

/// <summary>Reads texts with values in them, <c>$"Hello {name}"</c>. What stands in their holes is code and read by the code's lexer, so texts may nest.</summary>
internal sealed class Interpolations(DiagnosticBag diagnostics, TokenList tokens, LiteralLexer literals)
{
    private readonly Stack<OpenText> _open = new();
    private string _text = string.Empty;

    /// <summary>Whether the code at hand stands in a hole.</summary>
    public bool IsInHole => _open.Count > 0;

    public void Start(string text)
    {
        _text = text;
        _open.Clear();
    }

    /// <summary>Whether a text with values starts at a position.</summary>
    public bool StartsAt(int position) => _text[position] == '$' && position + 1 < _text.Length && _text[position + 1] is '"' or '\'';

    /// <summary>Reads the start of such a text, up to its first hole or its end.</summary>
    /// <param name="position">Where it starts; afterwards where the code goes on.</param>
    /// <param name="braces">How many objects are open in the code at hand.</param>
    /// <param name="space">Whether white space stands before it.</param>
    public void Begin(ref int position, ref int braces, bool space)
    {
        tokens.Add(new Token(TokenKind.InterpolationStart, position, 2, space));
        _open.Push(new OpenText(position, _text[position + 1], braces));
        position += 2;
        ReadPiece(ref position, ref braces);
    }

    /// <summary>Reads on from the brace that ends a hole, up to the next hole or the text's end.</summary>
    public void EndHole(ref int position, ref int braces)
    {
        tokens.Add(new Token(TokenKind.HoleEnd, position, 1));
        position += _open.Peek().IsDoubled && position + 1 < _text.Length && _text[position + 1] == '}' ? 2 : 1;
        ReadPiece(ref position, ref braces);
    }

    /// <summary>Whether a quote right behind a value ends the text whose hole is open, because its brace was forgotten.</summary>
    public bool EndsAt(int position, bool space) =>
        IsInHole && !space && _text[position] == _open.Peek().Quote
        && tokens[tokens.Count - 1].Kind is TokenKind.Literal or TokenKind.Name or TokenKind.InterpolationEnd or TokenKind.CloseParen or TokenKind.CloseBracket;

    /// <summary>Ends a text in the middle of its hole.</summary>
    public void EndText(ref int position, ref int braces)
    {
        ReportOpenHole();
        tokens.Add(new Token(TokenKind.HoleEnd, position, 0));
        tokens.Add(new Token(TokenKind.InterpolationEnd, position++, 1));
        braces = _open.Pop().Braces;
    }

    /// <summary>Whether the code of a hole goes on in the next line: behind a pipe, and where a list or an object goes on.</summary>
    public bool GoesOnBehindLine =>
        IsInHole && tokens[tokens.Count - 1].Kind is TokenKind.Pipe or TokenKind.Comma or TokenKind.OpenBracket or TokenKind.OpenBrace or TokenKind.NewLine;

    /// <summary>Ends the texts whose holes are open where a line or the code ends.</summary>
    public void Abandon(int position, ref int braces)
    {
        if (!IsInHole)
        {
            return;
        }

        ReportOpenHole();
        while (_open.TryPop(out OpenText? text))
        {
            braces = text.Braces;
            tokens.Add(new Token(TokenKind.HoleEnd, position, 0));
            tokens.Add(new Token(TokenKind.InterpolationEnd, position, 0));
        }
    }

    private void ReportOpenHole()
    {
        // Of two braces is said already what to write.
        if (!_open.Peek().IsDoubled)
        {
            diagnostics.Report(
                TemplateDiagnosticCode.Syntax,
                new TextSpan(_open.Peek().Hole, 1),
                "This brace is not closed on its line; add \"}\" behind the value, or write \"\\{\" for a brace that is printed.");
        }
    }

    private void ReadPiece(ref int position, ref int braces)
    {
        OpenText text = _open.Peek();
        int start = position;
        string piece = literals.ReadPiece(text.Start, text.Quote, ref position);
        if (piece.Length > 0)
        {
            tokens.Add(new Token(TokenKind.Literal, start, position - start, Literal: Value.From(piece)));
        }

        if (position < _text.Length && _text[position] == '{')
        {
            text.Hole = position;
            text.IsDoubled = position + 1 < _text.Length && _text[position + 1] == '{';
            braces = 0;
            tokens.Add(new Token(TokenKind.HoleStart, position++, 1));
            if (text.IsDoubled)
            {
                diagnostics.Report(TemplateDiagnosticCode.Syntax, new TextSpan(text.Hole, 2), "In a text with values one brace is enough: \"{\" and \"}\"; write \"\\{\" for a brace that is printed.");
                position++;
            }

            return;
        }

        bool isClosed = position < _text.Length && _text[position] == text.Quote;
        tokens.Add(new Token(TokenKind.InterpolationEnd, position, isClosed ? 1 : 0));
        position += isClosed ? 1 : 0;
        braces = text.Braces;
        _open.Pop();
    }

    /// <summary>A text that is read.</summary>
    /// <param name="Start">Where it starts.</param>
    /// <param name="Quote">What ends it.</param>
    /// <param name="Braces">How many objects are open in the code around it.</param>
    private sealed record OpenText(int Start, char Quote, int Braces)
    {
        /// <summary>Where the hole at hand starts.</summary>
        public int Hole { get; set; }

        /// <summary>Whether the hole was opened with two braces.</summary>
        public bool IsDoubled { get; set; }
    }
}
