namespace GuidanceFlow.Templates.Parsing;

/// <summary>Words of other template languages. They are ordinary names here, but where one is unknown, what was meant is plain.</summary>
internal static class ForeignWords
{
    /// <summary>What to write in place of a word; null for any other.</summary>
    public static string? RemedyFor(string word) => word switch
    {
        "unless" => " Write \"if !(…)\".",
        "foreach" => " Write \"for item in list\".",
        "switch" => " Write \"case\" with \"when\".",
        "assign" or "set" or "let" or "var" => " Write \"name = value\".",
        "print" or "echo" or "output" => " A value alone is printed: \"{{ name }}\".",
        "endif" or "endfor" or "endwhile" or "endcase" or "endunless" or "endcapture" or "fi" or "done" => " Write \"end\".",
        _ => null,
    };
}
