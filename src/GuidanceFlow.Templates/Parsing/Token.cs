namespace GuidanceFlow.Templates.Parsing;

/// <summary>One word, sign or stretch of literal text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Its first UTF-16 unit.</param>
/// <param name="Length">Its length in UTF-16 units.</param>
/// <param name="SpaceBefore">Whether white space stands before it; tells <c>f (x)</c> from <c>f(x)</c>.</param>
/// <param name="Text">A name, the text to print, or the indentation of the line that a code block starts on.</param>
/// <param name="Literal">The value of a number or text literal.</param>
internal readonly record struct Token(TokenKind Kind, int Start, int Length, bool SpaceBefore = false, string? Text = null, Value Literal = default)
{
    public TextSpan Span => new(Start, Length);

    public int End => Start + Length;
}
