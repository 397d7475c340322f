namespace GuidanceFlow.Templates.Tests.Fuzzing;

/// <summary>Chance that follows from a seed, in the forms a grammar needs.</summary>
internal sealed class Dice(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>A number from zero up to, but without, a bound.</summary>
    public int Below(int bound) => _random.Next(bound);

    public bool Chance(int percent) => _random.Next(100) < percent;

    public T Of<T>(params ReadOnlySpan<T> items) => items[_random.Next(items.Length)];
}
