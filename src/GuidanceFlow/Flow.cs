using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using GuidanceFlow.Compilation;
using GuidanceFlow.Definitions;
using GuidanceFlow.Translations;

namespace GuidanceFlow;

/// <summary>A compiled flow: checked, numbered and hashed. Made by <see cref="FlowCompiler"/>.</summary>
/// <remarks>Immutable and safe to share between threads; one serves any number of sessions.</remarks>
public sealed class Flow
{
    private readonly Dictionary<string, StepPlace> _places;

    internal Flow(FlowDefinition definition, FlowStep[] nodes, Dictionary<string, StepPlace> places, Dictionary<string, int> slots, FlowParts parts)
    {
        Definition = definition;
        Nodes = nodes;
        _places = places;
        Slots = slots;
        Parts = parts;
        Steps = ImmutableCollectionsMarshal.AsImmutableArray(nodes);
        Secrets = [.. nodes.OfType<AskStep>().Where(ask => ask.IsSensitive)];
        SecretReturns = [.. nodes.OfType<RunStep>().Select(step => step.Run).Concat(parts.Interrupts.Select(interrupt => interrupt.Run).OfType<CompiledRun>()).SelectMany(run => run.Save).Where(kept => kept.IsSecret).Select(kept => kept.Slot).Distinct()];
    }

    /// <summary>The author's id.</summary>
    public string Id => Definition.Id;

    /// <summary>The version.</summary>
    public int Version => Definition.Version;

    /// <summary>What the flow is about; the id when the author gave no title.</summary>
    public string Title => Definition.Title ?? Id;

    /// <summary>What the flow is about, in one of its languages.</summary>
    /// <param name="locale">The wanted language; <see cref="ResolveLocale"/> finds the one that serves it.</param>
    public string TitleIn(string? locale) => Parts.Titles.In(LocaleIndex(ResolveLocale(locale)));

    /// <summary>What customers read of a stage, in one of the flow's languages.</summary>
    /// <param name="stage">A stage of this flow.</param>
    /// <param name="locale">The wanted language; <see cref="ResolveLocale"/> finds the one that serves it.</param>
    public string StageTitle(FlowStage stage, string? locale)
    {
        ArgumentNullException.ThrowIfNull(stage);
        return stage.Titles.In(LocaleIndex(ResolveLocale(locale)));
    }

    /// <summary>The languages; the first is the definition's own.</summary>
    public IReadOnlyList<string> Locales => Definition.Locales;

    /// <summary>The definition it was compiled from.</summary>
    public FlowDefinition Definition { get; }

    /// <summary>The translations it was compiled with, by language.</summary>
    public ImmutableArray<TranslationDefinition> Translations => Parts.Translations;

    /// <summary>All steps in the order of the file, a loop's body behind its loop.</summary>
    public ImmutableArray<FlowStep> Steps { get; }

    /// <summary>The stages in order.</summary>
    public ImmutableArray<FlowStage> Stages => Parts.Stages;

    /// <summary>
    /// 128 bits of SHA-256, as 32 hexadecimal digits, over everything that decides where a session goes: steps, routes, guards, types.
    /// A session goes on only under the same structure.
    /// </summary>
    public string StructureHash => Parts.StructureHash.Value;

    /// <summary>128 bits of SHA-256, as 32 hexadecimal digits, over the wording, which may change under a running session.</summary>
    public string TextHash => Parts.TextHash.Value;

    /// <summary>The flow with those it runs; its hashes are over all of them.</summary>
    internal Flow With(IReadOnlyDictionary<string, Flow> others)
    {
        if (others.Count == 0)
        {
            return this;
        }

        FlowParts own = Parts;
        return new Flow(Definition, Nodes, _places, Slots, own with
        {
            Others = others,
            HasTimers = own.HasTimers || others.Values.Any(other => other.Parts.HasTimers),
            StructureHash = new Lazy<string>(() => PartsHash.Closure(own.StructureHash.Value, others.Select(other => KeyValuePair.Create(other.Key, other.Value.StructureHash)))),
            TextHash = new Lazy<string>(() => PartsHash.Closure(own.TextHash.Value, others.Select(other => KeyValuePair.Create(other.Key, other.Value.TextHash)))),
        });
    }

    /// <summary>One of the flows that are pinned together: this one, or one it runs.</summary>
    internal Flow Find(string id) => string.Equals(id, Id, StringComparison.Ordinal) ? this : Parts.Others[id];

    /// <summary>This flow or one that it runs, directly or by way of others; null when none has the id (<see cref="Closure"/> lists them). Thread-safe.</summary>
    /// <param name="id">The flow's id.</param>
    public Flow? FindFlow(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return string.Equals(id, Id, StringComparison.Ordinal) ? this : Parts.Others.GetValueOrDefault(id);
    }

    /// <summary>The flow's id and those of the flows it runs, directly or by way of others.</summary>
    public IEnumerable<string> Closure => Parts.Others.Keys.Where(id => id != Id).Order(StringComparer.Ordinal).Prepend(Id);

    internal FlowStep[] Nodes { get; }

    internal FlowParts Parts { get; }

    /// <summary>The questions whose answers are secrets.</summary>
    internal AskStep[] Secrets { get; }

    /// <summary>The slots of data that hold secrets which other flows gave back.</summary>
    internal int[] SecretReturns { get; }

    /// <summary>The places of inputs and data in a session's data array.</summary>
    internal Dictionary<string, int> Slots { get; }

    /// <summary>The step with an id; null when there is none.</summary>
    public FlowStep? FindStep(string id) => _places.TryGetValue(id, out StepPlace? place) ? Nodes[place.Index] : null;

    internal bool TryFindIndex(ReadOnlySpan<char> id, out int index)
    {
        bool found = _places.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(id, out StepPlace? place);
        index = place?.Index ?? 0;
        return found;
    }

    internal bool TryFindSlot(ReadOnlySpan<char> name, out int slot) => Slots.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out slot);

    /// <summary>
    /// The language of the flow that serves a wanted one best: the same, else its parent (<c>zh-CN</c>, <c>zh</c>), else another of the same
    /// language (<c>zh</c>, <c>zh-CN</c>), one of the same script first; else the flow's first. Case does not count, and <c>_</c> is <c>-</c>.
    /// </summary>
    /// <param name="wanted">The wanted language (BCP 47); null for the flow's first.</param>
    public string ResolveLocale(string? wanted) => LocaleMatch.Resolve(Definition.Locales, wanted);

    /// <summary>The number of one of the flow's languages.</summary>
    internal int LocaleIndex(string locale)
    {
        EquatableArray<string> locales = Definition.Locales;
        for (int i = 1; i < locales.Count; i++)
        {
            if (string.Equals(locales[i], locale, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return 0;
    }

    /// <summary>How numbers and dates are printed in a language; the invariant culture where the machine does not know it.</summary>
    internal CultureInfo CultureOf(string locale) => Parts.Cultures.TryGetValue(locale, out CultureInfo? culture) ? culture : CultureInfo.InvariantCulture;
}
