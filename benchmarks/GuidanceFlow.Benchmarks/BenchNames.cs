using System.Diagnostics.CodeAnalysis;
using GuidanceFlow.Templates.Binding;

namespace GuidanceFlow.Benchmarks;

/// <summary>The names that the measured templates may use, each with a slot.</summary>
internal sealed class BenchNames : INameScope
{
    private static readonly StaticType Named = StaticType.Object([new StaticField("name", StaticType.Text)]);

    private static readonly (string Name, StaticType Type)[] All =
    [
        ("customer", Named),
        ("count", StaticType.Integer),
        ("devices", StaticType.List(Named)),
        ("title", StaticType.Text),
        ("models", StaticType.List(StaticType.Text)),
        ("hours", StaticType.Number),
        ("network_ok", StaticType.Boolean),
        ("attempts", StaticType.Integer),
    ];

    private static readonly Dictionary<string, NameBinding> Bindings =
        All.Select((entry, slot) => KeyValuePair.Create(entry.Name, NameBinding.Value(slot, entry.Type))).ToDictionary(StringComparer.Ordinal);

    /// <summary>The names in the order of their slots.</summary>
    public static IEnumerable<string> InOrder => All.Select(entry => entry.Name);

    public IEnumerable<string> Names => InOrder;

    public bool TryResolve(string name, [NotNullWhen(true)] out NameBinding? binding) => Bindings.TryGetValue(name, out binding);
}
