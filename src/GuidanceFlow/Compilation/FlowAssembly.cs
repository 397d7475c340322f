using System.Collections.Immutable;
using System.Globalization;
using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Prompts;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow.Compilation;

/// <summary>Puts the flow together.</summary>
internal static class FlowAssembly
{
    private static readonly string[] KnowledgeNames = ["title", "url", "kind"];

    public static Flow Make(CompilationContext context, FlowStep[] nodes)
    {
        FlowDefinition definition = context.Definition;
        ImmutableArray<TranslationDefinition> translations = [.. context.Translations.Select(place => place.Definition).OrderBy(translation => translation.Locale, StringComparer.Ordinal)];
        var parts = new FlowParts
        {
            Stages = [.. context.Stages],
            StructureHash = new Lazy<string>(() => FlowHasher.Structure(definition)),
            TextHash = new Lazy<string>(() => FlowHasher.Text(definition, translations)),
            Cultures = definition.Locales.Distinct(StringComparer.Ordinal).ToDictionary(locale => locale, CultureOf, StringComparer.Ordinal),
            Variables = [.. context.Variables],
            StoredTypes = [.. context.Variables.Select(variable => StoredType.Of(variable.Type))],
            InputCount = context.InputCount,
            Defaults = DefaultsOf(context),
            Collected = context.Collected,
            Titles = context.InAll(SourcePath.Root.Member("title"), definition.Title ?? definition.Id),
            Translations = translations,
            KnowledgeValues = new Localized<Value[]>(KnowledgeIn(context, texts: null), [.. context.TranslatedTexts.Select(texts => KnowledgeIn(context, texts))]),
            UndoBound = CommandLowering.UndoBoundOf(definition),
            Commands = context.Commands,
            Interrupts = context.Interrupts,
            Upset = context.Upset,
            ExpiresAfter = definition.Expiry?.After,
            ExpirySkips = definition.Expiry is { Late: LatePolicy.Skip },
            ExpiryText = context.ExpiryText,
            HasTimers = definition.Expiry is not null || Array.Exists(nodes, step => step is AskStep { Silence: not null } or AskStep { Wait: not null } or CallStep { Retries: > 0 } or HandoffStep { TimeoutTarget: not null } or HandoffStep { Silence: not null }),
            StartFallback = definition.Fallback?.Goto is { } target ? context.PlacesById[target].Index : Target.None,
        };
        return new Flow(definition, nodes, context.PlacesById, context.Slots, parts);
    }

    private static Value[] DefaultsOf(CompilationContext context)
    {
        var defaults = new Value[context.Variables.Count];
        for (int slot = 0; slot < defaults.Length; slot++)
        {
            defaults[slot] = Fit(context.Variables[slot].Default, context.Variables[slot].Type);
        }

        return defaults;
    }

    private static Value Fit(Value value, DataType type) =>
        !value.IsNull && DataTypes.TryFit(value, type, string.Empty, out Value fitted, out _) ? fitted : value;

    private static Value[] KnowledgeIn(CompilationContext context, TranslatedTexts? texts)
    {
        var values = new Value[context.Definition.Knowledge.Count];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = ToValue(Knowledge.In(context.Definition.Knowledge[i], texts));
        }

        return values;
    }

    private static Value ToValue(KnowledgeBlock entry) =>
        Value.From(ValueObject.Adopt(KnowledgeNames, [Value.From(entry.Title), Value.From(entry.Url), Value.From(entry.Kind.ToString().ToLowerInvariant())]));

    private static CultureInfo CultureOf(string locale)
    {
        try
        {
            return CultureInfo.GetCultureInfo(locale);
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.InvariantCulture;
        }
    }
}
