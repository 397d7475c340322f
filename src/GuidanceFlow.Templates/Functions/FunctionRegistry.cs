namespace GuidanceFlow.Templates.Functions;

/// <summary>All functions of the language.</summary>
internal static class FunctionRegistry
{
    private static readonly Dictionary<string, FunctionGroup> Groups = new FunctionGroup[]
    {
        new("string", [.. TextCaseFunctions.All, .. TextEdgeFunctions.All, .. TextSearchFunctions.All, .. TextReplaceFunctions.All, .. TextPartFunctions.All, .. TextConversionFunctions.All, .. TextHashFunctions.All]),
        new("array", [.. ListItemFunctions.All, .. ListShapeFunctions.All, .. ListOrderFunctions.All, .. ListCallbackFunctions.All]),
        new("math", MathFunctions.All),
        new("object", ObjectFunctions.All),
        new("date", DateFunctions.All),
        new("timespan", DurationFunctions.All),
        new("regex", RegexFunctions.All),
        new("html", HtmlFunctions.All),
        new("locale", LocaleFunctions.All),
    }.ToDictionary(group => group.Name, StringComparer.Ordinal);

    public static IEnumerable<string> GroupNames => Groups.Keys;

    public static FunctionGroup? Find(string name) => Groups.GetValueOrDefault(name);
}
