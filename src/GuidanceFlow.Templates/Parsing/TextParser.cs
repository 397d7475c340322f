using GuidanceFlow.Templates.Syntax;

namespace GuidanceFlow.Templates.Parsing;

/// <summary>Reads texts, one after the other, with the same lexers and parsers. Not safe for use by several threads.</summary>
internal sealed class TextParser
{
    private readonly TokenList _tokens = new();
    private readonly Lexer _lexer;
    private readonly TokenCursor _cursor;
    private readonly StatementParser _statements;

    public TextParser()
    {
        _lexer = new Lexer(Diagnostics, _tokens, Words);
        _cursor = new TokenCursor(_lexer, _tokens, Diagnostics);
        _statements = new StatementParser(_cursor);
    }

    /// <summary>The mistakes of the text at hand.</summary>
    public DiagnosticBag Diagnostics { get; } = new();

    public WordTable Words { get; } = new();

    /// <summary>Every name that the template at hand assigns somewhere.</summary>
    public IReadOnlyCollection<string> Assigned => _statements.Assigned;

    /// <summary>What the text at hand needs of its variables.</summary>
    public NameNeeds Needs => _statements.Needs;

    /// <summary>Goes on to the next text.</summary>
    public void Start(string text, int maxNesting)
    {
        _tokens.Clear();
        Diagnostics.Start(text);
        _lexer.Start(text);
        _cursor.Start(maxNesting);
        _statements.Start(text);
    }

    /// <summary>Reads the text as a template.</summary>
    public BlockSyntax ReadTemplate()
    {
        _lexer.StartTemplate();
        _cursor.Fill();
        return _statements.ParseAll();
    }

    /// <summary>Reads the text as one expression and nothing else.</summary>
    public ExpressionSyntax ReadExpression()
    {
        _lexer.ReadExpression();
        return _statements.ParseOnlyExpression();
    }
}
