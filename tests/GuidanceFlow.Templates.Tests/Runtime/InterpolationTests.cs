using GuidanceFlow.Templates.Tests.Support;

namespace GuidanceFlow.Templates.Tests.Runtime;

public sealed class InterpolationTests
{
    [Theory]
    [InlineData("{{ $\"\\{x} {1}\" }}", "{x} 1")]
    [InlineData("{{ $\"{'x' | string.upcase}\" }}", "X")]
    [InlineData("{{ $\"{ $\"in {1 + 1}\" }!\" }}", "in 2!")]
    [InlineData("{{ $\"a}b\" }}", "a}b")]
    [InlineData("{{ $\"a\\n{1}\\t\" }}", "a\n1\t")]
    [InlineData("{{ $\"a\n{1}\" }}", "a\n1")]
    [InlineData("{{ x = 3; $\"{x} and {x + 1 == 4 ? 'yes' : 'no'}\" }}", "3 and yes")]
    [InlineData("{{ $\"{1}\".size }} {{ $\"{1}\" + 'x' }} {{ string.upcase $\"a{1}\" }} {{ $\"a\" | string.upcase }}", "1 1x A1 A")]
    [InlineData("{{ $\"{ 1 }{ 'a}b' }\" }}", "1a}b")]
    [InlineData("{{ [$\"{1}\", $\"{2}\"] }} {{ {a: $\"{1}\"}.a }}", "[\"1\", \"2\"] 1")]
    [InlineData("{{ for i in 1..2; $\"{i},\"; end }}", "1,2,")]
    [InlineData("{{ $\"{s} has {x + 1} of {y}\" }}", "hello has 6 of 2")]
    [InlineData("{{ $\"{ l | array.join ',' }\" | string.upcase }}", "1,2,3")]
    [InlineData("{{ string.append $\"a{x}\" $'b{y}' }}", "a5b2")]
    [InlineData("{{ o2 = {k: $\"{x}\"}; o2.k }}", "5")]
    [InlineData("{{ k = {a: {b: $\"{y}\"}}; k.a.b }}", "2")]
    [InlineData("{{ $\"a\" == \"a\" }} {{ $\"{x}\" == \"5\" }}", "true true")]
    [InlineData("{{ $\"\\\"{x}\\\"\" }}", "\"5\"")]
    [InlineData("{{ $'it\\'s {x}' }}", "it's 5")]
    [InlineData("{{ $\"{x}}\" }}", "5}")]
    [InlineData("{{ $'a{s |\n string.upcase}b' }} {{ $'a{(s |\n string.upcase)}b' }}", "aHELLOb aHELLOb")]
    [InlineData("{{ $'{([1,\n2] | array.join \"-\")}' }}", "1-2")]
    public void Render_Template_GivesWhatScribanGives(string template, string expected)
    {
        Models.Render(template).ShouldBe(expected);
        Models.RenderFromSlots(template).ShouldBe(expected);
    }

    [Theory]
    [InlineData("{{ $'{true} {l} {null}|' }}", "true [1, 2, 3] |")]
    [InlineData("{{ $'{ {a:1}.a }{ {a:{b:2}}.a.b }' }}", "12")]
    public void Render_AValueInAText_PrintsItAsEverywhere(string template, string expected) => Models.Render(template).ShouldBe(expected);

    [Theory]
    [InlineData("{{ $\"\\{x\\} {1}\" }}", "(1,9): \"\\}\" is no escape; write \"\\\\\" for a backslash, or put the text in backticks.")]
    [InlineData("{{ $\"a{{b\" }}", "(1,7): In a text with values one brace is enough: \"{\" and \"}\"; write \"\\{\" for a brace that is printed.")]
    [InlineData("{{ $\"{1\" }}", "(1,6): This brace is not closed on its line; add \"}\" behind the value, or write \"\\{\" for a brace that is printed.")]
    [InlineData("{{ $\"{}\" }}", "(1,7): \"}\" cannot stand here; a value is expected.")]
    [InlineData("{{ $`a{1}` }}", "(1,4): There is no function \"$\". Only a function can be followed by arguments; join values with an operator, or separate them with \";\".")]
    [InlineData("{{ $\"{1;2}\" }}", "(1,8): \";\" cannot follow here; one value stands between braces.\n(1,10): \"}\" cannot follow here; end the statement before it with \";\" or a new line, or remove it.")]
    [InlineData("{{ $\"a{1", "(1,1): This code block is not closed; add \"}}\".\n(1,7): This brace is not closed on its line; add \"}\" behind the value, or write \"\\{\" for a brace that is printed.")]
    [InlineData("{{ $\"a }} b", "(1,4): This text is not closed; add \" at its end.")]
    [InlineData("{{ $\"a{{x}}b\" }}", "(1,7): In a text with values one brace is enough: \"{\" and \"}\"; write \"\\{\" for a brace that is printed.")]
    [InlineData("{{ $\"a{1}\" \"}}", "(1,4): Only a function can be followed by arguments; join values with an operator, or separate them with \";\".\n(1,12): This text is not closed; add \" at its end.")]
    [InlineData("{{ $\"a{ {b:1}.b }{{ 2 }}\" }}", "(1,18): In a text with values one brace is enough: \"{\" and \"}\"; write \"\\{\" for a brace that is printed.")]
    public void Parse_Mistake_IsExplained(string template, string expected) => Models.Diagnose(template).ShouldBe(expected);

    [Fact]
    public void Parse_TextsInTextsWithoutEnd_IsRefusedWithoutHarm() =>
        Models.Diagnose("{{ " + string.Concat(Enumerable.Repeat("$\"{", 5_000))).ShouldContain("nested deeper");
}
