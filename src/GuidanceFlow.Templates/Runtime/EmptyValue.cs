namespace GuidanceFlow.Templates.Runtime;

/// <summary>The variable <c>empty</c>: prints nothing, is not true, and equals every list and object without content.</summary>
internal sealed class EmptyValue
{
    private EmptyValue()
    {
    }

    public static Value Value { get; } = Value.FromOther(new EmptyValue());

    public static bool Is(Value value) => value.Reference is EmptyValue;

    /// <summary>Whether a value equals <c>empty</c>.</summary>
    public static bool Matches(Value value) =>
        Is(value)
        || (value.TryGetList(out ValueList? list) && list.Count == 0)
        || (value.TryGetObject(out ValueObject? members) && members.Count == 0);
}
