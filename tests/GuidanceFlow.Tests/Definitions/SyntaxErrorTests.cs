namespace GuidanceFlow.Tests.Definitions;

/// <summary>What authors read when a file is not JSON: one finding, in our words.</summary>
public sealed class SyntaxErrorTests
{
    [Theory]
    [InlineData(
        "",
        "flow.json(1,1): error GF0001: The file holds no flow. A flow starts with '{'.")]
    [InlineData(
        "  ",
        "flow.json(1,1): error GF0001: The file holds no flow. A flow starts with '{'.")]
    [InlineData(
        "[1,",
        "flow.json(1,4): error GF0001: The file ends, but the array opened in line 1 is not closed. Add ']'.")]
    [InlineData(
        "{",
        "flow.json(1,2): error GF0001: The file ends, but the object opened in line 1 is not closed. Add '}'.")]
    [InlineData(
        "{\"a\"",
        "flow.json(1,5): error GF0001: The file ends in the middle of the object opened in line 1. Finish the member and add '}'.")]
    [InlineData(
        """{"a":""",
        "flow.json(1,6): error GF0001: The file ends in the middle of the object opened in line 1. Finish the member and add '}'.")]
    [InlineData(
        """{"a":1""",
        "flow.json(1,7): error GF0001: The file ends, but the object opened in line 1 is not closed. Add '}'.")]
    [InlineData(
        """{"a":1,""",
        "flow.json(1,8): error GF0001: The file ends, but the object opened in line 1 is not closed. Add '}'.")]
    [InlineData(
        """{"a" 1}""",
        "flow.json(1,6): error GF0001: A ':' is missing here, between the member's name and its value.")]
    [InlineData(
        """{"a":1 "b":2}""",
        "flow.json(1,8): error GF0001: A comma is missing before this, between two members.")]
    [InlineData(
        "{a:1}",
        """flow.json(1,2): error GF0001: Names stand in double quotes. Write "a".""")]
    [InlineData(
        "{'a':1}",
        """flow.json(1,2): error GF0001: Names stand in double quotes. Replace ' by ".""")]
    [InlineData(
        """{"a":'x'}""",
        """flow.json(1,6): error GF0001: Texts stand in double quotes. Replace ' by ".""")]
    [InlineData(
        """{"a":True}""",
        "flow.json(1,6): error GF0001: 'True' is not known. Did you mean 'true'? Otherwise put it in double quotes.")]
    [InlineData(
        """{"a":yes}""",
        "flow.json(1,6): error GF0001: 'yes' stands without quotes. Put a text in double quotes.")]
    [InlineData(
        """{"a":01}""",
        "flow.json(1,6): error GF0001: '01' is not a number as JSON writes them, such as 1, -2, 0.5 or 1e6. Put a text in quotes.")]
    [InlineData(
        """{"a":+1}""",
        "flow.json(1,6): error GF0001: '+1' is not a number as JSON writes them, such as 1, -2, 0.5 or 1e6. Put a text in quotes.")]
    [InlineData(
        """{"a":.5}""",
        "flow.json(1,6): error GF0001: '.5' is not a number as JSON writes them, such as 1, -2, 0.5 or 1e6. Put a text in quotes.")]
    [InlineData(
        """{"a":1.}""",
        "flow.json(1,6): error GF0001: '1.' is not a number as JSON writes them, such as 1, -2, 0.5 or 1e6. Put a text in quotes.")]
    [InlineData(
        """{"a":"x}""",
        """flow.json(1,6): error GF0001: This text has no closing quote. Add a '"' at its end.""")]
    [InlineData(
        "{\"a\":\"x\n\"}",
        """flow.json(1,6): error GF0001: This text is not closed in its line. Add a '"' at its end, or write a line break inside a text as \n.""")]
    [InlineData(
        "{\"a\":\"\tx\"}",
        """flow.json(1,7): error GF0001: A text cannot hold a tab. Write \t.""")]
    [InlineData(
        """{"a":"\q"}""",
        """flow.json(1,7): error GF0001: A backslash cannot stand before 'q'. Write \\ for a backslash.""")]
    [InlineData(
        """{"a":"\u12g4"}""",
        """flow.json(1,7): error GF0001: \u needs four hexadecimal digits behind it, such as \u00e9.""")]
    [InlineData(
        """{"a":1]""",
        "flow.json(1,7): error GF0001: Found ']' where the object opened in line 1 needs '}'. Replace it, or put '}' before it.")]
    [InlineData(
        "[1}",
        "flow.json(1,3): error GF0001: Found '}' where the array opened in line 1 needs ']'. Replace it, or put ']' before it.")]
    [InlineData(
        """{"a":1}}""",
        "flow.json(1,8): error GF0001: Something stands behind the end of the flow. Remove it.")]
    [InlineData(
        """{"a":1} x""",
        "flow.json(1,9): error GF0001: Something stands behind the end of the flow. Remove it.")]
    [InlineData(
        "{,}",
        "flow.json(1,2): error GF0001: A member is missing before this comma. Remove the comma.")]
    [InlineData(
        "[,]",
        "flow.json(1,2): error GF0001: A value is missing before this comma.")]
    [InlineData(
        "[1,,2]",
        "flow.json(1,4): error GF0001: A value is missing before this comma.")]
    [InlineData(
        """{"a":}""",
        "flow.json(1,6): error GF0001: A value is missing before this '}'.")]
    [InlineData(
        """{"a":1,,"b":2}""",
        "flow.json(1,8): error GF0001: A member is missing before this comma. Remove the comma.")]
    [InlineData(
        "/* x",
        "flow.json(1,1): error GF0001: This comment is not closed. Add '*/' at its end.")]
    [InlineData(
        """{"a":1}/""",
        "flow.json(1,8): error GF0001: A '/' stands here alone. A comment starts with // or /*.")]
    [InlineData(
        "// only",
        "flow.json(1,1): error GF0001: The file holds no flow. A flow starts with '{'.")]
    [InlineData(
        """{"a":“x”}""",
        """flow.json(1,6): error GF0001: Texts stand in straight double quotes. Replace the curly quote by ".""")]
    [InlineData(
        "{\"a\":\u00a01}",
        "flow.json(1,6): error GF0001: Expected a value, found the character U+00A0.")]
    [InlineData(
        "{\"a\":1 //c\u2028\n}",
        "flow.json(1,11): error GF0001: This comment holds a Unicode line separator. Remove it.")]
    [InlineData(
        "{\"a\":\"x\u0001\"}",
        """flow.json(1,8): error GF0001: A text cannot hold the character U+0001. Write \u0001.""")]
    [InlineData(
        """["a":1]""",
        "flow.json(1,5): error GF0001: A ':' stands here where a ',' or a closing bracket belongs. Only members of an object have names.")]
    [InlineData(
        """{"a":"\""",
        """flow.json(1,7): error GF0001: The file ends inside a text. Add a '"' at its end.""")]
    [InlineData(
        """{"a":tru}""",
        "flow.json(1,6): error GF0001: 'tru' is not known. Did you mean 'true'? Otherwise put it in double quotes.")]
    [InlineData(
        """{"a":nullx}""",
        "flow.json(1,6): error GF0001: 'nullx' is not known. Did you mean 'null'? Otherwise put it in double quotes.")]
    [InlineData(
        """{"a":-}""",
        "flow.json(1,6): error GF0001: '-' is not a number as JSON writes them, such as 1, -2, 0.5 or 1e6. Put a text in quotes.")]
    [InlineData(
        """{"a":1e}""",
        "flow.json(1,6): error GF0001: '1e' is not a number as JSON writes them, such as 1, -2, 0.5 or 1e6. Put a text in quotes.")]
    [InlineData(
        """{"a":"é😀" x}""",
        "flow.json(1,12): error GF0001: A comma is missing before this, between two members.")]
    [InlineData(
        """{"a":"\u00""",
        """flow.json(1,7): error GF0001: \u needs four hexadecimal digits behind it, such as \u00e9.""")]
    public void Read_OfMalformedJson_SaysWhatIsWrong(string text, string expected) => Reading.Errors(text).ShouldBe([expected]);

    [Theory]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(1_000)]
    [InlineData(100_000)]
    public void Read_OfDeeplyNestedArrays_NeverOverflows(int depth)
    {
        string text = new string('[', depth) + new string(']', depth);
        Reading.Errors(text).ShouldBe(depth <= 64
            ? ["flow.json(1,1): error GF0005: Expected an object, found an array. Write { \"flow\": \"an-id\", \"stages\": [ … ] }."]
            : ["flow.json(1,65): error GF0001: Objects and arrays nest deeper than 64 levels here. Make the flow flatter."]);
    }

    [Fact]
    public void Read_OfDeeplyNestedObjectsThatAreNotClosed_NeverOverflows() =>
        Reading.Errors(string.Concat(Enumerable.Repeat("{\"a\":\n", 1_000)))
            .ShouldBe(["flow.json(65,1): error GF0001: Objects and arrays nest deeper than 64 levels here. Make the flow flatter."]);
}
