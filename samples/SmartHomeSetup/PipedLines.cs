namespace SmartHomeSetup;

/// <summary>The lines of a pipe.</summary>
internal static class PipedLines
{
    public static IEnumerable<string> From(string first, TextReader rest)
    {
        yield return first;
        while (rest.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
