using FsCheck;
using FsCheck.Fluent;
using GuidanceFlow.Definitions;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Tests.Definitions.Generators;

/// <summary>Random rows of decision tables.</summary>
internal static class DecisionGen
{
    private static readonly Gen<Value> Bound = Gen.OneOf(TextGen.Any.Select(text => Value.From(text)), TypeGen.Integer.Select(Value.From), TypeGen.Number.Select(Value.From));

    private static readonly Gen<Value> Any = Gen.OneOf(Bound, TextGen.Flag.Select(Value.From), Gen.Constant(Value.Null), Gen.Constant(Value.From("*")));

    private static readonly Gen<DecisionCellDefinition> Range =
        from least in Bound
        from greatest in Bound
        from ends in Gen.Choose(1, 8)
        select new DecisionCellDefinition
        {
            From = ends is 1 or 5 or 6 ? least : Value.Null,
            Above = ends is 2 or 7 or 8 ? least : Value.Null,
            To = ends is 3 or 5 or 7 ? greatest : Value.Null,
            Below = ends is 4 or 6 or 8 ? greatest : Value.Null,
        };

    private static readonly Gen<DecisionCellDefinition> Cell =
        Gen.OneOf(Gen.Constant(DecisionCellDefinition.Any), Any.Some(least: 1).Select(values => new DecisionCellDefinition { Values = values }), Range);

    public static Gen<DecisionRowDefinition> Row { get; } =
        from cells in Cell.Some(least: 1)
        from values in Any.Some()
        from target in TextGen.Text.Maybe()
        select new DecisionRowDefinition { If = cells, Then = values, Goto = target };

    public static Gen<DecisionDefaultDefinition> Default { get; } =
        from values in Any.Some()
        from target in TextGen.Text.Maybe()
        select new DecisionDefaultDefinition { Then = values, Goto = target };
}
