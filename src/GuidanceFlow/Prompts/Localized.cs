namespace GuidanceFlow.Prompts;

/// <summary>Something in every language of a flow, by the number of the language.</summary>
/// <param name="source">In the flow's own language, number 0.</param>
/// <param name="others">In the other ones; null when there are none.</param>
internal readonly struct Localized<T>(T source, T[]? others = null)
{
    public T Source => source;

    public T In(int locale) => locale == 0 || others is null ? source : others[locale - 1];
}
