using GuidanceFlow.Definitions;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow.Tests.Definitions;

public sealed class DefaultTests
{
    [Theory]
    [InlineData("2026-01-31", "2026-01-31T00:00:00.0000000")]
    [InlineData("2026-01-31T09:05", "2026-01-31T09:05:00.0000000")]
    [InlineData("2026-01-31T09:05:07", "2026-01-31T09:05:07.0000000")]
    [InlineData("2026-01-31T09:05:07.25Z", "2026-01-31T09:05:07.2500000Z")]
    [InlineData("2026-01-31T09:05:07+02:00", "2026-01-31T07:05:07.0000000Z")]
    public void Read_OfADate_KeepsItsKind(string written, string expected) =>
        Default("\"date\"", $"\"{written}\"").ShouldBe(Value.From(DateTime.ParseExact(
            expected,
            "O",
            System.Globalization.CultureInfo.InvariantCulture,
            System.Globalization.DateTimeStyles.RoundtripKind)));

    [Fact]
    public void Read_OfNumbers_TellsIntegersFromNumbers()
    {
        Default("\"number\"", "2").ShouldBe(Value.From(2));
        Default("\"number\"", "2.0").ShouldBe(Value.From(2.0));
        Default("\"number\"", "99999999999999999999").ShouldBe(Value.From(1e20));
        Default("\"integer\"", "-9223372036854775808").ShouldBe(Value.From(long.MinValue));
    }

    [Fact]
    public void Read_OfListsAndObjects_GoesDown()
    {
        Default("\"list of list of text\"", """[["a", "\n"], []]""")
            .ShouldBe(Value.From(ValueList.Create([Value.From(ValueList.Create([Value.From("a"), Value.From("\n")])), Value.From(ValueList.Empty)])));
        Default("\"object\", \"fields\": { \"a\": \"duration\", \"b\": { \"type\": \"text\", \"optional\": true } }", """{ "a": "PT1M" }""")
            .ShouldBe(Value.From(ValueObject.Create([KeyValuePair.Create("a", Value.From(TimeSpan.FromMinutes(1)))])));
    }

    private static Value Default(string type, string value) =>
        FlowReader.Read(FlowSource.FromText("flow.json", $$"""
            {
              "flow": "f",
              "data": { "d": { "type": {{type}}, "default": {{value}} } },
              "stages": [{ "id": "s", "steps": [{ "id": "e", "type": "end", "outcome": "resolved" }] }]
            }
            """)).GetOrThrow().Data[0].Default;
}
