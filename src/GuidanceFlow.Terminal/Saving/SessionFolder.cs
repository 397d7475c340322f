using System.Security.Cryptography;
using System.Text;

namespace GuidanceFlow.Terminal.Saving;

/// <summary>Where conversations are kept.</summary>
internal static class SessionFolder
{
    private const int HashLength = 5;

    /// <summary>Where the user's programs keep their data; it is there when the folder the program was started in cannot be written.</summary>
    public static string OfUser => Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "GuidanceFlow");

    public static string FileFor(string folder, string sessionId)
    {
        string name = string.Concat(sessionId.Where(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'));
        if (name.Length < sessionId.Length)
        {
            // Two sessions never share a file because of what a file's name cannot hold; no plain id has a dot.
            name += "." + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sessionId)).AsSpan(0, HashLength));
        }

        return Path.Combine(folder, (name.StartsWith("session", StringComparison.Ordinal) ? name : "session." + name) + ".json");
    }

    /// <summary>The path as one would type it here.</summary>
    public static string Shorten(string path)
    {
        string relative = Path.GetRelativePath(Environment.CurrentDirectory, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }

    public static void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It stays; nobody is worse off.
        }
    }
}
