using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Runtime;
using GuidanceFlow.Translations;

namespace GuidanceFlow.Tests.Compilation;

/// <summary>Templates of a flow that its other templates include.</summary>
public sealed class PartialTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    private static string Flow(string partials, string text, string more = "") =>
        $$"""
        { "flow": "test", "inputs": { "customer": "text", "devices": "list of text" }, "data": { "size": "text" },
        "partials": { {{partials}} },
        "stages": [ { "id": "all", "steps": [
        {{more}}
        { "id": "bye", "type": "end", "outcome": "resolved", "text": "{{text}}" }
        ] } ] }
        """;

    private static string Say(string flow)
    {
        Turn turn = GuidanceEngine.Start(
            Compiling.Flow(flow),
            new StartRequest
            {
                SessionId = "s",
                Inputs = new Dictionary<string, Value>(StringComparer.Ordinal)
                {
                    ["customer"] = Value.From("Ada"),
                    ["devices"] = Value.From(ValueList.Create([Value.From("lamp"), Value.From("plug")])),
                },
            },
            Now);
        return turn.Messages.ShouldHaveSingleItem().Text;
    }

    [Fact]
    public void Partial_SeesTheNamesAroundIt_ItsArguments_AndPartials() =>
        Say(Flow(
            "\"line\": \"- {{ $1 }}{{ $.mark }} of {{ customer }}\", \"lines\": \"{{ for device in devices }}{{ include 'line' device mark:'!' }} {{ end }}\"",
            "{{ include 'lines' }}"))
            .ShouldBe("- lamp! of Ada - plug! of Ada ");

    [Fact]
    public void Mistakes_InPartialsAndInclusions_AreNamed() =>
        Compiling.Findings(Flow(
            "\"good\": \"x\", \"bad\": \"{{ custmer }}\", \"unused\": \"{{ 1 + }}\", \"Not an id\": \"x\"",
            "{{ include 'bad' }}",
            """
            { "id": "say", "type": "say", "text": "{{ include customer }}", "when": "(include 'good') == 'x'" },
            { "id": "lost", "type": "say", "text": "{{ include 'bda' }}" },
            """))
            .ShouldBe(
            [
                "flow.json(2,39): error GF0202: There is no name \"custmer\" here. Did you mean \"customer\"?",
                "flow.json(2,70): error GF0201: \"+\" needs a value to its right.",
                "flow.json(2,75): error GF0101: The partial id 'Not an id' is not in kebab-case. Use at most 64 lower-case letters a to z, digits and single hyphens.",
                "flow.json(4,51): error GF0205: In a flow the partial must be named by a text, so that it is known what is read. Write its id in quotes.",
                "flow.json(4,75): error GF0205: An expression cannot include a partial, which is wording. Write the condition or value itself.",
                "flow.json(5,52): error GF0202: There is no partial \"bda\". Did you mean \"bad\"?",
            ]);

    [Fact]
    public void Mistake_InAPartialThatManyInclude_IsNamedOnce_InThePartial() =>
        Compiling.Findings(Flow(
            "\"bad\": \"{{ item }}\", \"outer\": \"{{ include 'bad' }}\"",
            "{{ include 'bad' }}{{ include 'outer' }}",
            """
            { "id": "say", "type": "say", "text": "{{ include 'bad' }}" },
            { "id": "again", "type": "say", "text": "{{ include 'outer' }}" },
            """))
            .ShouldHaveSingleItem().ShouldBe("flow.json(2,26): error GF0202: There is no name \"item\" here. Hand it over where the partial is included: in \"include 'bad' value\" it is \"$1\".");

    [Fact]
    public void Partial_ThatIncludesItself_IsRefused() =>
        Compiling.Findings(Flow("\"a\": \"{{ include 'b' }}\", \"b\": \"{{ include 'a' }}\"", "{{ include 'a' }}"))
            .ShouldBe(
            [
                "flow.json(2,21): error GF0205: The partial 'a' includes itself, by way of others or at once, and might without end. Write a 'for' over what it is for.",
                "flow.json(2,47): error GF0205: The partial 'b' includes itself, by way of others or at once, and might without end. Write a 'for' over what it is for.",
            ]);

    [Fact]
    public void Datum_ReadInAPartialBeforeItIsCollected_IsReportedInThePartial() =>
        Compiling.Findings(Flow("\"size\": \"Size {{ size }}\", \"outer\": \"{{ include 'size' }}\"", "{{ include 'outer' }}"))
            .ShouldHaveSingleItem().ShouldStartWith("flow.json(2,32): error GF0204: ");

    [Fact]
    public void Partial_IsTranslated_LikeAnyText()
    {
        FlowDefinition definition = FlowReader.Read(FlowSource.FromText("test.json", Flow("\"sign\": \"Yours, {{ $1 }}\"", "{{ include 'sign' 'us' }}").Replace("\"flow\": \"test\"", "\"flow\": \"test\", \"locales\": [\"en\", \"de\"]", StringComparison.Ordinal))).GetOrThrow();
        FlowTexts.Of(definition).Select(text => text.Key.ToString()).ShouldBe(["partials/sign/text", "steps/bye/text"]);
        TextKey.TryParse("partials/sign/text", out TextKey key).ShouldBeTrue();
        key.ShouldBe(new TextKey(TextPart.Partial, "sign", "text"));
    }
}
