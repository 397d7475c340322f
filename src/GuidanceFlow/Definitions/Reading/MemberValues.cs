using System.Runtime.CompilerServices;
using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Definitions.Reading;

/// <summary>The members of one object of the file, sorted by its <see cref="MemberTable"/>. Lives on the stack.</summary>
internal readonly ref struct MemberValues
{
    // Node 0 is the root and never a member, so that 0 says "not given".
    private readonly Slots _slots;

    private MemberValues(ReadContext context, int node, MemberTable table, Slots slots)
    {
        Context = context;
        Node = node;
        Table = table;
        _slots = slots;
    }

    public ReadContext Context { get; }

    public int Node { get; }

    public MemberTable Table { get; }

    /// <summary>The node of a member, or 0 when it is not given.</summary>
    public int this[string name] => _slots[Table.IndexOf(name)];

    /// <summary>Sorts the members of an object and reports unknown, repeated and missing ones. Of something else than an object no member is given.</summary>
    public static MemberValues Open(ReadContext context, int node, MemberTable table)
    {
        var slots = default(Slots);
        var guesses = default(Slots);
        if (!context.ExpectObject(node, table))
        {
            return new MemberValues(context, node, table, slots);
        }

        int expected = 0;
        for (int child = context.Tree.FirstChild(node); child >= 0; child = context.Tree.NextSibling(child))
        {
            int index = context.IndexOf(table, child, expected);
            expected = index + 1;
            if (index < 0)
            {
                int guess = ReportUnknown(context, child, table);
                if (guess >= 0)
                {
                    guesses[guess] = child;
                }
            }
            else if (slots[index] != 0)
            {
                context.ReportName(DiagnosticCatalog.DuplicateMember, child, $"Member '{table.Members[index].Name}' is given twice in {table.What}. Remove one of them.");
            }
            else
            {
                slots[index] = child;
            }
        }

        for (int i = 0; i < table.Members.Length; i++)
        {
            // A misspelt member was reported already; it stands in for the one it means, so that its value is looked at too.
            slots[i] = slots[i] == 0 ? guesses[i] : slots[i];
            if (slots[i] == 0 && table.Members[i].Example is { } example)
            {
                context.Report(DiagnosticCatalog.MissingMember, node, $"Member '{table.Members[i].Name}' is missing in {table.What}. Add {example}.");
            }
        }

        return new MemberValues(context, node, table, slots);
    }

    /// <summary>The members of a short form: none is given.</summary>
    public static MemberValues None(ReadContext context, int node, MemberTable table) => new(context, node, table, default);

    /// <summary>A text that must be there and hold something; the empty text when that was reported.</summary>
    public string Text(string name) => OptionalText(name) ?? string.Empty;

    /// <summary>A text that holds something; null when it is not given.</summary>
    public string? OptionalText(string name) => this[name] is > 0 and int node ? Context.Text(node) : null;

    /// <summary>A text for people, which may be empty; null when it is not given.</summary>
    public string? Remark(string name) => this[name] is > 0 and int node ? Context.AnyText(node) : null;

    /// <summary>True or false; null when it is not given.</summary>
    public bool? Flag(string name) => this[name] is > 0 and int node ? Context.Flag(node) : null;

    /// <summary>A whole number within bounds; null when it is not given.</summary>
    public int? Integer(string name, int least, int greatest) => this[name] is > 0 and int node ? Context.Integer(node, least, greatest) : null;

    /// <summary>A number; null when it is not given.</summary>
    public double? Number(string name) => this[name] is > 0 and int node ? Context.Number(node) : null;

    /// <summary>One of several words; null when it is not given.</summary>
    public T? Word<T>(string name, Words<T> words)
        where T : struct, Enum => this[name] is > 0 and int node ? Context.Word(node, words) : null;

    /// <summary>An array; empty when it is not given.</summary>
    public EquatableArray<T> List<T>(string name, ReadNode<T> read, string? atLeastOne = null) =>
        this[name] is > 0 and int node ? Context.List(node, read, atLeastOne) : default;

    /// <summary>An object whose members have names of the author's choice; empty when it is not given.</summary>
    public EquatableArray<T> Map<T>(string name, string what, ReadNamedNode<T> read, string? atLeastOne = null) =>
        this[name] is > 0 and int node ? Context.Map(node, what, read, atLeastOne) : default;

    /// <summary>Reports a member the table does not have, and returns the place of the one it probably means, or -1.</summary>
    private static int ReportUnknown(ReadContext context, int child, MemberTable table)
    {
        string name = context.NameOf(child);
        string? nearest = null;
        string message;
        if (table.Planned.Contains(name, StringComparer.Ordinal))
        {
            message = $"Member '{name}' of {table.What} is not part of this version of the format. Remove it.";
        }
        else if (table.Misplaced.FirstOrDefault(member => member.Name == name) is { Reason: var reason })
        {
            message = $"Member '{name}' has no place in {table.What}. {reason} Remove it.";
        }
        else
        {
            nearest = Spelling.Nearest(name, table.Members.Select(member => member.Name));
            message = $"Unknown member {Spelling.Quote(name)} in {table.What}. " + (nearest is not null
                ? $"Did you mean '{nearest}'?"
                : table.Members is [var only] ? $"Its only member is '{only.Name}'." : $"Its members are {string.Join(", ", table.Members.Select(member => member.Name))}.");
        }

        context.ReportName(DiagnosticCatalog.UnknownMember, child, message);
        return nearest is null ? -1 : table.IndexOf(nearest);
    }

    [InlineArray(MemberTable.Capacity)]
    private struct Slots
    {
        private int _first;
    }
}
