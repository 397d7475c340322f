using Spectre.Console;

namespace GuidanceFlow.Terminal.Drawing;

/// <summary>The few styles of the chat; without colours the bold and the dim remain.</summary>
internal static class Styles
{
    public static Style Plain { get; } = Style.Plain;

    public static Style Question { get; } = new(decoration: Decoration.Bold);

    public static Style Heading { get; } = new(decoration: Decoration.Bold);

    public static Style Quiet { get; } = new(decoration: Decoration.Dim);

    public static Style Chosen { get; } = new(Color.Aqua);

    public static Style Good { get; } = new(Color.Green);

    public static Style Notice { get; } = new(Color.Yellow);
}
