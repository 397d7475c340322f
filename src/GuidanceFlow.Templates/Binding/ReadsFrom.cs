using System.Collections.Immutable;

namespace GuidanceFlow.Templates.Binding;

/// <summary>Where a parsed text finds its values, so that running it with the wrong ones fails at once and says why.</summary>
internal readonly struct ReadsFrom
{
    private readonly bool _slots;
    private readonly bool _names;

    private ReadsFrom(bool slots, bool names) => (_slots, _names) = (slots, names);

    /// <param name="scope">The names the text was parsed with; null for none.</param>
    /// <param name="reads">What it reads itself.</param>
    /// <param name="runsOthers">Whether it includes or evaluates other texts, which may read more.</param>
    public static ReadsFrom Of(INameScope? scope, ImmutableArray<NameUse> reads, bool runsOthers)
    {
        bool mayRead = !reads.IsEmpty || runsOthers;
        return new ReadsFrom(mayRead && scope is not null, mayRead && scope is null);
    }

    public void RequireSlots()
    {
        if (_names)
        {
            throw new InvalidOperationException("This text was parsed without a scope; give it named values, or parse it with TemplateOptions.Scope.");
        }
    }

    public void RequireNames()
    {
        if (_slots)
        {
            throw new InvalidOperationException("This text was parsed with a scope; give it an IValueSource, or parse it without TemplateOptions.Scope.");
        }
    }
}
