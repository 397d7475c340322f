using System.Text;

namespace GuidanceFlow.Testing.GoldenFiles;

/// <summary>Compares a text with a golden file and leaves the files as people expect them.</summary>
internal static class GoldenComparison
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Null when they agree; otherwise the difference, line by line, empty when there is no golden file.</summary>
    public static string? Compare(string received, GoldenFile file, bool accept)
    {
        string text = Normalize(received);
        string? verified = File.Exists(file.VerifiedPath) ? Normalize(File.ReadAllText(file.VerifiedPath)) : null;
        if (verified is not null && string.Equals(WithoutLastNewline(verified), WithoutLastNewline(text), StringComparison.Ordinal))
        {
            File.Delete(file.ReceivedPath);
            return null;
        }

        if (accept)
        {
            File.WriteAllText(file.VerifiedPath, text, Utf8);
            File.Delete(file.ReceivedPath);
            return null;
        }

        File.WriteAllText(file.ReceivedPath, text, Utf8);
        return verified is null ? string.Empty : LineDiff.Of(WithoutLastNewline(verified), WithoutLastNewline(text));
    }

    private static string Normalize(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    /// <summary>Editors add one and Git hooks too; nobody means anything by it.</summary>
    private static string WithoutLastNewline(string text) => text.EndsWith('\n') ? text[..^1] : text;
}
