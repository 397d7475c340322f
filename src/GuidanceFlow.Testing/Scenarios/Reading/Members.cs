using System.Collections.Immutable;
using System.Text.Json;
using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Testing.Scenarios.Reading;

/// <summary>The members of one object of a scenario's file.</summary>
internal sealed class Members
{
    private readonly Dictionary<string, JsonItem> _members = new(StringComparer.Ordinal);

    private Members(ReadContext context, JsonItem item)
    {
        Context = context;
        Item = item;
    }

    public ReadContext Context { get; }

    public JsonItem Item { get; }

    /// <summary>Sorts the members of an object and reports unknown, repeated and missing ones. Of something else than an object no member is given.</summary>
    public static Members Open(ReadContext context, JsonItem item, MemberTable table)
    {
        var members = new Members(context, item);
        if (item.Kind != JsonValueKind.Object)
        {
            context.WrongType(item, "an object");
            return members;
        }

        context.CheckRepeats(item);
        foreach (JsonItem child in item.Children)
        {
            if (table.Names.Contains(child.Name!))
            {
                members._members[child.Name!] = child;
                continue;
            }

            string? nearest = Spelling.Nearest(child.Name!, table.Names);
            string remedy = nearest is null ? $"Its members are {string.Join(", ", table.Names)}." : $"Did you mean '{nearest}'?";
            context.Report(ScenarioDiagnostics.UnknownMember, child.NameStart, child.Path, $"Unknown member {Spelling.Quote(child.Name!)} in {table.What}. {remedy}");
            if (nearest is not null)
            {
                // It stands in for the one it means, so that its value is looked at too and nothing is said to be missing.
                members._members.TryAdd(nearest, child);
            }
        }

        foreach (string name in table.Required.Where(name => !members._members.ContainsKey(name)))
        {
            context.Report(ScenarioDiagnostics.MissingMember, item.Start, item.Path, $"Member '{name}' is missing in {table.What}. Add \"{name}\": \"…\".");
        }

        return members;
    }

    public JsonItem? Find(string name) => _members.GetValueOrDefault(name);

    public string? Text(string name) => Find(name) is { } item ? Context.Text(item) : null;

    public int? Integer(string name) => Find(name) is { } item ? Context.Integer(item) : null;

    public EquatableArray<string> Texts(string name) => Find(name) is { } item ? Context.Texts(item) : default;

    public EquatableArray<string>? TextList(string name) => Find(name) is { } item ? Context.List(item, Context.Text) : null;

    public EquatableArray<KeyValuePair<string, Value>> Values(string name) => Find(name) is { } item ? Context.Values(item) : default;

    /// <summary>One of several words that stand for themselves.</summary>
    public string? OneOf(string name, string what, IReadOnlyList<string> words) => Word(name, what, [.. words.Select((word, i) => (word, i))]) is { } index ? words[index] : null;

    public T? Word<T>(string name, string what, IReadOnlyList<(string Word, T Value)> words)
        where T : struct => Find(name) is { } item ? Context.Word(item, what, words) : null;
}

/// <summary>What one kind of object may hold; the JSON schema is held against these.</summary>
/// <param name="Definition">The name of its definition in the JSON schema.</param>
/// <param name="What">What it is, with its article, for messages.</param>
/// <param name="Required">The members that must be there.</param>
/// <param name="Optional">The others.</param>
internal sealed record MemberTable(string Definition, string What, ImmutableArray<string> Required, ImmutableArray<string> Optional)
{
    public ImmutableArray<string> Names { get; } = [.. Required, .. Optional];
}
