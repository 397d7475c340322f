using System.Text.RegularExpressions;

namespace GuidanceFlow.Templates.Tests.Fuzzing;

/// <summary>Spoils a text as people do: something cut off, left out, doubled, swapped or put where it does not belong.</summary>
internal static partial class TextBreaker
{
    private static readonly string[] Strays =
        ["{{", "}}", "{", "}", "(", ")", "[", "]", "'", "\"", "`", "$\"", "|", "||", "=", "==", "..", ".", "?", ":", ",", "#", "##", "{%{", "}%}", "end", "else", "if ", "for ", "in", "0x", "1e", "é", "\ud83d", "\0", "“", "＝", "\n", "-", "~", "\\", "@", "^", "func ", "with "];

    public static string Break(Dice dice, string text)
    {
        List<string> pieces = [.. Piece().Matches(text).Select(match => match.Value)];
        for (int i = 1 + dice.Below(3); i > 0 && pieces.Count > 1; i--)
        {
            int at = dice.Below(pieces.Count);
            int other = dice.Below(pieces.Count);
            switch (dice.Below(6))
            {
                case 0:
                    pieces.RemoveRange(at, pieces.Count - at);
                    break;
                case 1:
                    pieces.RemoveAt(at);
                    break;
                case 2:
                    pieces.Insert(at, pieces[at]);
                    break;
                case 3:
                    (pieces[at], pieces[other]) = (pieces[other], pieces[at]);
                    break;
                case 4:
                    pieces.Insert(at, pieces[other]);
                    break;
                default:
                    pieces.Insert(at, dice.Of(Strays));
                    break;
            }
        }

        return string.Concat(pieces);
    }

    [GeneratedRegex(@"\w+|\s+|\{\{[-~]?|[-~]?\}\}|[^\w\s]", RegexOptions.CultureInvariant)]
    private static partial Regex Piece();
}
