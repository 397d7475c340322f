using System.Globalization;
using GuidanceFlow.Definitions;
using GuidanceFlow.Templates.Binding;

namespace GuidanceFlow.Compilation.Decisions;

/// <summary>What is known of an input of a decision table before anything runs.</summary>
/// <param name="Text">The expression, for messages.</param>
/// <param name="Type">The type that cells must fit.</param>
/// <param name="IsNullable">Whether the value may be missing.</param>
internal sealed record DecisionInput(string Text, DataType Type, bool IsNullable)
{
    public DataKind Kind => Type.Kind;

    /// <summary>The only texts it may be; empty for any.</summary>
    public EquatableArray<string> Choices => Type.Values;

    public bool IsText => Kind is DataKind.Text or DataKind.Choice;

    /// <summary>The input of an expression; null for a type that a table cannot look up.</summary>
    public static DecisionInput? Of(string text, StaticType type)
    {
        DataType? data = type.Kind switch
        {
            StaticTypeKind.Text => type.Values.IsEmpty ? DataType.Text : DataType.Choice(type.Values.AsSpan()),
            StaticTypeKind.Boolean => DataType.Boolean,
            StaticTypeKind.Integer => DataType.Integer,
            StaticTypeKind.Number => DataType.Number,
            StaticTypeKind.Date => DataType.Date,
            StaticTypeKind.Duration => DataType.Duration,
            _ => null,
        };
        return data is null ? null : new DecisionInput(text, data, type.IsNullable);
    }

    /// <summary>How many values there are, the missing one too; null for without end.</summary>
    public int? CountValues()
    {
        int? values = Kind switch
        {
            DataKind.Boolean => 2,
            DataKind.Choice => Choices.Distinct(StringComparer.Ordinal).Count(),
            _ => null,
        };
        return IsNullable ? values + 1 : values;
    }

    /// <summary>A value by its key, as an author would write it.</summary>
    public string Describe(long key) => Kind switch
    {
        DataKind.Date when new DateTime(key) is var date => date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", CultureInfo.InvariantCulture),
        DataKind.Duration => IsoDuration.Format(new TimeSpan(key)),
        _ => DecisionKeys.ValueOf(Kind, key).ToString(),
    };

    /// <summary>A value from one key to another that is short to say.</summary>
    public string DescribeBetween(long first, long last)
    {
        (long least, long greatest) = DecisionKeys.LineOf(Kind);
        if (Kind == DataKind.Number)
        {
            return Describe(DecisionKeys.Of(Between(DecisionKeys.NumberOf(first), DecisionKeys.NumberOf(last))));
        }

        return Describe(first == least && last < greatest ? last : first == least ? 0 : first);
    }

    /// <summary>The number with the fewest digits, or nearly so, in a stretch of the line.</summary>
    private static double Between(double first, double last)
    {
        if (first <= 0 && last >= 0)
        {
            return 0;
        }

        for (double unit = 1; unit < 1e15; unit *= 10)
        {
            double rounded = first > 0 ? Math.Ceiling(first * unit) / unit : Math.Floor(last * unit) / unit;
            if (rounded >= first && rounded <= last)
            {
                return rounded;
            }
        }

        return first;
    }
}
