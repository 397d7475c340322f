using GuidanceFlow.Templates.Binding;
using GuidanceFlow.Templates.Runtime;
using GuidanceFlow.Templates.Tests.Support;

namespace GuidanceFlow.Templates.Tests.Binding;

/// <summary>What a template with a scope, as flows have them, may and may not do.</summary>
public sealed class FlowProfileTests
{
    private static readonly TestScope Scope = new TestScope().Add("order", StaticType.Any).Add("items", StaticType.List(StaticType.Any)).Add("note", StaticType.Text);

    private static readonly SlotValues Values = new(
        Models.Read("""{ "o": { "id": 7, "lines": [{ "n": 1 }] } }""")["o"],
        Models.Read("""{ "l": [{ "n": 1 }, [2]] }""")["l"],
        Value.From("{{ order.id }}"));

    private static string Render(string template) => Template.Parse(template, new TemplateOptions { Scope = Scope }).GetOrThrow().Render(Values);

    [Theory]
    [InlineData("{{ this.order }}", "(1,4): \"this\" cannot be used here; name the values one by one.")]
    [InlineData("{{ with order; this; end }}", "(1,16): \"this\" cannot be used here; name the values one by one.")]
    [InlineData("{{ include_join [] 'tpl:a' }}", "(1,20): \"tpl:\" is not taken here, where such a text could be a customer's; write (include \"a\").")]
    [InlineData("{{ this }}", "(1,4): \"this\" cannot be used here; name the values one by one.")]
    [InlineData("{{ object.eval note }}", "(1,11): \"object.eval\" cannot be used here: it would run what may come from outside. Write the expression itself.")]
    [InlineData("{{ note | object.eval_template }}", "(1,18): \"object.eval_template\" cannot be used here: it would run what may come from outside. Write the expression itself.")]
    [InlineData("{{ f = @object.eval; f note }}", "(1,9): \"object.eval\" cannot be used here: it would run what may come from outside. Write the expression itself.")]
    [InlineData("{{ object.eval ^[note] }}", "(1,4): \"object.eval\" cannot be used here: it would run what may come from outside. Write the expression itself.")]
    [InlineData("{{ items | array.each @object.eval }}", "(1,24): \"object.eval\" cannot be used here: it would run what may come from outside. Write the expression itself.")]
    [InlineData("{{ order = 1 }}", "(1,4): \"order\" comes from outside and cannot be assigned; assign a name of your own.")]
    [InlineData("{{ order.id = 1 }}", "(1,4): \"order\" comes from outside and cannot be changed; assign a name of your own.")]
    [InlineData("{{ items[0].n += 1 }}", "(1,4): \"items\" comes from outside and cannot be changed; assign a name of your own.")]
    [InlineData("{{ order.id++ }}", "(1,4): \"order\" comes from outside and cannot be changed; assign a name of your own.")]
    [InlineData("{{ capture order.text }}{{ end }}", "(1,12): \"order\" comes from outside and cannot be changed; assign a name of your own.")]
    [InlineData("{{ func order; end }}", "(1,9): \"order\" comes from outside and cannot be assigned; assign a name of your own.")]
    [InlineData("{{ func f(note); end }}", "(1,11): \"note\" comes from outside and cannot be a parameter; use a name of your own.")]
    [InlineData("{{ readonly order }}", "(1,13): \"order\" comes from outside and cannot be assigned; assign a name of your own.")]
    [InlineData("{{ func f; ret k; end; f }}", "(1,16): There is no name \"k\" here.")]
    [InlineData("{{ wrong 1; func f; end }}", "(1,4): There is no function \"wrong\". Only a function can be followed by arguments; join values with an operator, or separate them with \";\".")]
    public void Parse_WhatAFlowMayNotDo_IsExplained(string template, string expected) => Models.Diagnose(template, Scope).ShouldBe(expected);

    [Theory]
    [InlineData("{{ x = order; x.id = 1 }}", "(1,17): \"id\" cannot be set: the object comes from outside and is only read.")]
    [InlineData("{{ x = order.lines; x[0] = 1 }}", "(1,22): This item cannot be set: the list comes from outside and is only read.")]
    [InlineData("{{ x = [order]; x[0].lines[0].n = 2 }}", "(1,31): \"n\" cannot be set: the object comes from outside and is only read.")]
    [InlineData("{{ x = items | array.concat [1]; x[0].n = 2 }}", "(1,39): \"n\" cannot be set: the object comes from outside and is only read.")]
    [InlineData("{{ func f; end; x = items | array.first; x.n = 2 }}", "(1,44): \"n\" cannot be set: the object comes from outside and is only read.")]
    [InlineData("{{ for x in items; x.n = 2; end }}", "(1,22): \"n\" cannot be set: the object comes from outside and is only read.")]
    [InlineData("{{ with order; id = 2; end }}", "(1,16): \"id\" cannot be assigned: the object that \"with\" opened comes from outside and is only read.")]
    [InlineData("{{ func f(x); x.id = 3; end; f order }}", "(1,17): \"id\" cannot be set: the object comes from outside and is only read.")]
    [InlineData("{{ x = order.lines; x.k = 1 }}", "(1,23): \"k\" cannot be set: the list comes from outside and is only read.")]
    public void Render_ChangeOfWhatComesFromOutside_AtAnyDepth_Fails(string template, string expected) =>
        Should.Throw<TemplateRuntimeException>(() => Render(template)).Diagnostic.ToString().ShouldBe(expected);

    [Theory]
    [InlineData("{{ x = {a: 1}; x.a = 2; x }}", "{a: 2}")]
    [InlineData("{{ include_join [] ('tpl:' + note) '<' }}", "<")]
    [InlineData("{{ include_join [] '' ('tpl:' + note) }}", "tpl:{{ order.id }}")]
    [InlineData("{{ x = object.from_json '{\"a\":{\"b\":1}}'; x.a.b = 2; x }}", "{a: {b: 2}}")]
    [InlineData("{{ x = items | array.concat [1]; x[0] = 5; x }} {{ items }}", "[5, [2], 1] [{n: 1}, [2]]")]
    [InlineData("{{ with order; id; lines[0].n; note; end }}", "71{{ order.id }}")]
    [InlineData("{{ with items[0]; n; end }}", "1")]
    [InlineData("{{ func show(x); ret '<' + x + '>'; end; items | array.each @show }}", "[\"<{n: 1}>\", \"<[2]>\"]")]
    [InlineData("{{ note }}", "{{ order.id }}")]
    [InlineData("{{ note | string.upcase }}", "{{ ORDER.ID }}")]
    public void Render_WhatAFlowMayDo_Works(string template, string expected) => Render(template).ShouldBe(expected);

    [Theory]
    [InlineData("note = 1", "(1,6): An expression cannot assign; for a comparison write \"==\".")]
    [InlineData("order.id = 1", "(1,10): An expression cannot assign; for a comparison write \"==\".")]
    [InlineData("order.id++", "(1,9): An expression cannot assign; write \"+ 1\" for the value.")]
    [InlineData("items | array.any @(do; x = 1; end)", "(1,21): An expression cannot hold statements, so \"do\" cannot stand here.")]
    [InlineData("func f", "(1,1): \"func\" is a word of the language and cannot stand here; if it starts a statement, put it on its own line or behind \";\".")]
    public void ParseExpression_WithAnAssignment_IsExplained(string expression, string expected) => Models.DiagnoseExpression(expression, Scope).ShouldBe(expected);

    [Fact]
    public void Evaluate_ExpressionWithAFunctionAsValue_Works() =>
        Expression.Parse("items | array.each @object.kind", new TemplateOptions { Scope = Scope }).GetOrThrow().Evaluate(Values).ToString().ShouldBe("[\"object\", \"array\"]");

    [Fact]
    public void Evaluate_FunctionItself_IsNull() =>
        Expression.Parse("@string.upcase", new TemplateOptions { Scope = Scope }).GetOrThrow().Evaluate(Values).ShouldBe(Value.Null);

    [Fact]
    public void Reads_AlsoHoldWhatFunctionsAndOpenedObjectsRead() =>
        Template.Parse("{{ func f; ret note; end; with order; items; end }}", new TemplateOptions { Scope = Scope }).GetOrThrow().Reads.Select(read => read.Path).ShouldBe(["note", "order", "items"]);
}
