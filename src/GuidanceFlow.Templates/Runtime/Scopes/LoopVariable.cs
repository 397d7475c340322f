namespace GuidanceFlow.Templates.Runtime.Scopes;

/// <summary>The variable of a running loop, as functions and partials see it that the loop's body calls.</summary>
internal sealed class LoopVariable(string name, Scope owner, Scope? local)
{
    public string Name { get; } = name;

    public Scope Owner { get; } = owner;

    /// <summary>The local variables it is one of; null for a name without <c>$</c>.</summary>
    public Scope? Local { get; } = local;

    public Value Value { get; set; }

    public LoopFrame Frame { get; set; }
}
