using System.Globalization;
using GuidanceFlow.Templates.Binding;
using static GuidanceFlow.Templates.Functions.Parameter;

namespace GuidanceFlow.Templates.Functions;

/// <summary>
/// Functions of <c>string</c> that look for something. Those that look at one end of a text, or for a place, take letters for the same
/// that the reader's language does, such as <c>é</c> in one sign and in two; for those that answer yes or no, an empty text is nowhere.
/// </summary>
internal static class TextSearchFunctions
{
    public static IEnumerable<Function> All { get; } =
    [
        new("string.contains", StaticType.Boolean, static a => Value.From(a.Text(1).Length > 0 && a.Text(0).Contains(a.Text(1), StringComparison.Ordinal)), Text("text"), Text("value")) { Searches = true },
        new("string.starts_with", StaticType.Boolean, static a => Value.From(a.Text(1).Length > 0 && a.Text(0).Length > 0 && a.Text(0).StartsWith(a.Text(1), ignoreCase: false, a.State.Culture)), Text("text"), Text("value")),
        new("string.ends_with", StaticType.Boolean, static a => Value.From(a.Text(1).Length > 0 && a.Text(0).Length > 0 && a.Text(0).EndsWith(a.Text(1), ignoreCase: false, a.State.Culture)), Text("text"), Text("value")),
        new("string.equals_ignore_case", StaticType.Boolean, static a => Value.From(!a[0].IsNull && !a[1].IsNull && CultureInfo.InvariantCulture.CompareInfo.Compare(a.Text(0), a.Text(1), CompareOptions.IgnoreCase) == 0), Text("text"), Text("value")),
        new("string.empty", StaticType.Boolean, static a => Value.From(a.Text(0).Length == 0), Text("text") with { ToleratesNull = true }),
        new("string.whitespace", StaticType.Boolean, static a => Value.From(string.IsNullOrWhiteSpace(a.Text(0))), Text("text") with { ToleratesNull = true }),
        new(
            "string.index_of",
            StaticType.Integer,
            IndexOf,
            Text("text"),
            Text("search"),
            Integer("start_index").OrNull(),
            Integer("count").OrNull(),
            Text("string_comparison").OrNull()) { Searches = true, ComparesLetters = true },
    ];

    private static Value IndexOf(Arguments arguments)
    {
        string text = arguments.GivenText(0);
        string search = arguments.GivenText(1);
        int start = arguments[2].IsNull ? 0 : arguments.Position(2);
        int count = arguments[3].IsNull ? text.Length - start : arguments.Position(3);
        if (start < 0 || start > text.Length || count < 0 || count > text.Length - start)
        {
            throw arguments.Fail($"a start of {start} and a count of {count} reach outside the text of {text.Length} characters.");
        }

        var comparison = StringComparison.CurrentCulture;
        if (!arguments[4].IsNull && (!Enum.TryParse(arguments.Text(4), out comparison) || !Enum.IsDefined(comparison)))
        {
            throw arguments.Fail($"\"string_comparison\" must be \"Ordinal\" or \"OrdinalIgnoreCase\", not \"{arguments.Text(4)}\".");
        }

        // The current culture is the reader's, not the machine's.
        return Value.From(comparison switch
        {
            StringComparison.CurrentCulture => arguments.State.Culture.CompareInfo.IndexOf(text, search, start, count),
            StringComparison.CurrentCultureIgnoreCase => arguments.State.Culture.CompareInfo.IndexOf(text, search, start, count, CompareOptions.IgnoreCase),
            _ => text.IndexOf(search, start, count, comparison),
        });
    }
}
