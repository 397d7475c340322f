using System.Text;
using System.Text.RegularExpressions;

namespace GuidanceFlow.Terminal.Drawing;

/// <summary>Texts of flows, customers and desks as a terminal may show them: nothing in them moves the cursor, colours, or turns the reading direction.</summary>
internal static partial class SafeText
{
    /// <summary>The text without sequences and control characters; line ends stay, as <c>\n</c>.</summary>
    public static string Clean(string text)
    {
        string plain = Sequence().Replace(text.ReplaceLineEndings("\n"), string.Empty);
        var clean = new StringBuilder(plain.Length);
        foreach (Rune rune in plain.EnumerateRunes())
        {
            if (rune.Value == '\t')
            {
                clean.Append(' ');
            }
            else if (rune.Value == '\n' || !IsDangerous(rune))
            {
                clean.Append(rune);
            }
        }

        return clean.ToString();
    }

    /// <summary>The same on one line.</summary>
    public static string CleanLine(string text) => Clean(text).Replace('\n', ' ').Trim();

    private static bool IsDangerous(Rune rune) =>
        Rune.IsControl(rune) || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x200E or 0x200F or 0x2028 or 0x2029;

    // CSI, then OSC and its kin up to their end, then any other escape with its letter.
    [GeneratedRegex(@"(?:\u001B\[|\u009B)[0-?]*[ -/]*[@-~]|(?:\u001B[\]PX^_]|[\u0090\u0098\u009D-\u009F])[^\u0007\u001B\u009C]*(?:\u0007|\u001B\\|\u009C)?|\u001B[ -/]*[0-~]?", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sequence();
}
