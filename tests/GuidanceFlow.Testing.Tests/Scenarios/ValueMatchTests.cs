using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Runtime;
using GuidanceFlow.Testing.Scenarios.Checks;

namespace GuidanceFlow.Testing.Tests.Scenarios;

/// <summary>JSON has fewer types than sessions; these are taken for the same.</summary>
public sealed class ValueMatchTests
{
    [Fact]
    public void Numbers_AreComparedBySize() => Match(Value.From(2), Value.From(2.0)).ShouldBeTrue();

    [Fact]
    public void Dates_AreComparedWithTheirText()
    {
        Value date = Value.From(new DateTime(2026, 1, 5, 9, 0, 0, DateTimeKind.Utc));
        Match(Value.From("2026-01-05T10:00:00+01:00"), date).ShouldBeTrue();
        Match(Value.From("2026-01-05"), date).ShouldBeFalse();
    }

    [Fact]
    public void Durations_AreComparedWithTheirText()
    {
        Match(Value.From("PT90M"), Value.From(TimeSpan.FromMinutes(90))).ShouldBeTrue();
        Match(Value.From("90 minutes"), Value.From(TimeSpan.FromMinutes(90))).ShouldBeFalse();
    }

    [Fact]
    public void ListsAndObjects_AreComparedItemByItem()
    {
        Match(List(Value.From(1), Value.From("a")), List(Value.From(1.0), Value.From("a"))).ShouldBeTrue();
        Match(List(Value.From(1)), List(Value.From(1), Value.From(2))).ShouldBeFalse();
        Match(Object(("n", Value.From(1))), Object(("n", Value.From(1.0)))).ShouldBeTrue();
        Match(Object(("n", Value.From(1))), Object(("m", Value.From(1)))).ShouldBeFalse();
    }

    [Fact]
    public void Nothing_IsOnlyNothing()
    {
        Match(Value.Null, Value.Null).ShouldBeTrue();
        Match(Value.Null, Value.False).ShouldBeFalse();
        Match(Value.From("1"), Value.From(1)).ShouldBeFalse();
    }

    private static bool Match(Value expected, Value actual) => ValueMatch.Matches(expected, actual);

    private static Value List(params ReadOnlySpan<Value> items) => Value.From(ValueList.Create(items));

    private static Value Object(params (string Name, Value Value)[] members) =>
        Value.From(ValueObject.Create(members.Select(member => KeyValuePair.Create(member.Name, member.Value))));
}
