using System.Globalization;

namespace GuidanceFlow.Templates.Runtime;

/// <summary>How a template runs: culture, clock and limits. Immutable; make one and share it.</summary>
public sealed record RenderSettings
{
    /// <summary>Invariant culture, no clock, the default limits.</summary>
    public static RenderSettings Default { get; } = new();

    /// <summary>How numbers and dates are printed.</summary>
    /// <value>The default is the invariant culture.</value>
    /// <exception cref="ArgumentNullException">Null.</exception>
    public CultureInfo Culture
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    } = CultureInfo.InvariantCulture;

    /// <summary>What the template takes for the present.</summary>
    /// <value>The default is 0001-01-01, so that nothing depends on the machine's clock by accident.</value>
    public DateTime Now { get; init; }

    /// <summary>Where random numbers of the template start from: with the same seed a template gives the same numbers and the same UUIDs.</summary>
    /// <value>The default is 0.</value>
    public int Seed { get; init; }

    /// <summary>The most UTF-16 units one rendering may print, and the longest text a function may build.</summary>
    /// <value>The default is 1,048,576.</value>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public int MaxOutputLength
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    } = 1 << 20;

    /// <summary>The most loop rounds in one rendering, all loops counted together.</summary>
    /// <value>The default is 100,000.</value>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public int MaxLoopIterations
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    } = 100_000;

    /// <summary>
    /// The most operations in one rendering: rounds of loops, calls of functions and inclusions of partials, statements of blocks, items that
    /// functions and comparisons visit, every 4 items that operators copy, and every 32 characters of long texts that are read or built, all counted together.
    /// </summary>
    /// <value>The default is 2,000,000.</value>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public long MaxOperations
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    } = 2_000_000;

    /// <summary>How deep functions of the template and partials may call each other.</summary>
    /// <value>The default is 100.</value>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public int MaxRecursion
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    } = 100;

    /// <summary>The most items a list built by a template may hold.</summary>
    /// <value>The default is 100,000.</value>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public int MaxListLength
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    } = 100_000;

    /// <summary>
    /// How long all regular expressions of one rendering may take together, made and matched. Most match without going back, but even those take
    /// time that grows with the square of the text when all their matches are wanted.
    /// </summary>
    /// <value>The default is one second.</value>
    /// <exception cref="ArgumentOutOfRangeException">Not positive, or more than a day.</exception>
    public TimeSpan MaxRegexTime
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, TimeSpan.FromDays(1));
            field = value;
        }
    } = TimeSpan.FromSeconds(1);
}
