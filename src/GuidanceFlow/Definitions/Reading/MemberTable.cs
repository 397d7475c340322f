using System.Collections.Immutable;

namespace GuidanceFlow.Definitions.Reading;

/// <summary>The members of one kind of object of the format: what the reader takes, what the JSON schema says, what messages list.</summary>
internal sealed class MemberTable
{
    /// <summary>The most members a table may have; <see cref="MemberValues"/> has room for so many.</summary>
    public const int Capacity = 32;

    /// <param name="name">The name of the object's definition in the JSON schema.</param>
    /// <param name="what">What the object is, with its article, for messages: "a say step".</param>
    /// <param name="members">The members in the order they are written.</param>
    public MemberTable(string name, string what, params Member[] members)
    {
        if (members.Length > Capacity)
        {
            throw new ArgumentException($"The table '{name}' has more than {Capacity} members.", nameof(members));
        }

        Name = name;
        What = what;
        Members = ImmutableArray.Create(members);
    }

    public string Name { get; }

    public string What { get; }

    public ImmutableArray<Member> Members { get; }

    /// <summary>Members that a later version of the format will have, so that they are not called misspelt.</summary>
    public IReadOnlyList<string> Planned { get; init; } = [];

    /// <summary>Members that other objects have and authors may look for here, each with the reason why it has no place.</summary>
    public IReadOnlyList<MisplacedMember> Misplaced { get; init; } = [];

    /// <summary>How such an object is written: its required members, or, when it has none, the members it may have.</summary>
    public string Example
    {
        get
        {
            string[] required = [.. Members.Where(member => member.IsRequired).Select(member => member.Example!)];
            IEnumerable<string> shown = required.Length > 0 ? required : Members.Select(member => $"\"{member.Name}\": …");
            return $"{{ {string.Join(", ", shown)} }}";
        }
    }

    /// <summary>What to say to an author who wrote something else.</summary>
    public string Remedy => $"Write {Example}.";

    /// <summary>The place of a member, or -1.</summary>
    /// <param name="utf8Name">Its name.</param>
    /// <param name="expected">Where it is looked for first; most authors keep to an order.</param>
    public int IndexOf(ReadOnlySpan<byte> utf8Name, int expected = 0)
    {
        for (int i = expected; i < Members.Length; i++)
        {
            if (utf8Name.SequenceEqual(Members[i].Utf8Name))
            {
                return i;
            }
        }

        for (int i = 0; i < expected; i++)
        {
            if (utf8Name.SequenceEqual(Members[i].Utf8Name))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The place of a member the reader asks for.</summary>
    /// <exception cref="ArgumentException">The table has no such member: a mistake in the reader.</exception>
    public int IndexOf(string name)
    {
        // Both are written in the reader, and mostly the same object.
        for (int i = 0; i < Members.Length; i++)
        {
            if (ReferenceEquals(Members[i].Name, name))
            {
                return i;
            }
        }

        for (int i = 0; i < Members.Length; i++)
        {
            if (string.Equals(Members[i].Name, name, StringComparison.Ordinal))
            {
                return i;
            }
        }

        throw new ArgumentException($"The table '{Name}' has no member '{name}'.", nameof(name));
    }
}
