using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Runtime;

/// <summary>Reads members and indexes of values of any kind.</summary>
internal static class Members
{
    /// <summary>The member of lists, texts and objects that says whether they hold nothing.</summary>
    public const string IsEmpty = "empty?";

    /// <summary>A member's value; null when a value has no such member.</summary>
    public static Value Get(RenderState state, Value target, string name, TextSpan place)
    {
        switch (target.Kind)
        {
            case ValueKind.Object when target.TryGetObject(out ValueObject? members):
                return members.TryGetValue(name, out Value value) ? value : name == IsEmpty ? Value.From(members.Count == 0) : Value.Null;
            case ValueKind.Null when name == IsEmpty:
                return Value.Null;
            case ValueKind.Null:
                throw state.Fail(place, $"\"{name}\" cannot be read of nothing (null); write \"?.{name}\" if nothing may stand here.");
            case ValueKind.List when name == "size" && target.TryGetList(out ValueList? list):
                return Value.From(list.Count);
            case ValueKind.Text when name == "size" && target.TryGetText(out string? text):
                return Value.From(text.Length);
            case ValueKind.List when target.TryGetList(out ValueList? items):
                return name == IsEmpty ? Value.From(items.Count == 0) : items.Members is not null && items.Members.TryGetValue(name, out Value beside) ? beside : Value.Null;
            case ValueKind.Text when name == IsEmpty && target.TryGetText(out string? content):
                return Value.From(content.Length == 0);
            case ValueKind.Date when target.TryGetDate(out DateTime date):
                return TimeMembers.Get(date, name);
            case ValueKind.Duration when target.TryGetDuration(out TimeSpan duration):
                return TimeMembers.Get(duration, name);
            default:
                return name == IsEmpty ? Value.False : Value.Null;
        }
    }

    /// <summary>An item's value; an index counts from the end when it is negative, and beyond a list's end there is null.</summary>
    public static Value GetAt(RenderState state, Value target, Value index, TextSpan place)
    {
        if (target.IsNull)
        {
            throw state.Fail(place, "Nothing (null) has no items; check the value before the index.");
        }

        if (index.IsNull)
        {
            throw state.Fail(place, "The index is nothing (null).");
        }

        if (target.TryGetObject(out ValueObject? members))
        {
            return members.TryGetValue(state.ToText(index), out Value value) ? value : Value.Null;
        }

        if (target.Kind is ValueKind.Date or ValueKind.Duration && index.TryGetText(out string? part))
        {
            return GetWritten(state, target, part, place);
        }

        if (!target.TryGetList(out ValueList? list) && target.Kind != ValueKind.Text)
        {
            throw state.Fail(place, $"An index needs a list, an object or a text, not {KindNames.Describe(target)}.");
        }

        if (list is not null && index.TryGetText(out string? member))
        {
            return GetWritten(state, target, member, place);
        }

        if (!Conversion.TryToInteger(index, state.Culture, out long position))
        {
            throw state.Fail(place, index.Kind == ValueKind.Number ? "The index is a number that is no position of a list." : $"The index must be a number, not {KindNames.Describe(index)}.");
        }

        return list is not null ? GetItem(list, position) : GetCharacter(state, target, position, place);
    }

    /// <summary>A member named by an index: <c>empty?</c> is only one where it is written as a member.</summary>
    private static Value GetWritten(RenderState state, Value target, string name, TextSpan place) =>
        name == IsEmpty ? Value.Null : Get(state, target, name, place);

    private static Value GetItem(ValueList list, long position)
    {
        position += position < 0 ? list.Count : 0;
        return position >= 0 && position < list.Count ? list[(int)position] : Value.Null;
    }

    private static Value GetCharacter(RenderState state, Value target, long position, TextSpan place)
    {
        _ = target.TryGetText(out string? text);
        position += position < 0 ? text!.Length : 0;
        if (position >= text!.Length)
        {
            throw state.Fail(place, $"There is no character {position} in a text of {text.Length} characters.");
        }

        return position < 0 ? Value.Null : Value.From(CharacterTexts.Of(text[(int)position]));
    }
}
