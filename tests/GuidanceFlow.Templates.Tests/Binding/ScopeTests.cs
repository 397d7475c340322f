using GuidanceFlow.Templates.Binding;
using GuidanceFlow.Templates.Runtime;
using GuidanceFlow.Templates.Tests.Support;

namespace GuidanceFlow.Templates.Tests.Binding;

public sealed class ScopeTests
{
    private static readonly StaticType Device = StaticType.Object(
    [
        new StaticField("name", StaticType.Text),
        new StaticField("age", StaticType.Integer),
    ]);

    private static readonly TestScope Scope = new TestScope()
        .Add("customer", StaticType.Object([new StaticField("name", StaticType.Text), new StaticField("phone", StaticType.Text.OrNull()), new StaticField("device", Device.OrNull())]))
        .Add("devices", StaticType.List(Device))
        .Add("attempts", StaticType.Integer)
        .Add("price", StaticType.Number)
        .Add("network_ok", StaticType.Boolean)
        .Add("since", StaticType.Date)
        .Add("wait", StaticType.Duration)
        .Add("note", StaticType.Text)
        .Add("html", StaticType.Text)
        .AddGroup("session", session => session.Add("locale", StaticType.Text).Add("path", StaticType.List(StaticType.Text)))
        .AddGroup("answers", answers => answers.Add("router", StaticType.Text.OrNull()).Add("app-version", StaticType.Any));

    [Theory]
    [InlineData("{{ custmer.name }}", "(1,4): There is no name \"custmer\" here. Did you mean \"customer\"?")]
    [InlineData("{{ customer.nmae }}", "(1,13): This object has no member \"nmae\". Did you mean \"name\"?")]
    [InlineData("{{ customer.zzz }}", "(1,13): This object has no member \"zzz\". It has device, name, phone.")]
    [InlineData("{{ customer['nmae'] }}", "(1,12): This object has no member \"nmae\". Did you mean \"name\"?")]
    [InlineData("{{ customer.device.colour }}", "(1,20): This object has no member \"colour\". It has age, name.")]
    [InlineData("{{ attempts.size }}", "(1,13): A number has no members, so \"size\" cannot be read.")]
    [InlineData("{{ devices.length }}", "(1,12): A list has no member \"length\". It has size.")]
    [InlineData("{{ devices['x'] }}", "(1,11): A list has no member \"x\". It has size.")]
    [InlineData("{{ devices[since] }}", "(1,11): An index must be a number, not a date.")]
    [InlineData("{{ attempts[0] }}", "(1,12): An index needs a list, an object or a text, not a number.")]
    [InlineData("{{ since.yeer }}", "(1,10): A date has no member \"yeer\". Did you mean \"year\"?")]
    [InlineData("{{ session }}", "(1,4): \"session\" is a group of names and no value; name one of its members, for example \"session[\"locale\"]\".")]
    [InlineData("{{ session.local }}", "(1,12): \"session\" has no \"local\". Did you mean \"locale\"?")]
    [InlineData("{{ answers[note] }}", "(1,11): \"answers\" is a group of names, so its index must be a text literal, for example \"answers[\"router\"]\".")]
    [InlineData("{{ answers['rooter'] }}", "(1,11): \"answers\" has no \"rooter\". Did you mean \"router\"?")]
    [InlineData("{{ attempts = 1 }}", "(1,4): \"attempts\" comes from outside and cannot be assigned; assign a name of your own.")]
    [InlineData("{{ session = 1 }}", "(1,4): \"session\" comes from outside and cannot be assigned; assign a name of your own.")]
    [InlineData("{{ session.locale = 'x' }}", "(1,4): \"session\" comes from outside and cannot be changed; assign a name of your own.")]
    [InlineData("{{ for d in devices }}{{ d = 1 }}{{ d.nam }}{{ end }}", "(1,26): \"d\" belongs to its loop and cannot be assigned; assign a name of your own.\n(1,39): This object has no member \"nam\". Did you mean \"name\"?")]
    [InlineData("{{ for d in attempts }}{{ end }}", "(1,13): \"for\" needs a list, a text or an object, not a number.")]
    [InlineData("{{ for d in devices }}{{ end }}{{ d }}", "(1,35): There is no name \"d\" here.")]
    [InlineData("{{ for.index }}", "(1,4): \"for\" only has members inside a loop.")]
    [InlineData("{{ for d in devices }}{{ for.idx }}{{ end }}", "(1,30): A loop has no \"idx\"; it has index, rindex, first, last, even, odd, length, changed.")]
    [InlineData("{{ note - 1 }}", "(1,9): \"-\" cannot take a text and a number. Turn the text into a number with \"string.to_int\" or \"string.to_double\".")]
    [InlineData("{{ note / note }}", "(1,9): \"/\" cannot take a text and a text. Turn the text into a number with \"string.to_int\" or \"string.to_double\".")]
    [InlineData("{{ devices - 1 }}", "(1,12): \"-\" cannot take a list and a number. An end of a range that is computed stands in parentheses: \"0..(n - 1)\".")]
    [InlineData("{{ devices + 1 }}", "(1,12): \"+\" cannot take a list and a number.")]
    [InlineData("{{ network_ok + network_ok }}", "(1,15): \"+\" cannot take true or false and true or false.")]
    [InlineData("{{ network_ok < network_ok }}", "(1,15): \"<\" cannot take true or false and true or false.")]
    [InlineData("{{ devices == 1 }}", "(1,12): \"==\" cannot take a list and a number. To compare how many items there are, write \".size\" behind the list.")]
    [InlineData("{{ 3 > devices }}", "(1,6): \">\" cannot take a number and a list. To compare how many items there are, write \".size\" behind the list.")]
    [InlineData("{{ since == attempts }}", "(1,10): \"==\" cannot take a date and a number.")]
    [InlineData("{{ since + since }}", "(1,10): \"+\" cannot take a date and a date.")]
    [InlineData("{{ since < wait }}", "(1,10): \"<\" cannot take a date and a duration.")]
    [InlineData("{{ -note }}", "(1,4): \"-\" needs a number, not a text.")]
    [InlineData("{{ 1..price }}", "(1,5): \"..\" cannot take a number and a number. A range needs two whole numbers.")]
    [InlineData("{{ note | string.upcas }}", "(1,18): There is no function \"string.upcas\". Did you mean \"string.upcase\"?")]
    [InlineData("{{ note | strin.upcase }}", "(1,11): There is no function \"strin.upcase\". Did you mean \"string.upcase\"?")]
    [InlineData("{{ note | upcase }}", "(1,11): There is no function \"upcase\". Did you mean \"string.upcase\"?")]
    [InlineData("{{ note | attempts }}", "(1,11): There is no function \"attempts\".")]
    [InlineData("{{ note attempts }}", "(1,4): There is no function \"note\". Only a function can be followed by arguments; join values with an operator, or separate them with \";\".")]
    [InlineData("{{ string }}", "(1,4): \"string\" is a group of functions; name one of them, for example \"string.append\".")]
    [InlineData("{{ string.zzz }}", "(1,11): There is no function \"string.zzz\". \"string\" has 47 names; the closest are \"md5\", \"size\", \"sha1\", \"empty\", \"slice\".")]
    [InlineData("{{ note | string.substring 1 }}", "(1,18): There is no function \"string.substring\". \"string\" has 47 names; the closest are \"strip\", \"lstrip\", \"rstrip\", \"size\", \"slice\".")]
    [InlineData("{{ locale.numbr 3 }}", "(1,11): There is no function \"locale.numbr\". Did you mean \"locale.number\"?")]
    [InlineData("{{ if network_ok }}x{{ endif }}{{ end }}", "(1,24): There is no name \"endif\" here. Write \"end\".")]
    [InlineData("{{ unless network_ok }}", "(1,4): There is no function \"unless\". Write \"if !(…)\".")]
    [InlineData("{{ note | string.slice -4 }}", "(1,11): \"string.slice\" needs 2 arguments but gets 1; \"start\" is missing. Write (-4) for a negative argument.")]
    [InlineData("{{ note | string.slice -attempts }}", "(1,11): \"string.slice\" needs 2 arguments but gets 1; \"start\" is missing. Write (-attempts) for a negative argument.")]
    [InlineData("{{ string.slice note -4 }}", "(1,4): \"string.slice\" needs 2 arguments but gets 1; \"start\" is missing. Write (-4) for a negative argument.")]
    [InlineData("{{ string.slice(attempts -4) }}", "(1,4): \"string.slice\" needs 2 arguments but gets 1; \"start\" is missing.")]
    [InlineData("{{ string.slice nte -4 }}", "(1,4): \"string.slice\" needs 2 arguments but gets 1; \"start\" is missing. Write (-4) for a negative argument.\n(1,17): There is no name \"nte\" here. Did you mean \"note\"?")]
    [InlineData("{{ if math.abs -4 > 3 }}x{{ end }}", "(1,7): \"math.abs\" needs 1 argument but gets 0; \"value\" is missing. Write (-4) for a negative argument.")]
    [InlineData("{{ math.abs -1.5e3 }}", "(1,4): \"math.abs\" needs 1 argument but gets 0; \"value\" is missing. Write (-1.5e3) for a negative argument.")]
    [InlineData("{{ note | string.slice - 4 }}", "(1,11): \"string.slice\" needs 2 arguments but gets 1; \"start\" is missing.")]
    [InlineData("{{ string.slice note - 4 }}", "(1,4): \"string.slice\" needs 2 arguments but gets 1; \"start\" is missing.\n(1,22): \"-\" cannot take a text and a number. Turn the text into a number with \"string.to_int\" or \"string.to_double\".")]
    [InlineData("{{ note | string.slice -}}", "(1,11): \"string.slice\" needs 2 arguments but gets 1; \"start\" is missing.")]
    [InlineData("{{ string.size }}", "(1,4): \"string.size\" needs 1 argument but gets 0; \"text\" is missing.")]
    [InlineData("{{ note | string.append }}", "(1,11): \"string.append\" needs 2 arguments but gets 1; \"with\" is missing.")]
    [InlineData("{{ note | string.upcase 1 2 }}", "(1,11): \"string.upcase\" takes 1 argument but gets 3.")]
    [InlineData("{{ note | string.truncate lenth:3 }}", "(1,33): \"string.truncate\" has no parameter \"lenth\". Did you mean \"length\"?")]
    [InlineData("{{ note | string.truncate 3 length:3 }}", "(1,36): \"string.truncate\" gets its parameter \"length\" twice.")]
    [InlineData("{{ note | math.abs }}", "(1,4): \"math.abs\" needs a number as \"value\", not a text. Turn the text into a number with \"string.to_int\" or \"string.to_double\".")]
    [InlineData("{{ attempts | array.size }}", "(1,4): \"array.size\" needs a list as \"list\", not a number.")]
    [InlineData("{{ note | string.truncate devices }}", "(1,27): \"string.truncate\" needs a whole number as \"length\", not a list.")]
    [InlineData("{{ note | date.to_string '%Y' }}", "(1,4): \"date.to_string\" needs a date as \"date\", not a text.")]
    [InlineData("{{ note | html.escape }}", "(1,11): \"html\" is a value here and hides the functions of that name; give the value another name.")]
    [InlineData("{{ 1 | date.now }}", "(1,8): \"date.now\" takes no argument, so nothing can be piped into it.")]
    [InlineData("{{ unknown }} {{ unknown.x }}\n  {{ attempts | string.nope }}{{ if }}", "(1,4): There is no name \"unknown\" here.\n(1,18): There is no name \"unknown\" here.\n(2,24): There is no function \"string.nope\". \"string\" has 47 names; the closest are \"size\", \"append\", \"empty\", \"escape\", \"md5\".\n(2,34): This \"if\" has no end; add \"{{ end }}\" where it stops.\n(2,37): \"if\" needs a condition.")]
    public void Parse_WhatTheScopeDoesNotAllow_IsExplained(string template, string expected) => Models.Diagnose(template, Scope).ShouldBe(expected);

    [Theory]
    [InlineData("{{ customer.name }} {{ customer['name'] }} {{ customer.device?.name }} {{ customer.device.age + 1 }}")]
    [InlineData("{{ session.locale }} {{ session['path'] | array.join ' → ' }} {{ answers.router }} {{ answers[\"router\"] ?? 'none' }} {{ answers['app-version'] + 1 }}")]
    [InlineData("{{ for d in devices }}{{ d.name | string.upcase }} {{ d.age - 1 }}{{ end }} {{ devices[0].name }} {{ devices.size - 1 }}")]
    [InlineData("{{ since + wait }} {{ since - since }} {{ (since - since).total_days > 1 }} {{ since.year }} {{ since | date.to_string '%Y' }}")]
    [InlineData("{{ total = 0; for d in devices; total += d.age; end; total }}")]
    [InlineData("{{ note == attempts }} {{ note + devices }} {{ network_ok + 1 }} {{ network_ok == 1 }} {{ note * 2 }}")]
    [InlineData("{{ for customer in devices }}{{ customer.age }}{{ end }}")]
    [InlineData("{{ $x = 1; $x }} {{ $y }}")]
    [InlineData("{{ html }} {{ date.now.year }}")]
    public void Parse_WhatTheScopeAllows_Succeeds(string template) => Models.Diagnose(template, Scope).ShouldBeEmpty();

    [Theory]
    [InlineData("attempts", "integer")]
    [InlineData("attempts + 1", "integer")]
    [InlineData("attempts / 2", "number")]
    [InlineData("attempts // 2", "integer")]
    [InlineData("attempts * price", "number")]
    [InlineData("note + 1", "text")]
    [InlineData("attempts > 1 && network_ok", "boolean")]
    [InlineData("!note", "boolean")]
    [InlineData("customer.device?.age", "integer?")]
    [InlineData("customer.phone", "text?")]
    [InlineData("customer.phone ?? 'none'", "text")]
    [InlineData("customer.phone != null ? customer.phone : note", "text")]
    [InlineData("devices[0].name", "text")]
    [InlineData("devices[0]", "object {name, age}?")]
    [InlineData("devices | array.first", "object {name, age}?")]
    [InlineData("devices | array.sort 'name'", "list of object {name, age}")]
    [InlineData("[1, 2.5]", "list of number")]
    [InlineData("[1, 'a']", "list of any")]
    [InlineData("1..attempts", "list of integer")]
    [InlineData("since - since", "duration")]
    [InlineData("note | string.size", "integer")]
    [InlineData("network_ok ? 1 : 2.5", "number")]
    [InlineData("network_ok ? 1 : 'a'", "any")]
    [InlineData("{a: 1}.a", "integer")]
    [InlineData("null", "any")]
    [InlineData("network_ok ? null : note", "text?")]
    [InlineData("network_ok ? (price > 1 ? 5 : null) : price", "number?")]
    [InlineData("network_ok ? {a: note} : null", "object {a}?")]
    [InlineData("network_ok ? null : null", "any")]
    [InlineData("customer.phone | object.default 'x'", "text")]
    [InlineData("customer.phone | string.upcase", "text?")]
    [InlineData("-5", "integer")]
    public void Type_OfAnExpression_IsInferred(string expression, string type)
    {
        StaticType found = Expression.Parse(expression, new TemplateOptions { Scope = Scope }).GetOrThrow().Type;
        (found + (found.IsNullable && found.Kind != StaticTypeKind.Any ? "?" : string.Empty)).ShouldBe(type);
    }

    [Theory]
    [InlineData("attempts", "boolean", "(1,1): This must be true or false but gives a number; compare it, for example \"attempts > 0\".")]
    [InlineData("attempts + 1", "boolean", "(1,1): This must be true or false but gives a number; compare it, for example \"… > 0\".")]
    [InlineData("note", "boolean", "(1,1): This must be true or false but gives a text; compare it, for example \"note == 'yes'\".")]
    [InlineData("devices", "boolean", "(1,1): This must be true or false but gives a list; compare it, for example \"devices.size > 0\".")]
    [InlineData("since", "boolean", "(1,1): This must be true or false but gives a date; compare it, for example \"since < date.now\".")]
    [InlineData("wait", "boolean", "(1,1): This must be true or false but gives a duration.")]
    [InlineData("customer", "boolean", "(1,1): This must be true or false but gives an object; compare it, for example \"customer != null\".")]
    [InlineData("note", "number", "(1,1): This must be a number but gives a text.")]
    [InlineData("attempts / 2", "integer", "(1,1): This must be a whole number but may give a fraction; round it, for example with \"//\" instead of \"/\".")]
    [InlineData("attempts", "text", "(1,1): This must be a text but gives a number.")]
    [InlineData("network_ok", "boolean", "")]
    [InlineData("attempts", "number", "")]
    [InlineData("answers['app-version']", "boolean", "")]
    [InlineData("attempts && note", "boolean", "")]
    public void Parse_ForAnExpectedType_RefusesWhatCannotHaveIt(string expression, string expected, string diagnostics)
    {
        StaticType type = expected switch { "boolean" => StaticType.Boolean, "number" => StaticType.Number, "integer" => StaticType.Integer, _ => StaticType.Text };
        Models.DiagnoseExpression(expression, Scope, type).ShouldBe(diagnostics);
    }

    [Fact]
    public void EvaluateBoolean_OfAnotherKind_Fails()
    {
        var scope = new TestScope().Add("a", StaticType.Any);
        Expression guard = Expression.Parse("a", new TemplateOptions { Scope = scope }, StaticType.Boolean).GetOrThrow();
        guard.EvaluateBoolean(new SlotValues(Value.True)).ShouldBeTrue();
        Should.Throw<TemplateRuntimeException>(() => guard.EvaluateBoolean(new SlotValues(Value.From(1))))
            .Message.ShouldBe("(1,1): This must be true or false but gives a number.");
        Should.Throw<TemplateRuntimeException>(() => guard.EvaluateBoolean(new SlotValues(Value.Null)))
            .Message.ShouldBe("(1,1): This must be true or false but gives nothing (null).");
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("'a'", true)]
    [InlineData("-1.5", true)]
    [InlineData("null", true)]
    [InlineData("1 + 1", false)]
    [InlineData("attempts", false)]
    public void IsConstant_OnlyOfALiteral(string expression, bool expected) =>
        Expression.Parse(expression, new TemplateOptions { Scope = Scope }).GetOrThrow().IsConstant.ShouldBe(expected);
}
