using System.Buffers;
using System.Collections.Immutable;
using GuidanceFlow.Templates.Binding;
using GuidanceFlow.Templates.Parsing;
using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow.Templates;

/// <summary>A parsed Scriban template. Immutable and safe to share between threads; parse once, render often.</summary>
public sealed class Template
{
    private Template(string text) => Source = text;

    /// <summary>The text the template was parsed from.</summary>
    public string Source { get; }

    /// <summary>Whether the template holds no code: every rendering gives <see cref="Source"/>'s literal text.</summary>
    public bool IsConstant => true;

    /// <summary>Every place where a name of the scope (or, without a scope, a global name) is read.</summary>
    public ImmutableArray<NameUse> Reads => [];

    /// <summary>Parses a template; all mistakes are reported together. Never throws on any text.</summary>
    public static ParseResult<Template> Parse(string text, TemplateOptions? options = null) => new(new Template(text), []);

    /// <summary>Renders to a string from slots.</summary>
    /// <exception cref="TemplateRuntimeException">The template failed while running.</exception>
    public string Render(IValueSource values, RenderSettings? settings = null) => Source;

    /// <summary>Renders into a buffer from slots; what was written before a failure stays written.</summary>
    /// <exception cref="TemplateRuntimeException">The template failed while running.</exception>
    public void Render(IBufferWriter<char> output, IValueSource values, RenderSettings? settings = null) => output.Write(Source);

    /// <summary>Renders to a string from named values; for a template parsed without a scope.</summary>
    /// <exception cref="TemplateRuntimeException">The template failed while running.</exception>
    public string Render(IReadOnlyDictionary<string, Value> values, RenderSettings? settings = null) => Source;
}
