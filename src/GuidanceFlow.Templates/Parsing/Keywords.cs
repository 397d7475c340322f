namespace GuidanceFlow.Templates.Parsing;

/// <summary>The words that start or end statements and therefore are no names. After a dot they are ordinary members.</summary>
internal static class Keywords
{
    public static bool IsKeyword(string name) => name is "if" or "else" or "end" or "for" or "break" or "continue" or "while" or "case" or "when" or "capture" or "ret" or "func" or "do" or "with" or "wrap" or "readonly" || IsUnsupported(name);

    /// <summary>Whether a word starts a block that is read only to be refused as a whole.</summary>
    public static bool StartsUnsupportedBlock(string name) => name is "tablerow";

    public static bool IsUnsupported(string name) =>
        StartsUnsupportedBlock(name) || name is "import";

    /// <summary>What is said about an unsupported word.</summary>
    public static string Refuse(string name) => name == "import" ? "\"import\" is not supported; use \"with\", or name the members." : $"\"{name}\" is not supported; write the rows and cells in a \"for\".";
}
