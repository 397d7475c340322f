namespace GuidanceFlow.Templates.Runtime.Scopes;

/// <summary>Variables that came into being together: those of the template, of an object opened by <c>with</c>, or of one call.</summary>
/// <param name="values">The variables; null for a call without parameters, whose loops alone belong to it.</param>
/// <param name="hidesOuter">Whether the variables of the callers' parameters cannot be seen from here.</param>
internal sealed class Scope(ValueObject? values, bool hidesOuter = false)
{
    public ValueObject? Values { get; set; } = values;

    public bool HidesOuter { get; } = hidesOuter;

    /// <summary>The loops that run, the innermost last.</summary>
    public List<LoopVariable> Loops { get; } = [];

    public bool TryRead(string name, out Value value)
    {
        for (int i = Loops.Count - 1; i >= 0; i--)
        {
            if (Loops[i].Name == name)
            {
                value = Loops[i].Value;
                return true;
            }
        }

        value = default;
        return Values is not null && Values.TryGetValue(name, out value);
    }
}
