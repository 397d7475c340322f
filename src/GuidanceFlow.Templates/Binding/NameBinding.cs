namespace GuidanceFlow.Templates.Binding;

/// <summary>What a name stands for: a slot with a type, or a group of further names such as <c>session</c> in <c>session.locale</c>.</summary>
/// <remarks>
/// A group is no value: a template must name one of its members, as <c>group.member</c> or <c>group["member"]</c>
/// with a literal. Immutable.
/// </remarks>
public sealed class NameBinding
{
    private NameBinding(int slot, StaticType type, INameScope? members)
    {
        Slot = slot;
        Type = type;
        Members = members;
    }

    /// <summary>The slot to read; −1 for a group.</summary>
    public int Slot { get; }

    /// <summary>The value's type; <see cref="StaticType.Any"/> for a group.</summary>
    public StaticType Type { get; }

    /// <summary>The names inside a group; null for a value.</summary>
    public INameScope? Members { get; }

    /// <summary>Binds a name to a value's slot (0 or more).</summary>
    public static NameBinding Value(int slot, StaticType type)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(slot);
        ArgumentNullException.ThrowIfNull(type);
        return new NameBinding(slot, type, members: null);
    }

    /// <summary>Binds a name to a group of names.</summary>
    public static NameBinding Group(INameScope members)
    {
        ArgumentNullException.ThrowIfNull(members);
        return new NameBinding(-1, StaticType.Any, members);
    }
}
