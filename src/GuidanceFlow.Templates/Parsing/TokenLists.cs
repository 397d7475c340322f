namespace GuidanceFlow.Templates.Parsing;

/// <summary>The lists tokens are read into, kept by thread and used again: nothing of them is needed once the text is parsed.</summary>
internal static class TokenLists
{
    // A list that one long text has grown is not kept.
    private const int KeptCapacity = 4096;

    [ThreadStatic]
    private static List<Token>? t_free;

    public static List<Token> Take()
    {
        List<Token> tokens = t_free ?? new List<Token>(64);
        t_free = null;
        return tokens;
    }

    public static void GiveBack(List<Token> tokens)
    {
        if (tokens.Capacity <= KeptCapacity)
        {
            tokens.Clear();
            t_free = tokens;
        }
    }
}
