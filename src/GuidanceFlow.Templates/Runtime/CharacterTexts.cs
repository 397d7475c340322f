namespace GuidanceFlow.Templates.Runtime;

/// <summary>Texts of one character, ready made for the usual ones.</summary>
internal static class CharacterTexts
{
    private static readonly string[] Ascii = [.. Enumerable.Range(0, 128).Select(code => ((char)code).ToString())];

    public static string Of(char character) => character < Ascii.Length ? Ascii[character] : character.ToString();
}
