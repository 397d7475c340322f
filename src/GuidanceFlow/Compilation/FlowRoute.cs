using GuidanceFlow.Templates;

namespace GuidanceFlow.Compilation;

/// <summary>A compiled route.</summary>
/// <param name="Guard">Null for always.</param>
/// <param name="Target">A step's number or a <see cref="Compilation.Target"/>.</param>
internal sealed record FlowRoute(Expression? Guard, int Target);
