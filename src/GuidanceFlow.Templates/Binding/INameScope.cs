using System.Diagnostics.CodeAnalysis;

namespace GuidanceFlow.Templates.Binding;

/// <summary>The names a template may use, each with the slot its value is read from and its type.</summary>
/// <remarks>Asked only while a template is parsed. Implementations must give the same answer every time.</remarks>
public interface INameScope
{
    /// <summary>All names, for "did you mean"; may be many, is only walked when a name is unknown.</summary>
    IEnumerable<string> Names { get; }

    /// <summary>Looks a name up (ordinal, case counts).</summary>
    bool TryResolve(string name, [NotNullWhen(true)] out NameBinding? binding);
}
