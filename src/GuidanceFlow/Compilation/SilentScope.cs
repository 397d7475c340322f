using System.Diagnostics.CodeAnalysis;
using GuidanceFlow.Templates.Binding;

namespace GuidanceFlow.Compilation;

/// <summary>The names of a scope without their list, so that nobody looks for the nearest one.</summary>
internal sealed class SilentScope(INameScope scope) : INameScope
{
    public IEnumerable<string> Names => [];

    public bool TryResolve(string name, [NotNullWhen(true)] out NameBinding? binding) => scope.TryResolve(name, out binding);
}
