namespace GuidanceFlow.Diagrams;

/// <summary>How a flow is drawn. Immutable.</summary>
public sealed record DiagramOptions
{
    private readonly int _maxLabelLength = 60;

    /// <summary>The options used where none are given.</summary>
    public static DiagramOptions Default { get; } = new();

    /// <summary>Which way the diagram is read.</summary>
    /// <value>The default is <see cref="DiagramDirection.TopDown"/>.</value>
    public DiagramDirection Direction { get; init; }

    /// <summary>How many letters of a step's wording are shown, from 10 to 500; routes get two thirds of it. Longer wordings end in <c>…</c>. Wide letters, such as Chinese ones, count twice.</summary>
    /// <value>The default is 60.</value>
    /// <exception cref="ArgumentOutOfRangeException">The length is not from 10 to 500.</exception>
    public int MaxLabelLength
    {
        get => _maxLabelLength;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 10);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 500);
            _maxLabelLength = value;
        }
    }

    /// <summary>Whether it is shown where questions lead that are not understood.</summary>
    /// <value>The default is true.</value>
    public bool ShowFallbacks { get; init; } = true;
}
