namespace GuidanceFlow.Templates.Functions;

/// <summary>The functions under one name, such as <c>string</c>.</summary>
internal sealed class FunctionGroup
{
    private readonly Dictionary<string, Function> _functions;

    public FunctionGroup(string name, params IEnumerable<Function> functions)
    {
        Name = name;
        _functions = functions.ToDictionary(function => function.Name[(name.Length + 1)..], StringComparer.Ordinal);
    }

    public string Name { get; }

    /// <summary>The functions' names without the group's.</summary>
    public IEnumerable<string> Names => _functions.Keys;

    public Function? Find(string name) => _functions.GetValueOrDefault(name);
}
