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
    public void Render_Template_GivesWhatScribanGives(string template, string expected)
    {
        Models.Render(template).ShouldBe(expected);
        Models.RenderFromSlots(template).ShouldBe(expected);
    }
}
