using System.Collections.Frozen;

namespace GuidanceFlow.Templates.Parsing;

/// <summary>The words that start or end statements and therefore are no names. After a dot they are ordinary members.</summary>
internal static class Keywords
{
    private static readonly FrozenSet<string> Supported = FrozenSet.Create(StringComparer.Ordinal, "if", "else", "end", "for", "break", "continue");

    private static readonly FrozenSet<string> Unsupported = FrozenSet.Create(
        StringComparer.Ordinal, "while", "case", "when", "func", "ret", "capture", "readonly", "import", "with", "wrap", "include", "tablerow", "do");

    public static bool IsKeyword(string name) => Supported.Contains(name) || Unsupported.Contains(name);

    private static readonly FrozenSet<string> UnsupportedBlocks = FrozenSet.Create(
        StringComparer.Ordinal, "while", "case", "func", "capture", "with", "wrap", "tablerow");

    /// <summary>Whether a word starts a block that is read only to be refused as a whole.</summary>
    public static bool StartsUnsupportedBlock(string name) => UnsupportedBlocks.Contains(name);

    public static bool IsUnsupported(string name) => Unsupported.Contains(name);

    /// <summary>What is said about an unsupported word.</summary>
    public static string Refuse(string name) => $"\"{name}\" is not supported; use \"if\", \"for\" and functions instead.";
}
