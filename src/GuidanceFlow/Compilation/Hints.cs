using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Compilation;

/// <summary>Remedies that several passes give.</summary>
internal static class Hints
{
    private const int MostListed = 8;

    /// <summary>" Did you mean 'x'?", or the names there are when none is near and they are few; starts with a space.</summary>
    public static string DidYouMean(CompilationContext context, string word, IEnumerable<string> candidates)
    {
        if (!context.MayHint)
        {
            return string.Empty;
        }

        string[] all = [.. candidates];
        if (Spelling.Nearest(word, all) is { } nearest)
        {
            return $" Did you mean '{nearest}'?";
        }

        return all.Length is > 0 and <= MostListed ? " There is " + string.Join(", ", all.Select(Spelling.Quote)) + "." : string.Empty;
    }
}
