namespace GuidanceFlow.Templates.Runtime;

/// <summary>What counts as true: everything but null, false and <c>empty</c>; zero, empty text and empty lists included.</summary>
internal static class Truth
{
    public static bool Of(Value value) => value.TryGetBoolean(out bool boolean) ? boolean : !value.IsNull && !EmptyValue.Is(value);
}
