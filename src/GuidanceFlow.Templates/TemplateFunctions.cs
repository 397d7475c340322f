using System.Collections.Immutable;
using GuidanceFlow.Templates.Functions;

namespace GuidanceFlow.Templates;

/// <summary>Functions that a host adds to the language, each a typed delegate.</summary>
/// <remarks>
/// <para>
/// Parameters and results may be <see cref="string"/>, <see cref="bool"/>, <see cref="int"/>, <see cref="long"/>, <see cref="double"/>,
/// <see cref="decimal"/>, <see cref="DateTime"/>, <see cref="TimeSpan"/>, <see cref="Value"/>, <see cref="Runtime.ValueList"/>,
/// <see cref="Runtime.ValueObject"/>, and the nullable forms of those that are no classes. An argument is converted as the language's own functions do; what
/// cannot be is refused, while parsing if its type is known by then. Null is an empty text, as it is to the language's own functions; else it is handed over as null where the type has one, and
/// refused where not.
/// </para>
/// <para>
/// The functions run on the rendering thread, and on several at once when templates are rendered so: they must be thread-safe. What one throws
/// ends the rendering with a <see cref="Runtime.TemplateRuntimeException"/> that has it as its inner exception; an
/// <see cref="OperationCanceledException"/> passes unchanged. Immutable and safe to share between threads.
/// </para>
/// </remarks>
public sealed class TemplateFunctions
{
    private readonly ImmutableDictionary<string, Function> _functions;
    private readonly ImmutableDictionary<string, FunctionGroup> _groups;

    private TemplateFunctions(ImmutableDictionary<string, Function> functions, ImmutableDictionary<string, FunctionGroup> groups)
    {
        _functions = functions;
        _groups = groups;
    }

    /// <summary>No functions beside the language's own.</summary>
    public static TemplateFunctions None { get; } = new(ImmutableDictionary<string, Function>.Empty, ImmutableDictionary<string, FunctionGroup>.Empty);

    /// <summary>The names, each with its group, in no order.</summary>
    public IEnumerable<string> Names => _functions.Keys;

    internal IEnumerable<string> GroupNames => _groups.Keys;

    /// <summary>These functions and one more without parameters.</summary>
    /// <param name="name">A name, or a group and a name: <c>loyalty.points</c>. The language's own names and groups are taken.</param>
    /// <param name="function">What it does.</param>
    /// <exception cref="ArgumentException">The name cannot be used, or a type cannot.</exception>
    public TemplateFunctions With<TResult>(string name, Func<TResult> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return Add(HostFunctions.Make<TResult>(name, _ => function(), []));
    }

    /// <summary>These functions and one more with a parameter.</summary>
    /// <param name="name">A name, or a group and a name: <c>loyalty.points</c>. The language's own names and groups are taken.</param>
    /// <param name="function">What it does.</param>
    /// <param name="parameter">What the parameter is called in named arguments and messages.</param>
    /// <exception cref="ArgumentException">The name cannot be used, or a type cannot.</exception>
    public TemplateFunctions With<T, TResult>(string name, Func<T, TResult> function, string parameter = "value")
    {
        ArgumentNullException.ThrowIfNull(function);
        return Add(HostFunctions.Make<TResult>(name, a => function(HostValue<T>.Read(a, 0)), [HostValue<T>.Parameter(parameter)]));
    }

    /// <summary>These functions and one more with two parameters.</summary>
    /// <param name="name">A name, or a group and a name: <c>loyalty.points</c>. The language's own names and groups are taken.</param>
    /// <param name="function">What it does.</param>
    /// <param name="first">What the first parameter is called in named arguments and messages.</param>
    /// <param name="second">What the second is called.</param>
    /// <exception cref="ArgumentException">The name cannot be used, or a type cannot.</exception>
    public TemplateFunctions With<T1, T2, TResult>(string name, Func<T1, T2, TResult> function, string first, string second)
    {
        ArgumentNullException.ThrowIfNull(function);
        return Add(HostFunctions.Make<TResult>(
            name,
            a => function(HostValue<T1>.Read(a, 0), HostValue<T2>.Read(a, 1)),
            [HostValue<T1>.Parameter(first), HostValue<T2>.Parameter(second)]));
    }

    /// <summary>These functions and one more with three parameters.</summary>
    /// <param name="name">A name, or a group and a name: <c>loyalty.points</c>. The language's own names and groups are taken.</param>
    /// <param name="function">What it does.</param>
    /// <param name="first">What the first parameter is called in named arguments and messages.</param>
    /// <param name="second">What the second is called.</param>
    /// <param name="third">What the third is called.</param>
    /// <exception cref="ArgumentException">The name cannot be used, or a type cannot.</exception>
    public TemplateFunctions With<T1, T2, T3, TResult>(string name, Func<T1, T2, T3, TResult> function, string first, string second, string third)
    {
        ArgumentNullException.ThrowIfNull(function);
        return Add(HostFunctions.Make<TResult>(
            name,
            a => function(HostValue<T1>.Read(a, 0), HostValue<T2>.Read(a, 1), HostValue<T3>.Read(a, 2)),
            [HostValue<T1>.Parameter(first), HostValue<T2>.Parameter(second), HostValue<T3>.Parameter(third)]));
    }

    /// <summary>A function without a group.</summary>
    internal Function? Find(string name) => _functions.GetValueOrDefault(name);

    internal FunctionGroup? FindGroup(string name) => _groups.GetValueOrDefault(name);

    private TemplateFunctions Add(Function function)
    {
        if (_functions.ContainsKey(function.Name))
        {
            throw new ArgumentException($"There is a function \"{function.Name}\" already.", nameof(function));
        }

        ImmutableDictionary<string, Function> functions = _functions.Add(function.Name, function);
        int dot = function.Name.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
        {
            return new TemplateFunctions(functions, _groups);
        }

        string group = function.Name[..dot];
        IEnumerable<Function> members = functions.Values.Where(member => member.Name.StartsWith(function.Name[..(dot + 1)], StringComparison.Ordinal));
        return new TemplateFunctions(functions, _groups.SetItem(group, new FunctionGroup(group, [.. members])));
    }
}
