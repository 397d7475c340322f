using System.Text.Json;
using GuidanceFlow.Templates.Binding;
using GuidanceFlow.Templates.Runtime;
using GuidanceFlow.Templates.Tests.Support;

namespace GuidanceFlow.Templates.Tests.Runtime;

/// <summary>Guards of slots, literals, comparisons and logic alone take a shorter way than other expressions; it leads to the same.</summary>
public sealed class GuardTests
{
    private static readonly TemplateOptions Scoped = new() { Scope = new TestScope().Add("a", StaticType.Any).Add("b", StaticType.Any) };

    private static readonly Value[] Values =
    [
        Value.Null,
        Value.True,
        Value.False,
        Value.From(0),
        Value.From(3),
        Value.From(3.0),
        Value.From(2.5),
        Value.From(double.NaN),
        Value.EmptyText,
        Value.From("3"),
        Value.From("a"),
        Value.From(new DateTime(2026, 1, 5)),
        Value.From(TimeSpan.FromSeconds(3)),
        Value.From(ValueList.Create([Value.From(3)])),
        Value.From(ValueObject.Create([KeyValuePair.Create("name", Value.From("a"))])),
    ];

    [Theory]
    [InlineData("a == b")]
    [InlineData("a != b")]
    [InlineData("a < b")]
    [InlineData("a <= b")]
    [InlineData("a > b")]
    [InlineData("a >= b")]
    [InlineData("a && b")]
    [InlineData("a || b")]
    [InlineData("!a")]
    [InlineData("!(a == b)")]
    [InlineData("a == null")]
    [InlineData("null != a")]
    [InlineData("a == 'a'")]
    [InlineData("a != 'a' && b")]
    [InlineData("a == 3")]
    [InlineData("2.5 < a")]
    [InlineData("a == empty")]
    [InlineData("a && b < 3")]
    [InlineData("a || b == true")]
    [InlineData("a && (b == 3 || b > 'a') && !b")]
    [InlineData("a.name == b || a")]
    public void EvaluateBoolean_ValuesOfAnyKind_GivesWhatEvaluateGives(string text)
    {
        Expression guard = Expression.Parse(text, Scoped).GetOrThrow();
        foreach (Value a in Values)
        {
            foreach (Value b in Values)
            {
                var slots = new SlotValues(a, b);
                Describe(() => Value.From(guard.EvaluateBoolean(slots))).ShouldBe(Describe(() => guard.Evaluate(slots)), $"a = {a}, b = {b}");
            }
        }
    }

    [Fact]
    public void EvaluateBoolean_RightSideDoesNotCount_IsNotRead()
    {
        Expression both = Expression.Parse("a && b", Scoped).GetOrThrow();
        Expression either = Expression.Parse("a || b == 1", Scoped).GetOrThrow();
        both.EvaluateBoolean(new SlotValues(Value.False)).ShouldBeFalse();
        either.EvaluateBoolean(new SlotValues(Value.True)).ShouldBeTrue();
        Should.Throw<IndexOutOfRangeException>(() => both.EvaluateBoolean(new SlotValues(Value.True)));
    }

    [Fact]
    public void EvaluateBoolean_NoBoolean_Fails()
    {
        Expression name = Expression.Parse("a", Scoped).GetOrThrow();
        Should.Throw<TemplateRuntimeException>(() => name.EvaluateBoolean(new SlotValues(Value.From(3)))).Diagnostic.Message
            .ShouldBe("This must be true or false but gives a number.");
    }

    [Fact]
    public void EvaluateBoolean_NamesOrJson_GivesTheSame()
    {
        Expression guard = Expression.Parse("a && b < 3").GetOrThrow();
        foreach (int b in new[] { 2, 3 })
        {
            var names = new Dictionary<string, Value>(StringComparer.Ordinal) { ["a"] = Value.True, ["b"] = Value.From(b) };
            using JsonDocument json = JsonDocument.Parse($$"""{ "a": true, "b": {{b}} }""");
            guard.EvaluateBoolean(names).ShouldBe(b < 3);
            guard.EvaluateBoolean(json.RootElement).ShouldBe(b < 3);
        }

        Should.Throw<TemplateRuntimeException>(() => Expression.Parse("b").GetOrThrow().EvaluateBoolean(new Dictionary<string, Value>(StringComparer.Ordinal)))
            .Diagnostic.Message.ShouldBe("This must be true or false but gives nothing (null).");
        Should.Throw<InvalidOperationException>(() => guard.EvaluateBoolean(new SlotValues(Value.True)));
    }

    [Theory]
    [InlineData("a == 3")]
    [InlineData("[a] | array.contains 3")]
    public void Evaluate_WhenCancelled_Stops(string text)
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Expression guard = Expression.Parse(text, Scoped).GetOrThrow();
        Should.Throw<OperationCanceledException>(() => guard.EvaluateBoolean(new SlotValues(Value.From(3)), cancellationToken: source.Token));
        Should.Throw<OperationCanceledException>(() => guard.Evaluate(new SlotValues(Value.From(3)), cancellationToken: source.Token));
        guard.EvaluateBoolean(new SlotValues(Value.From(3))).ShouldBeTrue();
    }

    [Fact]
    public void Evaluate_CancelledWhileItRuns_Stops()
    {
        using var source = new CancellationTokenSource();
        var options = new TemplateOptions { Functions = TemplateFunctions.None.With("stop", () => { source.Cancel(); return Value.Null; }) };
        Expression expression = Expression.Parse("(stop) ?? (1..100 | array.size)", options).GetOrThrow();
        Should.Throw<OperationCanceledException>(() => expression.Evaluate(new Dictionary<string, Value>(StringComparer.Ordinal), cancellationToken: source.Token));
    }

    private static string Describe(Func<Value> evaluate)
    {
        try
        {
            return evaluate().ToString();
        }
        catch (TemplateRuntimeException failure)
        {
            return failure.Message;
        }
    }
}
