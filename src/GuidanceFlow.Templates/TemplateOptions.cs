using GuidanceFlow.Templates.Binding;

namespace GuidanceFlow.Templates;

/// <summary>How a template or expression is parsed. Immutable; make one and share it.</summary>
public sealed record TemplateOptions
{
    /// <summary>No scope: names are looked up when the template runs.</summary>
    public static TemplateOptions Default { get; } = new();

    /// <summary>
    /// The names the template may use. With a scope every name, member and type is checked while parsing, and reading a
    /// name is one slot access.
    /// </summary>
    /// <value>The default is null: names are not checked and are looked up in the model when the template runs.</value>
    public INameScope? Scope { get; init; }

    /// <summary>Functions of the host, beside the language's own.</summary>
    /// <value>The default is none.</value>
    public TemplateFunctions Functions
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    } = TemplateFunctions.None;

    /// <summary>What the template may include.</summary>
    /// <value>The default is none.</value>
    public TemplatePartials Partials
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    } = TemplatePartials.None;

    /// <summary>How deep blocks, parentheses and operators may nest.</summary>
    /// <value>The default is 100; more than 300 are taken for 300. On a thread with a small stack, less than half a megabyte, it may be fewer than are set.</value>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int MaxNesting
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 100;

    /// <summary>The longest text, in UTF-16 units, that is parsed at all.</summary>
    /// <value>The default is 16,777,216.</value>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public int MaxLength
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    } = 1 << 24;
}
