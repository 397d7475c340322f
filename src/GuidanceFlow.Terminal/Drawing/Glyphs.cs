using Spectre.Console;

namespace GuidanceFlow.Terminal.Drawing;

/// <summary>The signs that lines, lists and steps are drawn with.</summary>
internal sealed record Glyphs(string Pointer, string Answer, string Done, string Open, string Join, string JoinOpen, string Ticked, string Unticked, string Bullet, string Up, string Down, string More, string Link, string TitleStart, string TitleEnd, TableBorder Table, BoxBorder Box)
{
    public static Glyphs Unicode { get; } = new("❯", "›", "●", "○", "━━", "──", "✓", "☐", "•", "↑", "↓", "…", "↗", "┤ ", " ├", TableBorder.Rounded, BoxBorder.Rounded);

    public static Glyphs Ascii { get; } = new(">", ">", "#", "o", "==", "--", "x", "-", "*", "^", "v", "...", "->", "| ", " |", TableBorder.Ascii, BoxBorder.Ascii);
}
