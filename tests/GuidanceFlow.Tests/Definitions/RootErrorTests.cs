namespace GuidanceFlow.Tests.Definitions;

/// <summary>What authors read about a wrong member of the flow itself, which stands in line 2.</summary>
public sealed class RootErrorTests
{
    [Theory]
    [InlineData(
        "\"locales\": [\"english!\"]",
        """flow.json(2,13): error GF0007: 'english!' is not the name of a language. Write one such as "en", "de-AT" or "zh-CN".""")]
    [InlineData(
        "\"locales\": []",
        "flow.json(2,12): error GF0007: This array is empty. Add at least one language.")]
    [InlineData(
        "\"migrate\": {}",
        "flow.json(2,12): error GF0006: Member 'from' is missing in a migration. Add \"from\": [1].")]
    [InlineData(
        "\"version\": 0",
        "flow.json(2,12): error GF0007: Expected a whole number from 1.")]
    [InlineData(
        "\"version\": \"2\"",
        "flow.json(2,12): error GF0005: Expected a whole number, found a text. Write it without quotes.")]
    [InlineData(
        "\"version\": 1.0",
        "flow.json(2,12): error GF0007: Expected a whole number from 1.")]
    [InlineData(
        "\"version\": 99999999999",
        "flow.json(2,12): error GF0007: Expected a whole number from 1.")]
    [InlineData(
        "\"knowledge\": { \"k\": { \"title\": \"t\", \"url\": \"ftp://x\" }, \"k\": { \"title\": \"t\", \"url\": \"nope\", \"kind\": \"vidoe\" } }",
        "flow.json(2,44): error GF0007: 'ftp://x' is not a web address. Write one that starts with https:// or http://.",
        "flow.json(2,57): error GF0004: 'k' is given twice in knowledge. Remove or rename one of them.",
        "flow.json(2,85): error GF0007: 'nope' is not a web address. Write one that starts with https:// or http://.",
        "flow.json(2,101): error GF0007: Unknown kind of knowledge 'vidoe'. Did you mean 'video'?")]
    [InlineData(
        "\"tickets\": { \"t\": { \"queue\": \"q\", \"subject\": \"s\", \"body\": \"b\", \"respond_within\": \"2 hours\", \"priority\": \"hihg\", \"kind\": \"feedbak\" } }",
        """flow.json(2,82): error GF0007: '2 hours' is not a length of time. Write one such as "PT30M" (30 minutes), "PT2H" (2 hours) or "P1D" (a day).""",
        "flow.json(2,105): error GF0007: Unknown priority 'hihg'. Did you mean 'high'?",
        "flow.json(2,121): error GF0007: Unknown ticket kind 'feedbak'. Did you mean 'feedback'?")]
    [InlineData(
        "\"tickets\": { \"t\": { \"queue\": \"q\", \"subject\": \"s\", \"body\": \"b\", \"respond_within\": \"PT0S\" } }",
        "flow.json(2,82): error GF0007: The time to respond must be longer than nothing. Leave the member out to promise no time.")]
    [InlineData(
        "\"tickets\": { \"t\": { \"queue\": \"q\", \"subject\": \"s\", \"body\": \"b\", \"respond_within\": \"P1M\" } }",
        """flow.json(2,82): error GF0007: 'P1M' is not a length of time. Write one such as "PT30M" (30 minutes), "PT2H" (2 hours) or "P1D" (a day).""")]
    [InlineData(
        "\"data\": { \"a\": \"txt\", \"b\": \"choice\", \"c\": \"list\", \"d\": \"object\", \"e\": \"list of txt\", \"f\": \"list of choice\", \"g\": 3, \"h\": \"zebra\" }",
        "flow.json(2,16): error GF0007: Unknown type 'txt'. Did you mean 'text'?",
        """flow.json(2,28): error GF0007: A choice needs its values. Write { "type": "choice", "values": [ … ] }.""",
        """flow.json(2,43): error GF0007: A list needs the type of its items. Write one such as "list of text", or { "type": "list", "of": … }.""",
        """flow.json(2,56): error GF0007: An object needs its fields. Write { "type": "object", "fields": { … } }.""",
        "flow.json(2,71): error GF0007: Unknown type 'list of txt'. Did you mean 'list of text'?",
        """flow.json(2,91): error GF0007: The items of this list need more than a word. Write { "type": "list", "of": { … } }.""",
        """flow.json(2,114): error GF0005: Expected a type, found a number. Write one such as "text", or an object with the member 'type'.""",
        "flow.json(2,122): error GF0007: Unknown type 'zebra'. Use one of text, number, integer, boolean, date, duration, list of text, choice, list, object.")]
    [InlineData(
        "\"data\": { \"a\": { \"type\": \"choice\" }, \"b\": { \"type\": \"list\" }, \"c\": { \"type\": \"object\", \"fields\": {} }, \"d\": { \"typ\": \"text\" }, \"e\": { \"type\": \"list\", \"of\": { \"type\": \"text\", \"optional\": true } } }",
        """flow.json(2,16): error GF0006: Member 'values' is missing in a choice. Add "values": [ … ].""",
        """flow.json(2,43): error GF0006: Member 'of' is missing in a list. Add "of": "text" or another type.""",
        "flow.json(2,98): error GF0007: This object is empty. Add at least one field.",
        "flow.json(2,111): error GF0003: Unknown member 'typ' in a type. Did you mean 'type'?",
        "flow.json(2,175): error GF0003: Unknown member 'optional' in a type as item of a list. Its only member is 'type'.")]
    [InlineData(
        "\"data\": { \"a\": { \"type\": \"integer\", \"default\": 1.5 }, \"b\": { \"type\": \"choice\", \"values\": [\"x\", \"y\"], \"default\": \"z\" }, \"c\": { \"type\": \"boolean\", \"default\": \"yes\" }, \"d\": { \"type\": \"date\", \"default\": \"tomorrow\" }, \"e\": { \"type\": \"duration\", \"default\": \"5m\" } }",
        "flow.json(2,48): error GF0007: Expected a whole number of at most 64 bits, without fraction and exponent.",
        "flow.json(2,113): error GF0007: Unknown value 'z'. Use one of x, y.",
        "flow.json(2,157): error GF0005: Expected true or false, found a text.",
        """flow.json(2,200): error GF0007: 'tomorrow' is not a date. Write one such as "2026-01-31" or "2026-01-31T09:00:00Z".""",
        """flow.json(2,252): error GF0007: '5m' is not a length of time. Write one such as "PT30M" (30 minutes), "PT2H" (2 hours) or "P1D" (a day).""")]
    [InlineData(
        "\"data\": { \"a\": { \"type\": \"list of number\", \"default\": [1, \"2\"] }, \"b\": { \"type\": \"object\", \"fields\": { \"x\": \"text\", \"y\": \"text\" }, \"default\": { \"x\": 1, \"yy\": \"a\" } }, \"c\": { \"type\": \"text\", \"default\": null } }",
        "flow.json(2,59): error GF0005: Expected a number, found a text. Write it without quotes.",
        "flow.json(2,143): error GF0007: The field 'y' is missing in this default. Add it, or make it optional.",
        "flow.json(2,150): error GF0005: Expected a text, found a number. Put it in quotes.",
        "flow.json(2,153): error GF0007: Unknown field 'yy'. Did you mean 'y'?",
        "flow.json(2,202): error GF0005: Expected a text, found null. Leave it out instead.")]
    [InlineData(
        "\"inputs\": []",
        "flow.json(2,11): error GF0005: Expected an object, found an array.")]
    public void Read_OfAWrongMember_SaysWhatIsWrong(string member, params string[] expected) =>
        Reading.Errors($$"""
            { "flow": "f", "stages": [{ "id": "s", "steps": [{ "id": "e", "type": "end", "outcome": "resolved" }] }],
            {{member}}
            }
            """).ShouldBe(expected);

    [Theory]
    [InlineData(
        "[1]",
        "flow.json(1,1): error GF0005: Expected an object, found an array. Write { \"flow\": \"an-id\", \"stages\": [ … ] }.")]
    [InlineData(
        "\"x\"",
        "flow.json(1,1): error GF0005: Expected an object, found a text. Write { \"flow\": \"an-id\", \"stages\": [ … ] }.")]
    [InlineData(
        "null",
        "flow.json(1,1): error GF0005: Expected an object, found null. Leave it out instead.")]
    [InlineData(
        "{}",
        """flow.json(1,1): error GF0006: Member 'flow' is missing in a flow. Add "flow": "an-id".""",
        """flow.json(1,1): error GF0006: Member 'stages' is missing in a flow. Add "stages": [ … ].""")]
    public void Read_OfJsonThatIsNoFlow_SaysWhatIsMissing(string text, params string[] expected) => Reading.Errors(text).ShouldBe(expected);
}
