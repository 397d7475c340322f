using System.Runtime.CompilerServices;

namespace GuidanceFlow.Templates.Parsing;

/// <summary>
/// Where the parsers stand in the tokens, and how deep they are nested. Of a template only the tokens around that place are kept: those of
/// a long one would take more room than what becomes of them.
/// </summary>
internal sealed class TokenCursor(Lexer lexer, TokenList tokens, DiagnosticBag diagnostics)
{
    // Beyond this the tree could not be walked on a usual thread's stack, whatever the options say.
    private const int HardLimit = 300;

    // The one behind the next: what can be peeked at once the current one is taken.
    private const int Ahead = 2;

    // So many are read at once, or a block more: enough for most templates, and for others few enough to be at hand in the processor.
    private const int Stock = 128;

    private int _maxNesting = HardLimit;
    private int _position;
    private int _nesting;

    public DiagnosticBag Diagnostics => diagnostics;

    public ref readonly Token Current => ref tokens[_position];

    public TokenKind Kind => tokens[_position].Kind;

    /// <summary>Where the last consumed token ended.</summary>
    public int LastEnd => _position == 0 ? 0 : tokens[_position - 1].End;

    /// <summary>Whether the statement ends here.</summary>
    public bool AtStatementEnd => Kind is TokenKind.NewLine or TokenKind.Semicolon or TokenKind.CodeExit or TokenKind.EndOfText;

    public void Start(int maxNesting)
    {
        _maxNesting = Math.Clamp(maxNesting, 1, HardLimit);
        _position = 0;
        _nesting = 0;
    }

    /// <summary>Reads on, if there is more, and forgets the tokens that nobody asks for any longer.</summary>
    public void Fill()
    {
        // The one before tells where it ended.
        if (_position > 1)
        {
            tokens.Drop(_position - 1);
            _position = 1;
        }

        while (tokens.Count < Stock && lexer.TryReadOn())
        {
        }
    }

    public ref readonly Token Peek() => ref tokens[Math.Min(_position + 1, tokens.Count - 1)];

    public ref readonly Token Take()
    {
        // Before it is taken, so that it stays where it is as long as its taker looks at it.
        if (_position + Ahead >= tokens.Count)
        {
            Fill();
        }

        ref readonly Token token = ref tokens[_position];
        if (_position < tokens.Count - 1)
        {
            _position++;
        }

        return ref token;
    }

    public bool TryTake(TokenKind kind)
    {
        if (Kind != kind)
        {
            return false;
        }

        Take();
        return true;
    }

    /// <summary>Whether this word stands here.</summary>
    public bool IsWord(string word) => Kind == TokenKind.Name && Current.Text == word;

    public void SkipNewLines()
    {
        while (Kind == TokenKind.NewLine)
        {
            Take();
        }
    }

    /// <summary>Skips the rest of a statement that could not be read.</summary>
    public void SkipStatement()
    {
        while (!AtStatementEnd)
        {
            Take();
        }
    }

    public void Report(TextSpan span, string message) => diagnostics.Report(TemplateDiagnosticCode.Syntax, span, message);

    /// <summary>Goes one level deeper; false, with the rest of the text skipped, when that is too deep.</summary>
    public bool TryEnter()
    {
        _nesting++;
        if (_nesting <= _maxNesting && RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return true;
        }

        // What is wrong with the signs further on is reported all the same.
        TextSpan place = Current.Span;
        while (lexer.TryReadOn())
        {
        }

        diagnostics.Stop(place, _nesting > _maxNesting
            ? $"This is nested deeper than {_maxNesting} levels; make it simpler."
            : "This is nested too deep for the stack of this thread; make it simpler.");
        _position = tokens.Count - 1;
        return false;
    }

    public void Leave() => _nesting--;
}
