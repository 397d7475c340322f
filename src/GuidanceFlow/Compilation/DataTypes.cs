using GuidanceFlow.Answers;
using GuidanceFlow.Definitions;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Binding;
using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow.Compilation;

/// <summary>Checks values against the types of data.</summary>
internal static class DataTypes
{
    /// <summary>The value as a datum keeps it: an integer given for a number becomes one, so that equal sessions are equal bytes.</summary>
    public static Value Fit(Value value, bool toNumber) => toNumber && value.TryGetInteger(out long integer) ? Value.From((double)integer) : value;

    /// <summary>The type of an assigned value as far as its kind goes; the parts of lists and objects are for <see cref="FindMisfit"/>, which names the one that does not fit.</summary>
    public static StaticType KindOf(DataType type) => type.Kind switch
    {
        DataKind.List => StaticType.List(StaticType.Any),
        DataKind.Object => StaticType.Object([]),
        _ => type.ToStaticType(),
    };

    /// <summary>What keeps a value of one type from being a datum of another, whatever it is when it is computed; null for nothing.</summary>
    public static string? FindMisfit(DataType type, StaticType given, string name)
    {
        if (given.Kind == StaticTypeKind.Any)
        {
            return null;
        }

        if (!KindOf(type).Accepts(given))
        {
            return $"'{name}' must be {KindNameOf(type.ToStaticType())}, not {KindNameOf(given)}";
        }

        return type.Kind switch
        {
            DataKind.List => MayBeNull(given.Item!) ? $"an item of '{name}' is never null, but here it may be" : FindMisfit(type.Item!, given.Item!, name + "[]"),
            DataKind.Object => FindFieldMisfit(type, given, name),
            _ => null,
        };
    }

    private static string? FindFieldMisfit(DataType type, StaticType given, string name)
    {
        foreach ((string member, _) in given.Fields)
        {
            if (!type.Fields.Any(field => string.Equals(field.Name, member, StringComparison.Ordinal)))
            {
                return $"'{name}' has no field '{member}'; its fields are {string.Join(", ", type.Fields.Select(field => field.Name))}";
            }
        }

        foreach (DataDefinition field in type.Fields)
        {
            bool mayBeMissing = field.Optional || !field.Default.IsNull;
            StaticType? value = given.FindField(field.Name);
            string? misfit = value is null ? (mayBeMissing ? null : $"'{name}.{field.Name}' is missing")
                : MayBeNull(value) && !mayBeMissing ? $"'{name}.{field.Name}' is never null, but here it may be"
                : FindMisfit(field.Type, value, $"{name}.{field.Name}");
            if (misfit is not null)
            {
                return misfit;
            }
        }

        return null;
    }

    /// <summary>Whether a value from outside has a type; <paramref name="problem"/> says what is wrong, <paramref name="fitted"/> is the value as it is kept.</summary>
    public static bool TryFit(Value value, DataType type, string name, out Value fitted, out string problem)
    {
        problem = string.Empty;
        fitted = value;
        bool fits = true;
        switch (type.Kind)
        {
            case DataKind.Text:
                // Half a character would not come back from a snapshot.
                fits = value.TryGetText(out string? written);
                fitted = fits ? Value.From(AnswerText.Repair(written!)) : value;
                break;
            case DataKind.Number:
                fits = value.TryGetNumber(out double number) && double.IsFinite(number);
                fitted = Fit(value, toNumber: true);
                break;
            case DataKind.Integer:
                fits = value.TryGetInteger(out _);
                break;
            case DataKind.Boolean:
                fits = value.TryGetBoolean(out _);
                break;
            case DataKind.Date:
                fits = value.TryGetDate(out _) || TryParseDate(value, out fitted);
                break;
            case DataKind.Duration:
                fits = value.TryGetDuration(out _) || TryParseDuration(value, out fitted);
                break;
            case DataKind.Choice:
                fits = value.TryGetText(out string? chosen) && type.Values.Contains(chosen);
                if (!fits)
                {
                    problem = $"'{name}' must be one of {string.Join(", ", type.Values.Select(allowed => $"'{allowed}'"))}, but is {Describe(value)}.";
                    return false;
                }

                break;
            case DataKind.List:
                return TryFitList(value, type, name, out fitted, out problem);
            case DataKind.Object:
                return TryFitObject(value, type, name, out fitted, out problem);
        }

        if (!fits)
        {
            problem = $"'{name}' must be {Article(type.Kind)}, but is {Describe(value)}.";
        }

        return fits;
    }

    private static bool TryFitList(Value value, DataType type, string name, out Value fitted, out string problem)
    {
        fitted = value;
        problem = string.Empty;
        if (!value.TryGetList(out ValueList? list))
        {
            problem = $"'{name}' must be a list, but is {Describe(value)}.";
            return false;
        }

        var items = new Value[list.Count];
        for (int i = 0; i < items.Length; i++)
        {
            if (!TryFit(list[i], type.Item!, $"{name}[{i}]", out items[i], out problem))
            {
                return false;
            }
        }

        fitted = Value.From(ValueList.Adopt(items));
        return true;
    }

    private static bool TryFitObject(Value value, DataType type, string name, out Value fitted, out string problem)
    {
        fitted = value;
        problem = string.Empty;
        if (!value.TryGetObject(out ValueObject? given))
        {
            problem = $"'{name}' must be an object, but is {Describe(value)}.";
            return false;
        }

        string? extra = given.Names.FirstOrDefault(member => !type.Fields.Any(field => string.Equals(field.Name, member, StringComparison.Ordinal)));
        if (extra is not null)
        {
            problem = $"'{name}' has no field '{extra}'; its fields are {string.Join(", ", type.Fields.Select(field => field.Name))}.";
            return false;
        }

        var members = new List<KeyValuePair<string, Value>>();
        foreach (DataDefinition field in type.Fields)
        {
            if (!given.TryGetValue(field.Name, out Value member) || member.IsNull)
            {
                if (!field.Default.IsNull || field.Optional)
                {
                    members.Add(KeyValuePair.Create(field.Name, field.Default));
                    continue;
                }

                problem = $"'{name}.{field.Name}' is missing.";
                return false;
            }

            if (!TryFit(member, field.Type, $"{name}.{field.Name}", out Value kept, out problem))
            {
                return false;
            }

            members.Add(KeyValuePair.Create(field.Name, kept));
        }

        fitted = Value.From(ValueObject.Create(members));
        return true;
    }

    private static bool TryParseDate(Value value, out Value date)
    {
        date = value;
        if (value.TryGetText(out string? text) && IsoDate.TryParseUniversal(text, out DateTime parsed))
        {
            date = Value.From(parsed);
            return true;
        }

        return false;
    }

    private static bool TryParseDuration(Value value, out Value duration)
    {
        duration = value;
        if (value.TryGetText(out string? text) && IsoDuration.TryParse(text, out TimeSpan parsed))
        {
            duration = Value.From(parsed);
            return true;
        }

        return false;
    }

    private static string KindNameOf(StaticType type) => type.Kind switch
    {
        StaticTypeKind.Integer => "a whole number",
        StaticTypeKind.Boolean => "true or false",
        StaticTypeKind.Object => "an object",
        _ => "a " + type.Kind.ToString().ToLowerInvariant(),
    };

    private static bool MayBeNull(StaticType type) => type.IsNullable && type.Kind != StaticTypeKind.Any;

    private static string Article(DataKind kind) => kind switch
    {
        DataKind.Integer => "a whole number",
        DataKind.Boolean => "true or false",
        DataKind.Date => "a date such as \"2026-01-05T09:00:00Z\"",
        DataKind.Duration => "a duration such as \"PT5M\"",
        _ => "a " + kind.ToString().ToLowerInvariant(),
    };

    public static string Describe(Value value) => value.Kind switch
    {
        ValueKind.Null => "null",
        ValueKind.List => "a list",
        ValueKind.Object => "an object",
        ValueKind.Text when value.TryGetText(out string? text) && text.Length > 40 => "a text",
        _ => value.ToString(),
    };
}
