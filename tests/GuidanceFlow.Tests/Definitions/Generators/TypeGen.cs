using FsCheck;
using FsCheck.Fluent;
using GuidanceFlow.Definitions;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow.Tests.Definitions.Generators;

/// <summary>Random types, and random values that fit them.</summary>
internal static class TypeGen
{
    private static readonly Gen<long> Long = from high in Gen.Choose(int.MinValue, int.MaxValue) from low in Gen.Choose(int.MinValue, int.MaxValue) select ((long)high << 32) | (uint)low;

    private static readonly Gen<long> Ticks = Gen.OneOf(Long, Gen.Elements(0, 1, -1, TimeSpan.TicksPerHour, long.MaxValue, long.MinValue));

    public static Gen<long> Integer { get; } = Gen.OneOf(Long, Gen.Choose(-5, 5).Select(value => (long)value));

    public static Gen<double> Number { get; } = Gen.OneOf(
        Long.Select(BitConverter.Int64BitsToDouble).Where(double.IsFinite),
        Gen.Choose(-5, 5).Select(value => value / 2d),
        Gen.Elements(0d, -0d, double.Epsilon, double.MaxValue, 1e15, -1e16, 0.1));

    public static Gen<TimeSpan> Duration { get; } = Ticks.Select(TimeSpan.FromTicks);

    public static Gen<DataDefinition> Data(int depth) =>
        from name in TextGen.Any
        from type in Type(depth)
        from optional in TextGen.Flag
        from value in Value(type)
        from hasDefault in TextGen.Flag
        select new DataDefinition { Name = name, Type = type, Optional = optional, Default = hasDefault ? value : Templates.Value.Null };

    private static Gen<DataType> Type(int depth)
    {
        Gen<DataType> simple = Gen.OneOf(
            Gen.Elements(DataType.Text, DataType.Number, DataType.Integer, DataType.Boolean, DataType.Date, DataType.Duration),
            TextGen.Text.Some(least: 1).Select(values => DataType.Choice(values.AsSpan())));
        return depth == 0
            ? simple
            : Gen.Frequency(
                (3, simple),
                (1, from item in Type(depth - 1) from lists in Gen.Frequency((5, Gen.Constant(1)), (1, Gen.Choose(2, 12))) select Lists(item, lists)),
                (1, Data(depth - 1).Named(field => field.Name, least: 1).Select(fields => DataType.Object(fields.AsSpan()))));
    }

    private static DataType Lists(DataType item, int count) => count == 0 ? item : Lists(DataType.ListOf(item), count - 1);

    private static Gen<Value> Value(DataType type) => type.Kind switch
    {
        DataKind.Text => TextGen.Any.Select(text => Templates.Value.From(text)),
        DataKind.Choice => Gen.Elements(type.Values.ToArray()).Select(text => Templates.Value.From(text)),
        DataKind.Number => Gen.OneOf(Number.Select(Templates.Value.From), Integer.Select(Templates.Value.From)),
        DataKind.Integer => Integer.Select(Templates.Value.From),
        DataKind.Boolean => TextGen.Flag.Select(Templates.Value.From),
        DataKind.Date => from ticks in Ticks
                         from kind in Gen.Elements(DateTimeKind.Utc, DateTimeKind.Unspecified)
                         select Templates.Value.From(new DateTime((long)((ulong)ticks % (ulong)DateTime.MaxValue.Ticks), kind)),
        DataKind.Duration => Duration.Select(Templates.Value.From),
        DataKind.List => Value(type.Item!).Some(most: 2).Select(items => Templates.Value.From(ValueList.Create(items.AsSpan()))),
        _ => Object(type),
    };

    private static Gen<Value> Object(DataType type)
    {
        Gen<KeyValuePair<string, Value>[]> members = Gen.Constant(Array.Empty<KeyValuePair<string, Value>>());
        foreach (DataDefinition field in type.Fields)
        {
            members = from before in members
                      from value in Value(field.Type)
                      from given in TextGen.Flag
                      select given || !field.Optional ? [.. before, KeyValuePair.Create(field.Name, value)] : before;
        }

        return members.Select(all => Templates.Value.From(ValueObject.Create(all)));
    }
}
