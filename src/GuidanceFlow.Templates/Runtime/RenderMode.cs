namespace GuidanceFlow.Templates.Runtime;

/// <summary>What a rendering knows of its template before it runs, beyond its text and frame. Most templates share <see cref="Plain"/>.</summary>
internal sealed class RenderMode
{
    /// <summary>Variables have places that were found while parsing, and nothing is changed but variables.</summary>
    public static RenderMode Plain { get; } = new();

    /// <summary>Whether members or items are assigned, so that what the template makes must be changeable.</summary>
    public bool Changes { get; init; }

    /// <summary>Whether what comes from outside may be changed as well; the template then works on copies.</summary>
    public bool Thaws { get; init; }

    /// <summary>How the template was parsed: what it may include, and how texts are parsed that it evaluates.</summary>
    public TemplateOptions Options { get; init; } = TemplateOptions.Default;
}
