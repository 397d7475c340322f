namespace GuidanceFlow.Templates.Runtime.Scopes;

/// <summary>The variable of a running loop, as functions and partials see it that the loop's body calls.</summary>
internal sealed class LoopVariable(string name, Scope owner)
{
    public string Name { get; } = name;

    public Scope Owner { get; } = owner;

    public Value Value { get; set; }

    public LoopFrame Frame { get; set; }
}
