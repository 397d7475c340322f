namespace GuidanceFlow.Templates.Parsing;

/// <summary>A stretch of a template's text.</summary>
/// <param name="Start">The first UTF-16 unit, from 0.</param>
/// <param name="Length">How many UTF-16 units it has.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>The position just behind the stretch.</summary>
    public int End => Start + Length;
}
