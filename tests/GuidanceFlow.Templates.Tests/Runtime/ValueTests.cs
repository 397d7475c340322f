using System.Text;
using System.Text.Json;
using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow.Templates.Tests.Runtime;

public sealed class ValueTests
{
    public static TheoryData<Value, ValueKind> Kinds => new()
    {
        { Value.Null, ValueKind.Null },
        { Value.True, ValueKind.Boolean },
        { Value.From(3), ValueKind.Integer },
        { Value.From(3.5), ValueKind.Number },
        { Value.From("a"), ValueKind.Text },
        { Value.From(new DateTime(2026, 1, 5, 9, 0, 0, DateTimeKind.Utc)), ValueKind.Date },
        { Value.From(TimeSpan.FromMinutes(5)), ValueKind.Duration },
        { Value.From(ValueList.Create([Value.From(1), Value.Null])), ValueKind.List },
        { Value.From(ValueObject.Create([KeyValuePair.Create("a", Value.True)])), ValueKind.Object },
    };

    [Theory, MemberData(nameof(Kinds))]
    public void Kind_OfEachFactory_IsTold(Value value, ValueKind kind) => value.Kind.ShouldBe(kind);

    [Theory, MemberData(nameof(Kinds))]
    public void Json_WrittenAndRead_GivesAnEqualValue(Value value, ValueKind kind)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            ValueJson.Write(writer, value);
        }

        using JsonDocument document = JsonDocument.Parse(stream.ToArray());
        Value read = ValueJson.Read(document.RootElement);
        read.ShouldBe(value);
        read.Kind.ShouldBe(kind);

        var reader = new Utf8JsonReader(stream.ToArray());
        reader.Read();
        ValueJson.Read(ref reader).ShouldBe(value);
    }

    [Theory]
    [InlineData("""{"$date":"2026-01-05T09:00:00.0000000Z","note":1}""")]
    [InlineData("""{"$duration":"PT5M","note":1}""")]
    public void Json_DateOrDurationBesideOtherMembers_StaysAnObject(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        Value value = ValueJson.Read(document.RootElement);
        value.Kind.ShouldBe(ValueKind.Object);
        value.TryGetObject(out ValueObject? members).ShouldBeTrue();
        members!.Count.ShouldBe(2);
    }

    [Fact]
    public void Json_WholeNumber_StaysANumber()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            ValueJson.Write(writer, Value.From(2.0));
        }

        Encoding.UTF8.GetString(stream.ToArray()).ShouldBe("2.0");
    }

    [Fact]
    public void Equals_ObjectsWithTheSameMembersInAnotherOrder_AreEqual()
    {
        var one = ValueObject.Create([KeyValuePair.Create("a", Value.From(1)), KeyValuePair.Create("b", Value.From(2))]);
        var other = ValueObject.Create([KeyValuePair.Create("b", Value.From(2)), KeyValuePair.Create("a", Value.From(1))]);
        one.Equals(other).ShouldBeTrue();
        one.GetHashCode().ShouldBe(other.GetHashCode());
    }
}
