using System.Collections.Frozen;
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
    public static Flow Make(CompilationContext context, FlowStep[] nodes)
    {
        FlowDefinition definition = context.Definition;
        ImmutableArray<TranslationDefinition> translations = [.. context.Translations.Select(place => place.Definition).OrderBy(translation => translation.Locale, StringComparer.Ordinal)];
        var parts = new FlowParts
        {
            Stages = [.. context.Stages],
            StructureHash = FlowHasher.Structure(definition),
            TextHash = FlowHasher.Text(definition, translations),
            Cultures = definition.Locales.Distinct(StringComparer.Ordinal).ToFrozenDictionary(locale => locale, CultureOf, StringComparer.Ordinal),
            Variables = [.. context.Variables],
            StoredTypes = [.. context.Variables.Select(variable => StoredType.Of(variable.Type))],
            InputCount = context.InputCount,
            Defaults = [.. context.Variables.Select(variable => Fit(variable.Default, variable.Type))],
            Titles = context.InAll(SourcePath.Root.Member("title"), definition.Title ?? definition.Id),
            Translations = translations,
            KnowledgeValues = new Localized<Value[]>(KnowledgeIn(context, texts: null), [.. context.TranslatedTexts.Select(texts => KnowledgeIn(context, texts))]),
            StartFallback = definition.Fallback?.Goto is { } target ? context.PlacesById[target].Index : Target.None,
        };
        return new Flow(definition, nodes, context.Slots.ToFrozenDictionary(StringComparer.Ordinal), parts);
    }

    private static Value Fit(Value value, DataType type) =>
        !value.IsNull && DataTypes.TryFit(value, type, string.Empty, out Value fitted, out _) ? fitted : value;

    private static Value[] KnowledgeIn(CompilationContext context, TranslatedTexts? texts) =>
        [.. context.Definition.Knowledge.Select(entry => ToValue(Knowledge.In(entry, texts)))];

    private static Value ToValue(KnowledgeBlock entry) => Value.From(ValueObject.Create(
    [
        KeyValuePair.Create("title", Value.From(entry.Title)),
        KeyValuePair.Create("url", Value.From(entry.Url)),
        KeyValuePair.Create("kind", Value.From(entry.Kind.ToString().ToLowerInvariant())),
    ]));

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
