using System.Globalization;
using System.Text;

namespace GuidanceFlow.Definitions.Json;

/// <summary>
/// Explains to an author why a text is not JSON: walks it once more, slowly, with the rules of <see cref="JsonTree"/>, and
/// stops at the first thing that does not follow them. Iterative, so depth costs nothing.
/// </summary>
internal ref struct SyntaxFinder
{
    private readonly ReadOnlySpan<byte> _text;
    private readonly LineIndex _lines;
    private readonly string _what;
    private readonly Stack<int> _open = new();
    private int _at;

    private SyntaxFinder(ReadOnlySpan<byte> text, LineIndex lines, string what)
    {
        _text = text;
        _lines = lines;
        _what = what;
    }

    private enum Expect
    {
        Value,
        ValueOrEnd,
        NameOrEnd,
        Colon,
        CommaOrEnd,
        Nothing,
    }

    /// <summary>The first problem, or null when every rule is followed.</summary>
    /// <param name="text">The text.</param>
    /// <param name="lines">Its lines.</param>
    /// <param name="what">What it should be: "flow".</param>
    public static SyntaxProblem? Find(ReadOnlySpan<byte> text, LineIndex lines, string what) => new SyntaxFinder(text, lines, what).Run();

    private SyntaxProblem? Run()
    {
        var expect = Expect.Value;
        SyntaxProblem? problem = SkipBlanks();
        if (problem is null && _at == _text.Length)
        {
            return At(0, $"The file holds no {_what}. A {_what} starts with '{{'.");
        }

        while (problem is null && _at < _text.Length)
        {
            problem = Token(ref expect) ?? SkipBlanks();
        }

        return problem ?? (expect == Expect.Nothing ? null : AtEnd(expect));
    }

    private SyntaxProblem? Token(ref Expect expect)
    {
        byte next = _text[_at];
        switch (expect)
        {
            case Expect.Value or Expect.ValueOrEnd when next is (byte)'{' or (byte)'[':
                if (_open.Count == JsonTree.MaxDepth)
                {
                    return Here(string.Create(CultureInfo.InvariantCulture, $"Objects and arrays nest deeper than {JsonTree.MaxDepth} levels here. Make the {_what} flatter."));
                }

                _open.Push(_at++);
                expect = next == '{' ? Expect.NameOrEnd : Expect.ValueOrEnd;
                return null;
            case Expect.ValueOrEnd or Expect.NameOrEnd or Expect.CommaOrEnd when next is (byte)'}' or (byte)']':
                return Close(next, ref expect);
            case Expect.Value or Expect.ValueOrEnd:
                expect = AfterValue();
                return SyntaxScalars.Skip(_text, ref _at);
            case Expect.NameOrEnd:
                expect = Expect.Colon;
                return next == '"' ? SyntaxScalars.Skip(_text, ref _at) : NoName(next);
            case Expect.Colon:
                expect = Expect.Value;
                return next == ':' ? Step() : Here("A ':' is missing here, between the member's name and its value.");
            case Expect.CommaOrEnd when next == ',':
                expect = _text[_open.Peek()] == '{' ? Expect.NameOrEnd : Expect.ValueOrEnd;
                return Step();
            case Expect.CommaOrEnd when _text[_at - 1] == '"' && SyntaxScalars.IsTextByte(next):
                return At(_at - 1, "This quote ends the text, but the text seems to go on. Write a quote inside a text as \\\".");
            case Expect.CommaOrEnd:
                return next == ':'
                    ? Here("A ':' stands here where a ',' or a closing bracket belongs. Only members of an object have names.")
                    : Here(_text[_open.Peek()] == '{' ? "A comma is missing before this, between two members." : "A comma is missing before this, between two items.");
            default:
                return Here($"Something stands behind the end of the {_what}. Remove it.");
        }
    }

    private SyntaxProblem? Close(byte bracket, ref Expect expect)
    {
        int opened = _open.Peek();
        byte wanted = _text[opened] == '{' ? (byte)'}' : (byte)']';
        if (bracket != wanted)
        {
            return Here($"Found '{(char)bracket}' where {Opened(opened)} needs '{(char)wanted}'. Replace it, or put '{(char)wanted}' before it.");
        }

        _open.Pop();
        expect = AfterValue();
        return Step();
    }

    private readonly SyntaxProblem NoName(byte next) => next switch
    {
        (byte)',' => Here("A member is missing before this comma. Remove the comma."),
        (byte)'\'' => Here("Names stand in double quotes. Replace ' by \"."),
        _ when SyntaxScalars.IsWordByte(next) => Here($"Names stand in double quotes. Write \"{SyntaxScalars.Word(_text, _at)}\"."),
        _ => Here($"Expected a member's name in double quotes, found {SyntaxScalars.Character(_text, _at)}."),
    };

    private readonly SyntaxProblem AtEnd(Expect expect)
    {
        if (_open.Count == 0)
        {
            return At(_text.Length, "The file ends where a value belongs.");
        }

        int opened = _open.Peek();
        string bracket = _text[opened] == '{' ? "}" : "]";
        return At(_text.Length, expect is Expect.Colon or Expect.Value
            ? $"The file ends in the middle of {Opened(opened)}. Finish the member and add '{bracket}'."
            : $"The file ends, but {Opened(opened)} is not closed. Add '{bracket}'.");
    }

    private readonly string Opened(int offset) =>
        string.Create(CultureInfo.InvariantCulture, $"the {(_text[offset] == '{' ? "object" : "array")} opened in line {_lines.Locate(offset).Line}");

    private readonly Expect AfterValue() => _open.Count == 0 ? Expect.Nothing : Expect.CommaOrEnd;

    // White space and comments.
    private SyntaxProblem? SkipBlanks()
    {
        while (_at < _text.Length)
        {
            if (_text[_at] is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r')
            {
                _at++;
            }
            else if (_text[_at] != '/')
            {
                return null;
            }
            else if (SkipComment() is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    private SyntaxProblem? SkipComment()
    {
        ReadOnlySpan<byte> rest = _text[_at..];
        if (rest.StartsWith("/*"u8))
        {
            int end = rest[2..].IndexOf("*/"u8);
            if (end < 0)
            {
                return Here("This comment is not closed. Add '*/' at its end.");
            }

            _at += end + 4;
            return null;
        }

        if (!rest.StartsWith("//"u8))
        {
            return Here("A '/' stands here alone. A comment starts with // or /*.");
        }

        int length = rest.IndexOfAny((byte)'\n', (byte)'\r');
        rest = length < 0 ? rest : rest[..length];

        // Some tools take U+2028 and U+2029 for line ends, others do not; the JSON reader therefore refuses them here.
        int separator = rest.IndexOf(Encoding.UTF8.GetBytes("\u2028"));
        separator = separator >= 0 ? separator : rest.IndexOf(Encoding.UTF8.GetBytes("\u2029"));
        if (separator >= 0)
        {
            return At(_at + separator, "This comment holds a Unicode line separator. Remove it.");
        }

        _at += rest.Length;
        return null;
    }

    private SyntaxProblem? Step()
    {
        _at++;
        return null;
    }

    private readonly SyntaxProblem Here(string message) => At(_at, message);

    private static SyntaxProblem At(int offset, string message) => new(offset, message);
}
