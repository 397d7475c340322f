using GuidanceFlow.Templates.Runtime;
using GuidanceFlow.Templates.Tests.Support;

namespace GuidanceFlow.Templates.Tests.Functions;

public sealed class ObjectFunctionTests
{
    [Theory]
    [InlineData("{{ object.size {a:1} }}", "1")]
    [InlineData("{{ 99999999999 | object.typeof }}", "number")]
    [InlineData("{{ 1 | object.typeof }}", "number")]
    [InlineData("{{ 1.5 | object.typeof }}", "number")]
    [InlineData("{{ 'a' | object.typeof }}", "string")]
    [InlineData("{{ n | object.typeof }}", "")]
    [InlineData("{{ l | object.typeof }}", "array")]
    [InlineData("{{ o | object.typeof }}", "object")]
    [InlineData("{{ true | object.typeof }}", "boolean")]
    [InlineData("{{ n | object.default 3 }} {{ '' | object.default 3 }} {{ 0 | object.default 3 }} {{ [] | object.default 3 }} {{ false | object.default 3 }} {{ ' ' | object.default 3 }}", "3 3 0 [] false  ")]
    [InlineData("{{ o | object.keys }} {{ o | object.values }} {{ o | object.has_key 'a' }} {{ o | object.has_key 'z' }} {{ o | object.has_value 'a' }} {{ {a:null} | object.has_value 'a' }} {{ {a:null} | object.has_key 'a' }} {{ n | object.has_key 'a' }}", "[\"a\", \"b\", \"c\"] [1, \"t\", [1, \"x\"]] true false true false true false")]
    [InlineData("{{ n | object.keys }}", "[]")]
    [InlineData("{{ 5 | object.keys }}", "[]")]
    [InlineData("{{ o | object.size }} {{ l | object.size }} {{ s | object.size }}", "3 3 5")]
    [InlineData("{{ n | object.size }} {{ 5 | object.size }}", "0 0")]
    [InlineData("{{ 255 | object.format \"X4\" }} {{ 1523 | object.format \"N2\" \"en-US\" }} {{ 1.5 | object.format 'N2' 'de-DE' }} {{ n | object.format 'x' }}", "00FF 1,523.00 1,50 ")]
    [InlineData("{{ n | object.kind }} {{ true | object.kind }} {{ 1 | object.kind }} {{ 1.0 | object.kind }} {{ \"a\" | object.kind }} {{ [1] | object.kind }} {{ {} | object.kind }} {{ 5000000000 | object.kind }} {{ timespan.zero | object.kind }}", " bool int double string array object long TimeSpan")]
    [InlineData("{{ { foo: \"bar\", baz: [1, 2.5, 3] } | object.to_json }} {{ true | object.to_json }} {{ n | object.to_json }} {{ \"é<\\\"\\n\" | object.to_json }} {{ 1.0 | object.to_json }} {{ timespan.from_days 1.5 | object.to_json }} {{ 1..3 | object.to_json }}", "{\"foo\":\"bar\",\"baz\":[1,2.5,3]} true null \"\\u00E9\\u003C\\u0022\\n\" 1 \"1.12:00:00\" [1,2,3]")]
    [InlineData("{{ o2 = `{ \"foo\": 123, \"a\": [1, 2.5, null, true, \"x\"] }` | object.from_json; o2.foo; o2.a }} {{ '5' | object.from_json }} {{ '{\"$date\":\"2020-01-01\"}' | object.from_json | object.keys }}", "123[1, 2.5, null, true, \"x\"] 5 [\"$date\"]")]
    [InlineData("{{ object.has_key n 'a' }} {{ object.has_key o n }} {{ object.has_value n 'a' }} {{ object.has_value o n }} {{ object.has_key {a: n} 'a' }} {{ object.has_value {a: n} 'a' }} {{ object.has_key o 'A' }}", "false false false false true false false")]
    public void Render_Template_GivesWhatScribanGives(string template, string expected)
    {
        Models.Render(template).ShouldBe(expected);
        Models.RenderFromSlots(template).ShouldBe(expected);
    }

    [Theory]
    [InlineData("{{ s | object.has_key 'a' }}", "(1,8): \"object.has_key\": \"value\" must be an object, not a text.")]
    [InlineData("{{ {a: empty} | object.to_json }}", "(1,17): \"object.to_json\": \"empty\" cannot be written as JSON; write {} or [].")]
    [InlineData("{{ l | object.has_value 'a' }}", "(1,8): \"object.has_value\": \"value\" must be an object, not a list.")]
    [InlineData("{{ object.from_json '\"\\\\ud800\"' }}", "(1,4): \"object.from_json\": a text in this JSON has half of a surrogate pair, such as \\ud800, which is no character.")]
    [InlineData("{{ object.from_json '{\"\\\\ud800\":1}' }}", "(1,4): \"object.from_json\": a text in this JSON has half of a surrogate pair, such as \\ud800, which is no character.")]
    public void Render_WhatScribanRefuses_SaysWhy(string template, string problem) =>
        Should.Throw<TemplateRuntimeException>(() => Models.Render(template)).Message.ShouldBe(problem);
}
