namespace GuidanceFlow.Templates.Parsing;

/// <summary>Cuts the code of one block into tokens.</summary>
internal sealed class CodeLexer
{
    private readonly DiagnosticBag _diagnostics;
    private readonly TokenList _tokens;
    private readonly WordTable _words;
    private readonly LiteralLexer _literals;
    private readonly Interpolations _interpolations;
    private string _text = string.Empty;
    private int _position;
    private int _braces;

    public CodeLexer(DiagnosticBag diagnostics, TokenList tokens, WordTable words)
    {
        _diagnostics = diagnostics;
        _tokens = tokens;
        _words = words;
        _literals = new LiteralLexer(diagnostics, words);
        _interpolations = new Interpolations(diagnostics, tokens, _literals);
    }

    public void Start(string text)
    {
        _text = text;
        _literals.Start(text);
        _interpolations.Start(text);
    }

    /// <summary>Reads from a position up to the block's end, which is not consumed, and says where that is.</summary>
    /// <param name="start">Where the code starts.</param>
    /// <param name="isBlock">Whether <c>}}</c> ends the code; a bare expression ends with the _text.</param>
    public int Read(int start, bool isBlock)
    {
        _position = start;
        _braces = 0;
        while (_position < _text.Length)
        {
            int before = _position;
            SkipSpace();
            bool space = _position > before;
            if (_position >= _text.Length || (isBlock && !_interpolations.IsInHole && IsExit(_position)))
            {
                break;
            }

            if (_interpolations.IsInHole && _braces == 0 && _text[_position] == '}')
            {
                _interpolations.EndHole(ref _position, ref _braces);
                continue;
            }

            if (isBlock && _text.AsSpan(_position).StartsWith("｝｝", StringComparison.Ordinal))
            {
                _diagnostics.Report(TemplateDiagnosticCode.Syntax, new TextSpan(_position, 2), "\"｝｝\" closes no code block; write \"}}\".");
                break;
            }

            if (_text[_position] == '#')
            {
                SkipComment(isBlock);
                continue;
            }

            ReadToken(space);
        }

        _interpolations.Abandon(_position, ref _braces);
        return _position;
    }

    private void ReadToken(bool space)
    {
        int start = _position;
        char first = _text[start];
        if (first is '\n' or '\r')
        {
            if (!_interpolations.GoesOnBehindLine)
            {
                _interpolations.Abandon(_position, ref _braces);
            }

            _position++;
            AddSign(TokenKind.NewLine, start, space);
        }
        else if (_interpolations.EndsAt(start, space))
        {
            _interpolations.EndText(ref _position, ref _braces);
        }
        else if (first is '\'' or '"' or '`')
        {
            string value = first == '`' ? _literals.ReadVerbatim(ref _position) : _literals.ReadText(ref _position);
            _tokens.Add(new Token(TokenKind.Literal, start, _position - start, space, Literal: Value.From(value)));
        }
        else if (char.IsAsciiDigit(first))
        {
            Value value = _literals.ReadNumber(ref _position);
            _tokens.Add(new Token(TokenKind.Literal, start, _position - start, space, Literal: value));
        }
        else if (_interpolations.StartsAt(start))
        {
            _interpolations.Begin(ref _position, ref _braces, space);
        }
        else if (IsNameStart(first) || first == '$')
        {
            // "$$", the block that a call wraps, is one name.
            _position += first == '$' && start + 1 < _text.Length && _text[start + 1] == '$' ? 2 : 1;
            while (_position < _text.Length && IsNamePart(_text[_position]))
            {
                _position++;
            }

            // "list.empty?" is one name; "list.empty ? a : b" and "x.empty?.y" are not.
            if (start > 0 && _text[start - 1] == '.' && _position < _text.Length && _text[_position] == '?' && (_position + 1 == _text.Length || _text[_position + 1] is not ('.' or '?' or '!'))
                && _text.AsSpan(start, _position - start).SequenceEqual("empty"))
            {
                _position++;
            }

            _tokens.Add(new Token(TokenKind.Name, start, _position - start, space, _words.Find(_text.AsSpan(start, _position - start))));
        }
        else if (first > '\u007f' && LookAlikes.TryRead(_text, ref _position, space, _diagnostics, _tokens))
        {
            // It stands for the sign that was meant, so that one mistake stays one finding.
        }
        else
        {
            (TokenKind kind, int length) = Signs.Match(_text.AsSpan(start));
            _position += length;
            _braces += kind == TokenKind.OpenBrace ? 1 : kind == TokenKind.CloseBrace && _braces > 0 ? -1 : 0;
            if (kind == TokenKind.Invalid)
            {
                string sign = _text.Substring(start, length);
                string message = sign == "~" ? "\"~\" only means something directly at the braces, \"{{~\" and \"~}}\"; remove it." : $"\"{sign}\" means nothing here; remove it.";
                _diagnostics.Report(TemplateDiagnosticCode.Syntax, new TextSpan(start, length), message);
            }

            AddSign(kind, start, space);
        }
    }

    private void AddSign(TokenKind kind, int start, bool space) => _tokens.Add(new Token(kind, start, _position - start, space));

    private bool IsExit(int position)
    {
        int brace = _text[position] is '-' or '~' ? position + 1 : position;
        if (brace + 1 >= _text.Length || _text[brace] != '}' || _text[brace + 1] != '}')
        {
            return false;
        }

        if (_braces == 0)
        {
            return true;
        }

        // In an object literal "}}" may close two objects. One brace more than there are objects to close cannot be
        // right, and is read as a forgotten brace and the block's end, so that one mistake stays one mistake. Only of
        // the first object can it be one more; longer rows of braces are not counted, as each of them would be again.
        return _braces == 1 && brace == position && (brace + 2 == _text.Length || _text[brace + 2] != '}');
    }

    private void SkipSpace()
    {
        while (_position < _text.Length && _text[_position] is not ('\n' or '\r') && char.IsWhiteSpace(_text[_position]))
        {
            _position++;
        }
    }

    /// <summary>Skips <c># …</c> to the line's end or <c>## … ##</c>; the block's end also ends either.</summary>
    private void SkipComment(bool isBlock)
    {
        bool isLong = _position + 1 < _text.Length && _text[_position + 1] == '#';
        _position += isLong ? 2 : 1;
        while (_position < _text.Length)
        {
            char current = _text[_position];
            if (isLong && current == '#' && _position + 1 < _text.Length && _text[_position + 1] == '#')
            {
                _position += 2;
                return;
            }

            if ((!isLong && current is '\n' or '\r') || (isBlock && IsBareExit(_position)))
            {
                return;
            }

            _position++;
        }
    }

    private bool IsBareExit(int position)
    {
        int brace = _text[position] is '-' or '~' ? position + 1 : position;
        return brace + 1 < _text.Length && _text[brace] == '}' && _text[brace + 1] == '}';
    }

    private static bool IsNameStart(char character) => character == '_' || char.IsLetter(character);

    private static bool IsNamePart(char character) => character == '_' || char.IsLetterOrDigit(character);
}
