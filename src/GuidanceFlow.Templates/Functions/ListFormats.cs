using System.Collections.Frozen;
using System.Globalization;

namespace GuidanceFlow.Templates.Functions;

/// <summary>How languages write lists, which .NET does not know. The words follow Unicode's CLDR; a language that is not here gets commas.</summary>
internal static class ListFormats
{
    private static readonly ListFormat Plain = new(", ", ", ", ", ");

    private static readonly FrozenDictionary<string, (ListFormat And, ListFormat Or)> ByLanguage = new Dictionary<string, (ListFormat And, ListFormat Or)>(StringComparer.Ordinal)
    {
        ["cs"] = With(" a ", " nebo "),
        ["da"] = With(" og ", " eller "),
        ["de"] = With(" und ", " oder "),
        ["en"] = With(" and ", " or "),
        ["es"] = With(" y ", " o "),
        ["fi"] = With(" ja ", " tai "),
        ["fr"] = With(" et ", " ou "),
        ["it"] = With(" e ", " o "),
        ["ja"] = (new ListFormat("、", "、", "、"), new ListFormat("、", "、または", "または")),
        ["ko"] = (new ListFormat(", ", " 및 ", " 및 "), new ListFormat(", ", " 또는 ", " 또는 ")),
        ["nb"] = With(" og ", " eller "),
        ["nl"] = With(" en ", " of "),
        ["pl"] = With(" i ", " lub "),
        ["pt"] = With(" e ", " ou "),
        ["ru"] = With(" и ", " или "),
        ["sv"] = With(" och ", " eller "),
        ["tr"] = With(" ve ", " veya "),
        ["uk"] = With(" і ", " або "),
        ["zh"] = (new ListFormat("、", "和", "和"), new ListFormat("、", "或", "或")),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static ListFormat And(CultureInfo culture) => ByLanguage.TryGetValue(culture.TwoLetterISOLanguageName, out (ListFormat And, ListFormat Or) formats) ? formats.And : Plain;

    public static ListFormat Or(CultureInfo culture) => ByLanguage.TryGetValue(culture.TwoLetterISOLanguageName, out (ListFormat And, ListFormat Or) formats) ? formats.Or : Plain;

    private static (ListFormat And, ListFormat Or) With(string and, string or) => (new ListFormat(", ", and, and), new ListFormat(", ", or, or));
}
