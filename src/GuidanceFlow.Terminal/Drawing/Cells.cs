using GuidanceFlow.Prompts;

namespace GuidanceFlow.Terminal.Drawing;

/// <summary>How many columns of a terminal a text takes.</summary>
internal static class Cells
{
    public static int Width(ReadOnlySpan<char> text) => TextWidth.Of(text);
}
