namespace GuidanceFlow.Templates.Tests.Fuzzing;

/// <content>What defines functions and calls them, includes partials, and changes or opens objects and lists.</content>
internal sealed partial class TemplateGenerator
{
    private int _functions;

    private void Changing(int nesting, bool isLoop)
    {
        switch (dice.Below(nesting > 0 ? 12 : 8))
        {
            case 0 or 1:
                Member();
                break;
            case 2:
                Item();
                break;
            case 3 or 4:
                Include();
                break;
            case 5:
                string inline = NextFunction();
                Code($"{inline}(p, q) = {dice.Of("p", "p ?? q", "[p, q]", "p == q", $"(p ?? 1) + {_expressions.Number(1)}")}");
                _expressions.Know(inline);
                break;
            case 6:
                Code(dice.Of("this.a = 1", "this['b'] = 'x'", "this.total", "readonly a", "readonly $c", "readonly total"));
                break;
            case 7:
                Evaluate();
                break;
            case 8 or 9:
                Function(nesting);
                break;
            case 10:
                Code("with " + dice.Of("device", "orders[0]", "{ x: 1 }", "a", "absent"));
                Block(nesting - 1, isLoop);
                Code("end");
                break;
            default:
                Wrap(nesting);
                break;
        }
    }

    private void Member()
    {
        string owner = dice.Of(ExpressionGenerator.Kept);
        Code($"{owner} = {dice.Of(_expressions.Object(1), "{}", "device", "orders[0]")}");
        string member = dice.Of($"{owner}.id", $"{owner}['state']", $"{owner}.x", $"{owner}[name]", "device.id", "orders[0].state");
        Code(dice.Chance(75) ? $"{member} {dice.Of("=", "=", "=", "+=", "*=")} {_expressions.Any(dice.Below(Depth))}" : member + dice.Of("++", "--"));
        Code(dice.Of(owner, member));
    }

    private void Item()
    {
        string owner = dice.Of(ExpressionGenerator.Kept);
        Code($"{owner} = {_expressions.List(dice.Below(Depth))}");
        string item = dice.Of(owner, owner, "codes", "device.tags") + dice.Of("[0]", "[1]", "[5]", "[-1]", "[-9]", "[count]");
        Code($"{item} {dice.Of("=", "=", "+=", "-=")} {_expressions.Any(dice.Below(Depth))}");
        Code(dice.Of(owner, $"{owner}.size", "codes"));
    }

    private void Include() => Code(dice.Below(6) switch
    {
        0 => $"include 'line' {_expressions.Number(0)} {_expressions.Text(0)}",
        1 => $"include 'line' ({_expressions.Any(1)}) mark:{_expressions.Text(0)}",
        2 => "include 'counted'",
        3 => $"a = include {dice.Of("'counted'", "'lines'", "('li' + 'nes')")}",
        4 => $"include_join {dice.Of("['line', 'counted']", "['lines']", "[]", "device.tags")} ', ' {dice.Of(string.Empty, "'<' '>'", "'tpl:counted'")}",
        _ => "include 'lines'",
    });

    // A scope allows no evaluation, and such a template is not rendered from slots.
    private void Evaluate() => Code(dice.Of(
        "object.eval 'count + 1'",
        "'name + \"!\"' | object.eval",
        "object.eval_template 'a{{ a = 5 }}{{ device.id }}'",
        "object.eval_template \"{{ for k in codes; k; end }}\"",
        "object.eval name",
        "object.eval '1 +'",
        "object.eval_template '{{ object.eval_template note }}'"));

    private void Function(int nesting)
    {
        string name = NextFunction();
        if (dice.Chance(10))
        {
            _expressions.Know(name);
        }

        Code($"func {name}{dice.Of(string.Empty, "(p, q)", "(p, q = 2)", "(p, q...)", "(p...)")}");
        Block(nesting - 1, isLoop: false);
        if (dice.Chance(60))
        {
            Code("ret " + (dice.Chance(50) ? dice.Of("$0", "p", "$", "$.size", "q", "[p, q]") : _expressions.Any(1)));
        }

        Code("end");
        _expressions.Know(name);
        Code(_expressions.OwnCall(1));
    }

    private void Wrap(int nesting)
    {
        string name = NextFunction();
        Code($"func {name}; {dice.Of("$$", "'['; $$; ']'", "for $i in 1..2; $$; end", "if $0; $$; end", "$x = 5; $$; $x")}; end");
        Code($"wrap {name}{dice.Of(string.Empty, " 1", " name", " urgent")}");
        Block(nesting - 1, isLoop: false);
        Code("end");
    }

    private string NextFunction() => "f" + _functions++;
}
