using System.Diagnostics.CodeAnalysis;
using GuidanceFlow.Templates.Binding;

namespace GuidanceFlow.Templates.Tests.Support;

/// <summary>A scope whose slots are numbered in the order the names were added.</summary>
internal sealed class TestScope : INameScope
{
    private readonly Dictionary<string, NameBinding> _bindings = new(StringComparer.Ordinal);
    private readonly Counter _slots;

    public TestScope()
        : this(new Counter())
    {
    }

    private TestScope(Counter slots) => _slots = slots;

    public IEnumerable<string> Names => _bindings.Keys;

    public TestScope Add(string name, StaticType type)
    {
        _bindings.Add(name, NameBinding.Value(_slots.Next++, type));
        return this;
    }

    public TestScope AddGroup(string name, Action<TestScope> members)
    {
        var inner = new TestScope(_slots);
        members(inner);
        _bindings.Add(name, NameBinding.Group(inner));
        return this;
    }

    public bool TryResolve(string name, [NotNullWhen(true)] out NameBinding? binding) => _bindings.TryGetValue(name, out binding);

    private sealed class Counter
    {
        public int Next { get; set; }
    }
}
