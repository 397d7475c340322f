namespace GuidanceFlow.Templates.Functions;

/// <summary>One parameter of a function.</summary>
/// <param name="Name">Its name in named arguments.</param>
/// <param name="Kind">What it takes.</param>
/// <param name="Default">What it is when it is left out; null when it may not be.</param>
internal sealed record Parameter(string Name, ParameterKind Kind, Value? Default = null)
{
    /// <summary>Whether the function itself provides for null here, as <c>object.default</c> does.</summary>
    public bool ToleratesNull { get; init; }

    public static Parameter Any(string name) => new(name, ParameterKind.Any);

    public static Parameter Text(string name) => new(name, ParameterKind.Text);

    public static Parameter Text(string name, string missing) => new(name, ParameterKind.Text, Value.From(missing));

    public static Parameter Integer(string name) => new(name, ParameterKind.Integer);

    public static Parameter Integer(string name, long missing) => new(name, ParameterKind.Integer, Value.From(missing));

    public static Parameter Number(string name) => new(name, ParameterKind.Number);

    public static Parameter List(string name) => new(name, ParameterKind.List);

    public static Parameter Date(string name) => new(name, ParameterKind.Date);

    /// <summary>Stands for an argument that was left out, where null would be one.</summary>
    private static readonly Value Missing = Value.FromOther(new object());

    public static bool IsMissing(Value value) => ReferenceEquals(value.Reference, Missing.Reference);

    /// <summary>The same parameter, but <see cref="IsMissing"/> when it is left out.</summary>
    public Parameter OrMissing() => this with { Default = Missing };

    /// <summary>The same parameter, but null when it is left out.</summary>
    public Parameter OrNull() => this with { Default = Value.Null };
}
