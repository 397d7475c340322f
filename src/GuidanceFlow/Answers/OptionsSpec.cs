using GuidanceFlow.Compilation;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Answers;

/// <summary>Options to choose from.</summary>
/// <param name="Options">The options in the order they are offered; empty where they are made from a list.</param>
/// <param name="Listed">The list they are made from; null where they are written out.</param>
internal abstract record OptionsSpec(ChoiceOption[] Options, ListedOptions? Listed) : AnswerSpec
{
    /// <summary>Fewer options are looked through as fast as looked up.</summary>
    private const int LeastIndexed = 16;

    /// <summary>The options as they are always offered; null where conditions or data decide about options or labels.</summary>
    public OfferedOption[]? Fixed { get; } = Listed is null ? MakeFixed(Options) : null;

    /// <summary>The place among <see cref="Fixed"/> of the option that a word chooses exactly, −1 for a word of several; null where the options are few or not fixed.</summary>
    public IReadOnlyDictionary<string, int>? Places { get; } = Options.Length >= LeastIndexed && Listed is null && Array.TrueForAll(Options, IsFixed) ? Index(Options) : null;

    /// <summary>The fewest options that must be offered for there to be an answer.</summary>
    public virtual int LeastOffered => 1;

    private protected string Values => Listed is not null ? $"the options from '{Listed.From.Source}'" : string.Join(", ", Options.Select(option => $"'{option.Value}'"));

    public int IndexOf(string value) => Array.FindIndex(Options, option => string.Equals(option.Value, value, StringComparison.Ordinal));

    private static OfferedOption[]? MakeFixed(ChoiceOption[] options)
    {
        var offered = new OfferedOption[options.Length];
        for (int i = 0; i < offered.Length; i++)
        {
            if (!IsFixed(options[i]))
            {
                return null;
            }

            offered[i] = new OfferedOption(i, options[i], options[i].Label.Render(NoValues.Instance));
        }

        return offered;
    }

    private static bool IsFixed(ChoiceOption option) => option.When is null && option.Label.IsConstant;

    private static Dictionary<string, int> Index(ChoiceOption[] options)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < options.Length; i++)
        {
            foreach (string key in options[i].Keys)
            {
                places[key] = !places.TryGetValue(key, out int place) || place == i ? i : -1;
            }
        }

        return places;
    }
}

/// <summary>One of several options.</summary>
internal sealed record ChoiceSpec(ChoiceOption[] Options, ListedOptions? Listed) : OptionsSpec(Options, Listed)
{
    public override string Type => "choice";

    public override string Wanted => "one of " + Values;
}

/// <summary>Several of several options.</summary>
/// <param name="Options">The options in the order they are offered.</param>
/// <param name="Listed">The list they are made from.</param>
/// <param name="Min">The fewest that are an answer.</param>
/// <param name="Max">The most that are an answer; null for all of them.</param>
internal sealed record ChoicesSpec(ChoiceOption[] Options, ListedOptions? Listed, int Min, int? Max) : OptionsSpec(Options, Listed)
{
    public override string Type => "choices";

    public override string Wanted => $"a list of {HowMany(Min, Max)} of {Values}";

    public override int LeastOffered => Math.Max(1, Min);

    private static string HowMany(int min, int? max) => max is null ? $"{min} or more" : min == max ? $"{min}" : $"{min} to {max}";
}

/// <summary>A compiled option.</summary>
/// <param name="Value">What is saved.</param>
/// <param name="Label">What the customer reads.</param>
/// <param name="Keys">The normalised words that choose it exactly: value, synonyms, and the label when it is constant.</param>
/// <param name="When">Null for always offered.</param>
/// <param name="Target">Where it leads; null for the step's routes.</param>
internal sealed record ChoiceOption(string Value, Template Label, string[] Keys, Expression? When, int? Target);
