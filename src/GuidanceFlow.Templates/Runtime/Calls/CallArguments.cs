namespace GuidanceFlow.Templates.Runtime.Calls;

/// <summary>The arguments of one call as they were written, in order.</summary>
internal sealed class CallArguments
{
    /// <summary>The values, those with a name included.</summary>
    public List<Value> Values { get; } = [];

    /// <summary>The name of each value; null where none was written.</summary>
    public List<string?> Names { get; } = [];

    /// <summary>The block that <c>wrap</c> hands over.</summary>
    public WrappedBlock? Block { get; init; }

    public void Add(Value value, string? name = null)
    {
        Values.Add(value);
        Names.Add(name);
    }

    /// <summary>The arguments as <c>$</c>: a list with those that have a name as its members.</summary>
    public ValueList ToList()
    {
        ValueList list = ValueList.AdoptChangeable([]);
        for (int i = 0; i < Values.Count; i++)
        {
            if (Names[i] is { } name)
            {
                list.SetMember(name, Values[i]);
            }
            else
            {
                list.SetItem(list.Count, Values[i]);
            }
        }

        return list;
    }
}
