namespace GuidanceFlow.Templates.Parsing;

/// <summary>Finds what a template prints as it stands.</summary>
internal static class LiteralTexts
{
    /// <summary>The spans outside code and escape blocks, in order.</summary>
    public static List<TextSpan> Of(string text)
    {
        var diagnostics = new DiagnosticBag();
        var tokens = new TokenList();
        var lexer = new Lexer(diagnostics, tokens, new WordTable());
        diagnostics.Start(text);
        lexer.Start(text);
        lexer.StartTemplate();
        while (lexer.TryReadOn())
        {
        }

        var spans = new List<TextSpan>();
        for (int i = 0; i < tokens.Count; i++)
        {
            // The content of an escape block stands right behind its opening; other text behind a block's end, or what was trimmed there.
            (int start, int length) = (tokens[i].Start, tokens[i].Length);
            if (tokens[i].Kind == TokenKind.Text && (start == 0 || text[start - 1] == '}' || char.IsWhiteSpace(text[start - 1])))
            {
                spans.Add(new TextSpan(start, length));
            }
        }

        return spans;
    }
}
