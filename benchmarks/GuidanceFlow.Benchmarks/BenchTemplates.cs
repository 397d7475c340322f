using System.Buffers;
using System.Globalization;
using System.Text;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Binding;
using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow.Benchmarks;

/// <summary>
/// The templates that are measured, and what they are rendered with: the prompt of the turns, one that calls four functions, and a guard;
/// each compiled, with a scope and without.
/// </summary>
internal sealed class BenchTemplates
{
    private const string Calls =
        "{{ customer.name | string.upcase }}: {{ title | string.truncate 16 }} ({{ models | array.join ', ' }}), {{ hours | math.round 1 }} hours";

    private const string Guard = "network_ok && attempts < 3";

    // What an operation gives that makes nothing.
    private static readonly object Nothing = new();

    private static readonly TemplateOptions Scoped = new() { Scope = new BenchNames() };

    private readonly Dictionary<string, Value> _named = new(StringComparer.Ordinal)
    {
        ["customer"] = BenchFlow.Named("Mia"),
        ["count"] = Value.From(4),
        ["devices"] = Value.From(ValueList.Create([BenchFlow.Named("gateway"), BenchFlow.Named("lamp"), BenchFlow.Named("sensor")])),
        ["title"] = Value.From("Setting up the new gateway"),
        ["models"] = Value.From(ValueList.Create([Value.From("gateway"), Value.From("lamp"), Value.From("sensor")])),
        ["hours"] = Value.From(2.345),
        ["network_ok"] = Value.True,
        ["attempts"] = Value.From(1),
    };

    private readonly BenchSlots _slots;
    private readonly ArrayBufferWriter<char> _buffer = new(1024);
    private readonly Template _prompt = Template.Parse(BenchFlow.Prompt, Scoped).GetOrThrow();
    private readonly Template _unscopedPrompt = Template.Parse(BenchFlow.Prompt).GetOrThrow();
    private readonly Template _calls = Template.Parse(Calls, Scoped).GetOrThrow();
    private readonly Expression _guard = Expression.Parse(Guard, Scoped, StaticType.Boolean).GetOrThrow();

    public BenchTemplates() => _slots = new BenchSlots([.. BenchNames.InOrder.Select(name => _named[name])]);

    /// <summary>The prompt from slots, as a turn renders it.</summary>
    public string FromSlots() => _prompt.Render(_slots);

    /// <summary>The prompt from named values, looked up while it runs.</summary>
    public string FromNames() => _unscopedPrompt.Render(_named);

    /// <summary>The prompt from slots into a buffer that has room.</summary>
    public object IntoBuffer()
    {
        _buffer.ResetWrittenCount();
        _prompt.Render(_buffer, _slots);
        return _buffer;
    }

    /// <summary>The template with four calls, from slots.</summary>
    public string FourCalls() => _calls.Render(_slots);

    /// <summary>The prompt from its text to what can be rendered.</summary>
    public static object Parse() => Template.Parse(BenchFlow.Prompt, Scoped).GetOrThrow();

    /// <summary>The same without a scope.</summary>
    public static object ParseUnscoped() => Template.Parse(BenchFlow.Prompt).GetOrThrow();

    /// <summary>Another text, parsed with a scope.</summary>
    public static object Parse(string text) => Template.Parse(text, Scoped).GetOrThrow();

    /// <summary>A guard from slots.</summary>
    public object EvaluateGuard() => _guard.EvaluateBoolean(_slots) ? Nothing : this;

    /// <summary>The guard's peer: three look-ups by name.</summary>
    public object LookUpThree()
    {
        bool found = _named.TryGetValue("network_ok", out Value ok) & _named.TryGetValue("attempts", out Value attempts) & _named.TryGetValue("count", out Value count);
        return found && !ok.IsNull && !attempts.IsNull && !count.IsNull ? Nothing : this;
    }

    /// <summary>A template of about that many UTF-16 units: the prompt again and again, with a number in its text.</summary>
    public static string Repeat(int length)
    {
        var text = new StringBuilder(length + BenchFlow.Prompt.Length + 32);
        for (int i = 0; text.Length < length; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{i}. {BenchFlow.Prompt}\n");
        }

        return text.ToString();
    }
}
