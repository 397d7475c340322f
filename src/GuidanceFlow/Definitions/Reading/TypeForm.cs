using System.Collections.Immutable;

namespace GuidanceFlow.Definitions.Reading;

/// <summary>The two places a type is written as an object, and the members each takes: a declaration can be optional and have a default, a list's item cannot.</summary>
internal sealed class TypeForm
{
    private TypeForm(string prefix, string of, params Member[] more)
    {
        Member type = new("type", "\"type\": \"text\" or another type");
        Plain = new MemberTable(prefix, "a type" + of, [type, .. more]);
        Choice = new MemberTable(prefix + "_choice", "a choice" + of, [type, new("values", "\"values\": [ … ]"), .. more]);
        List = new MemberTable(prefix + "_list", "a list" + of, [type, new("of", "\"of\": \"text\" or another type"), .. more]);
        Object = new MemberTable(prefix + "_object", "an object" + of, [type, new("fields", "\"fields\": { \"a_name\": \"text\" }"), .. more]);
    }

    /// <summary>An input, a datum, or a field.</summary>
    public static TypeForm Declaration { get; } = new("data", string.Empty, new("optional"), new("default"));

    /// <summary>The items of a list.</summary>
    public static TypeForm Item { get; } = new("item", " as item of a list");

    public MemberTable Plain { get; }

    public MemberTable Choice { get; }

    public MemberTable List { get; }

    public MemberTable Object { get; }

    public ImmutableArray<MemberTable> Tables => [Plain, Choice, List, Object];
}
