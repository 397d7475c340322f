using System.Text;

namespace GuidanceFlow.Templates.Tests.Fuzzing;

/// <summary>
/// Derives expressions from a grammar. They are made for the kind of value that is wanted, so that most of them run; now and then
/// any other kind stands in.
/// </summary>
internal sealed class ExpressionGenerator(Dice dice)
{
    private readonly List<string> _functions = [];
    private int _loops;

    /// <summary>The names that templates assign.</summary>
    public static readonly string[] Kept = ["a", "b", "total", "$c"];

    /// <summary>The names that loops give their items.</summary>
    public static readonly string[] Items = ["i", "item", "$k"];

    private static readonly string[] Numbers =
        ["0", "1", "2", "3", "7", "10", "12", "100", "1_000", "1e3", "2E2", "0x1f", "0xA_0", "0b101", "0.5", "1.0", "2.50", "1e-2", "1.5e1", "2.5f", "3d", "4F", "1234567.891", "0.1", "100000000000", "1e16", "123456789012345680.0"];

    private static readonly string[] Texts =
        ["''", "\"\"", "'a'", "\"open\"", "'sent'", "`raw\\n`", "`a``b`", "'it\\'s'", "\"say \\\"hi\\\"\"", "'\\u00e9\\x41'", "\"one\\ntwo\"", "'a\\tb'", "'{{'", "\"}}\"", "'#'", "'12'", "' 3 '", "'two\nlines'", "'joined \\\nhere'"];

    private static readonly string[] TextFunctions =
        ["string.upcase", "string.downcase", "string.capitalize", "string.strip", "string.lstrip", "string.rstrip", "string.handleize", "html.escape", "string.literal", "string.capitalizewords", "string.strip_newlines"];

    private static readonly string[] ListFunctions = ["array.reverse", "array.compact", "array.uniq", "array.sort"];

    private static readonly string[] Arithmetic = ["+", "-", "*", "/", "//", "%"];
    private static readonly string[] Comparing = ["==", "!=", "<", "<=", ">", ">="];

    /// <summary>Lets expressions from here on read the members of the loop around them.</summary>
    public void EnterFor() => _loops++;

    public void LeaveFor() => _loops--;

    /// <summary>Lets expressions from here on call a function of the template.</summary>
    public void Know(string function) => _functions.Add(function);

    public string Any(int depth) => dice.Below(15) switch
    {
        0 or 1 or 2 or 3 => Number(depth),
        4 or 5 or 6 => Text(depth),
        7 or 8 => Truth(depth),
        9 => List(depth),
        10 => Object(depth),
        11 => dice.Of("null", "absent", "missing", dice.Of(Items), dice.Of(Kept), "device.owner", "missing?.part", OfLoop("index", "rindex", "changed")),
        12 => OwnCall(depth),
        13 => WithCallback(depth),
        _ => Choice(depth),
    };

    /// <summary>Calls a function of the template, or of the language when it has none yet.</summary>
    public string OwnCall(int depth)
    {
        if (_functions.Count == 0)
        {
            return "array.cycle " + dice.Of("['a', 'b']", "[1, 2, 3] 'numbers'", "[]");
        }

        string function = _functions[dice.Below(_functions.Count)];
        return dice.Below(7) switch
        {
            0 => function,
            1 => $"({function} {Number(0)})",
            2 => $"{function}({Any(Math.Max(0, depth - 1))}, {Text(0)})",
            3 => $"({function} {Number(0)} {Text(0)} {Number(0)})",
            4 => $"({function} q:{Number(0)} p:{Text(0)})",
            5 => $"({function} ^{dice.Of(ModelGenerator.Lists)})",
            _ => $"({Number(0)} | {function})",
        };
    }

    public string Number(int depth)
    {
        if (depth <= 0)
        {
            return dice.Below(4) switch
            {
                0 => dice.Of(ModelGenerator.Numbers),
                1 => dice.Of("device.id", "codes[0]", "codes[-1]", "codes.size", "name.size", "orders[0].total", "device['id']", "orders.size", "codes[9]", "device.tags.size"),
                _ => dice.Of(Numbers),
            };
        }

        return dice.Below(12) switch
        {
            0 or 1 or 2 or 3 => Binary(Odd(depth, Number), dice.Of(Arithmetic), Odd(depth, Number)),
            4 => dice.Of("-", "+", "- ") + (dice.Chance(50) ? Number(0) : Parenthesized(Number(depth - 1))),
            5 => Parenthesized(Number(depth - 1)),
            6 => Call(dice.Of("math.abs", "math.ceil", "math.floor", "math.round"), Number(depth - 1)),
            7 => Call(dice.Of("math.plus", "math.minus", "math.times", "math.modulo"), Number(depth - 1), Number(0)),
            8 => Call(dice.Of("string.size", "array.size"), dice.Chance(50) ? Text(depth - 1) : List(depth - 1)),
            9 => Binary(Number(depth - 1), dice.Of("<<", ">>"), dice.Of("0", "1", "2")),
            10 => Call("math.round", Number(depth - 1), dice.Of("0", "1", "2", "precision: 1")),
            _ => Number(0),
        };
    }

    public string Text(int depth)
    {
        if (depth <= 0)
        {
            return dice.Below(3) switch
            {
                0 => dice.Of(ModelGenerator.Texts),
                1 => dice.Of("device.name", "orders[0].state", "device[\"name\"]", "device.tags[1]", "device?.name", "name[0]"),
                _ => dice.Of(Texts),
            };
        }

        return dice.Below(12) switch
        {
            0 or 1 => Binary(Text(depth - 1), "+", Odd(depth, Text)),
            2 => Binary(Text(depth - 1), "*", dice.Of("0", "1", "2", "3")),
            3 or 4 => Call(dice.Of(TextFunctions), Text(depth - 1)),
            5 => Call("string.append", Text(depth - 1), Text(0)),
            6 => Call("string.truncate", Text(depth - 1), dice.Of("4", "10", "length: 5")),
            7 => Call("array.join", List(depth - 1), dice.Of("','", "' '", "delimiter: '-'", "\"\\n\"")),
            8 or 9 => Interpolated(depth),
            10 => Call("string.replace", Text(depth - 1), dice.Of("'a'", "'e'"), Text(0)),
            _ => Text(0),
        };
    }

    public string Truth(int depth)
    {
        if (depth <= 0)
        {
            return dice.Of("true", "false", "urgent", "none.empty?", "device.empty?", "absent", "!urgent", OfLoop("first", "last", "even", "odd"));
        }

        return dice.Below(10) switch
        {
            0 or 1 => Binary(Number(depth - 1), dice.Of(Comparing), Number(depth - 1)),
            2 => Binary(Text(depth - 1), dice.Of(Comparing), Odd(depth, Text)),
            3 => Binary(Odd(depth, Any), dice.Of("==", "!="), Odd(depth, Any)),
            4 or 5 => Binary(Odd(depth, Truth), dice.Of("&&", "||"), Odd(depth, Truth)),
            6 => "!" + Space() + Parenthesized(Odd(depth, Truth)),
            7 => Call(dice.Of("string.contains", "string.starts_with", "string.ends_with"), Text(depth - 1), Text(0)),
            8 => Binary(List(depth - 1), dice.Of("==", "!=", "<"), List(depth - 1)),
            _ => Truth(0),
        };
    }

    public string List(int depth)
    {
        if (depth <= 0)
        {
            return dice.Chance(60) ? dice.Of(ModelGenerator.Lists) : dice.Of("[]", "[1, 2]", "['b','a',]", "(1..3)", "(3..1)", "(0..<2)", "device.tags");
        }

        return dice.Below(9) switch
        {
            0 or 1 => "[" + Space() + Joined(depth) + Space() + "]",
            2 => $"({dice.Below(4)}{Space()}{dice.Of("..", "..<")}{Space()}{dice.Below(6)})",
            3 => Call(dice.Of(ListFunctions), List(depth - 1)),
            4 => Call("array.map", "orders", dice.Of("'id'", "'state'", "'nothing'")),
            5 => Call("string.split", Text(depth - 1), dice.Of("' '", "'a'", "','")),
            6 => Call(dice.Of("array.concat", "array.add"), List(depth - 1), List(0)),
            7 => Call("array.limit", List(depth - 1), dice.Of("0", "1", "2")),
            _ => List(0),
        };
    }

    public string Object(int depth) => depth <= 0
        ? dice.Of("device", "orders[0]", "{}")
        : $"{{{Space()}{dice.Of("id", "'state'", "\"a b\"")}:{Space()}{Odd(depth, Any)}{Space()},{Space()}{dice.Of("x", "y_1")}{Space()}: {Odd(depth, Any)}{Space()}}}";

    /// <summary>What hands a function over as a value.</summary>
    private string WithCallback(int depth)
    {
        string callback = _functions.Count > 0 && dice.Chance(50)
            ? "@" + _functions[dice.Below(_functions.Count)]
            : dice.Of("@string.upcase", "@string.empty", "@math.abs", "@(do; ret $0; end)", "@(do; ret $0 == 'b'; end)", "@(do; $0; end)", "@count");
        return $"({Parenthesized(List(Math.Max(0, depth - 1)))} | {dice.Of("array.each", "array.filter", "array.any")} {callback})";
    }

    /// <summary>What chooses between two values.</summary>
    private string Choice(int depth) => depth <= 0 ? dice.Of("absent ?? 1", "(urgent ? 1 : 2)", "name ?! 'b'") : dice.Below(5) switch
    {
        0 => Binary(dice.Of("absent", "name", "missing", "device.owner", "device?.owner?.name"), dice.Of("??", "?!"), Any(depth - 1)),
        1 => Parenthesized($"{Truth(depth - 1)} ? {Any(depth - 1)} : {Any(depth - 1)}"),
        2 => $"{Truth(depth - 1)} ? {Any(depth - 1)} : {Any(depth - 1)}",
        3 => $"{Parenthesized(List(depth - 1))}[{dice.Of("0", "-1", "1", "count", "8")}]",
        _ => $"{Parenthesized(Any(depth - 1))}{dice.Of(".size", ".id", "?.name", ".empty?")}",
    };

    private string OfLoop(params ReadOnlySpan<string> members) => _loops > 0 ? "for." + dice.Of(members) : "null";

    private string Odd(int depth, Func<int, string> usual) => dice.Chance(7) ? Parenthesized(Any(depth - 1)) : usual(depth - 1);

    private string Binary(string left, string sign, string right) => dice.Chance(70) ? $"{left} {sign} {right}" : left + Space() + sign + Space() + right;

    private string Parenthesized(string inner) => $"({Space()}{inner}{Space()})";

    private string Call(string function, params string[] arguments)
    {
        string first = arguments[0];
        switch (dice.Below(4))
        {
            case 0:
                return $"{function}({Space()}{string.Join(dice.Of(",", ", "), arguments)}{Space()})";
            case 1:
                return Parenthesized($"{function} {Parenthesized(first)}{Rest(arguments)}");
            case 2:
                return $"{first}{dice.Of(" | ", "|", " |> ", " |\n  ")}{function}{Rest(arguments)}";
            default:
                return $"({Parenthesized(first)} | {function}{Rest(arguments)})";
        }
    }

    private static string Rest(string[] arguments)
    {
        var rest = new StringBuilder();
        foreach (string argument in arguments.AsSpan(1))
        {
            rest.Append(' ').Append(argument);
        }

        return rest.ToString();
    }

    private string Interpolated(int depth)
    {
        char quote = dice.Of('"', '\'');
        var text = new StringBuilder("$").Append(quote);
        for (int i = dice.Below(3); i >= 0; i--)
        {
            text.Append(dice.Of(string.Empty, "a ", " = ", "\\{", "\\n", "}", " "));
            text.Append('{').Append(Space()).Append(dice.Chance(70) ? Number(depth - 1) : Text(depth - 1)).Append(Space()).Append('}');
        }

        return text.Append(dice.Of(string.Empty, ".", " end")).Append(quote).ToString();
    }

    private string Joined(int depth)
    {
        var items = new string[dice.Below(4)];
        for (int i = 0; i < items.Length; i++)
        {
            items[i] = Any(depth - 1);
        }

        return string.Join(dice.Of(",", ", ", " , ", ",\n"), items);
    }

    private string Space() => dice.Of(string.Empty, string.Empty, " ", " ", "  ");
}
