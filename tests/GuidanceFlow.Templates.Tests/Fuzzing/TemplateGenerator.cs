using System.Text;

namespace GuidanceFlow.Templates.Tests.Fuzzing;

/// <summary>Derives templates from a grammar: text with odd white space, and every statement, in blocks of their own or several in one.</summary>
internal sealed partial class TemplateGenerator(Dice dice)
{
    private const int Nesting = 2;
    private const int Depth = 3;

    private readonly StringBuilder _text = new();
    private readonly ExpressionGenerator _expressions = new(dice);
    private bool _isInCode;
    private int _counters;

    public string Make()
    {
        Block(Nesting, isLoop: false);
        Text();
        return _text.ToString();
    }

    private void Block(int nesting, bool isLoop)
    {
        for (int i = dice.Below(4); i >= 0; i--)
        {
            if (dice.Chance(40))
            {
                Text();
            }

            Statement(nesting, isLoop);
        }
    }

    private void Statement(int nesting, bool isLoop)
    {
        if (dice.Chance(22))
        {
            Changing(nesting, isLoop);
            return;
        }

        int kind = dice.Below(nesting > 0 ? 22 : 14);
        switch (kind)
        {
            case <= 5:
                Code(_expressions.Any(dice.Below(Depth + 1)));
                break;
            case 6 or 7:
                Code($"{dice.Of(ExpressionGenerator.Kept)} {dice.Of("=", "=", "=", "+=", "-=", "*=", "/=", "//=", "%=")} {_expressions.Any(dice.Below(Depth))}");
                break;
            case 8:
                Code($"{dice.Of(ExpressionGenerator.Kept)} = {dice.Below(9)}");
                Code(dice.Of("$c++", "a++", "++a", "b--", "--b", "total++"));
                break;
            case 9:
                Escape();
                break;
            case 10:
                Comment();
                break;
            case 11 or 12:
                Text();
                break;
            case 13:
                Jump(isLoop);
                break;
            case 14 or 15 or 16:
                If(nesting, isLoop);
                break;
            case 17 or 18:
                For(nesting);
                break;
            case 19:
                While(nesting);
                break;
            case 20:
                Case(nesting, isLoop);
                break;
            default:
                Code("capture " + dice.Of(ExpressionGenerator.Kept));
                Block(nesting - 1, isLoop);
                Code("end");
                break;
        }
    }

    private void If(int nesting, bool isLoop)
    {
        Code("if " + _expressions.Truth(dice.Below(Depth)));
        Block(nesting - 1, isLoop);
        while (dice.Chance(25))
        {
            Code("else if " + _expressions.Truth(dice.Below(Depth)));
            Block(nesting - 1, isLoop);
        }

        if (dice.Chance(40))
        {
            Code("else");
            Block(nesting - 1, isLoop);
        }

        Code("end");
    }

    private void For(int nesting)
    {
        string list = dice.Chance(50) ? $"({_expressions.List(dice.Below(Depth))})" : dice.Of("codes", "orders", "none", "1..3", "device.tags", "5..3", "absent");
        string options = list.Contains("..", StringComparison.Ordinal) && list[0] != '(' ? string.Empty : dice.Of(string.Empty, string.Empty, " limit:2", " offset:1", " reversed", " offset:1 limit:1", " limit: 3 reversed");
        Code($"for {dice.Of(ExpressionGenerator.Items)} in {list}{options}");
        MarkRound();
        _expressions.EnterFor();
        Block(nesting - 1, isLoop: true);
        _expressions.LeaveFor();
        if (dice.Chance(20))
        {
            Code("else");
            Block(nesting - 1, isLoop: false);
        }

        Code("end");
    }

    private void While(int nesting)
    {
        string counter = "turn" + _counters++;
        Code($"{counter} = 0");
        Code($"while {counter} < {1 + dice.Below(4)}");
        MarkRound();
        Code(dice.Of($"{counter} = {counter} + 1", $"{counter} += 1", $"$_ = {counter}++"));
        Block(nesting - 1, isLoop: true);
        Code("end");
    }

    private void Case(int nesting, bool isLoop)
    {
        Code("case " + _expressions.Any(dice.Below(2)));
        do
        {
            Code("when " + string.Join(dice.Of(", ", ",", " || "), Candidates()));
            Block(nesting - 1, isLoop);
        }
        while (dice.Chance(50));

        if (dice.Chance(50))
        {
            Code("else");
            Block(nesting - 1, isLoop);
        }

        Code("end");
    }

    private string[] Candidates()
    {
        var candidates = new string[1 + dice.Below(3)];
        for (int i = 0; i < candidates.Length; i++)
        {
            candidates[i] = dice.Of("1", "2", "'open'", "\"sent\"", "true", "null", "count", "device.name", "2.5", "name");
        }

        return candidates;
    }

    private void Jump(bool isLoop)
    {
        if (dice.Chance(8))
        {
            Code(dice.Of("ret", "ret count"));
        }
        else if (isLoop)
        {
            Code(dice.Of("if for.first; break; end", "if count > 2; continue; end", "continue", "break"));
        }
    }

    /// <summary>Reads the mark, most of the time, without printing anything.</summary>
    private void MarkRound()
    {
        if (dice.Chance(70))
        {
            Code("$_ = " + ModelGenerator.RoundMark);
        }
    }

    private void Comment()
    {
        if (dice.Chance(50))
        {
            Code(dice.Of("## long ##", "## two\nlines ##", "##'##"));
        }
        else
        {
            Code(dice.Of("# it's short", "#", "# \" {"));
            Close();
        }
    }

    private void Escape()
    {
        Close();
        _text.Append(dice.Of("{%{ {{ name }} }%}", "{%%{ }%} }%%}", "{%{-  raw -}%}", "{%{~ a\n~}%}", "{%{}%}", "{%{\n{{ end }}\n}%}"));
    }

    private void Text()
    {
        Close();
        for (int i = dice.Below(4); i >= 0; i--)
        {
            _text.Append(dice.Of("Dear ", "word", " ", "  ", "\n", "\n", "\n  ", "\n\n", "\t", " \n", "\r\n", ".", "{ ", "% ", " }", "}}", "é ", "\u00a0", "<b>", ", "));
        }
    }

    /// <summary>Puts a statement into the open code block or into a new one, and closes that most of the time.</summary>
    private void Code(string code)
    {
        if (_isInCode)
        {
            _text.Append(dice.Of("; ", ";", "\n", " ;\n", "\n\n  ", "\r\n"));
        }
        else
        {
            _text.Append("{{").Append(Mark()).Append(dice.Of(" ", " ", string.Empty, "\n", "  "));
            _isInCode = true;
        }

        _text.Append(code);
        if (dice.Chance(70))
        {
            Close();
        }
    }

    private void Close()
    {
        if (_isInCode)
        {
            _text.Append(dice.Of(" ", " ", string.Empty, "\n")).Append(Mark()).Append("}}");
            _isInCode = false;
        }
    }

    private string Mark() => dice.Of(string.Empty, string.Empty, string.Empty, string.Empty, "-", "~", "~");
}
