using System.Text.Json;
using GuidanceFlow.Diagnostics;
namespace GuidanceFlow.Definitions.Reading;

/// <summary>Reads a flow: the root of the file.</summary>
internal static class FlowRootReader
{
    public static readonly MemberTable Table = new(
        "flow",
        "a flow",
        new Member("$schema"),
        new Member("flow", "\"flow\": \"an-id\""),
        new Member("version"),
        new Member("title"),
        new Member("note"),
        new Member("locales"),
        new Member("inputs"),
        new Member("data"),
        new Member("actions"),
        new Member("signals"),
        new Member("starts_on"),
        new Member("returns"),
        new Member("remembers"),
        new Member("knowledge"),
        new Member("partials"),
        new Member("tickets"),
        new Member("retry"),
        new Member("silence"),
        new Member("expiry"),
        new Member("fallback"),
        new Member("commands"),
        new Member("interrupts"),
        new Member("upset"),
        new Member("migrate"),
        new Member("stages", "\"stages\": [ … ]"));

    public static FlowDefinition Read(ReadContext context, int node)
    {
        if (IsScenario(context, node))
        {
            context.Report(DiagnosticCatalog.MissingMember, node, "This is a scenario, not a flow: it has no 'stages'. Give the file of the flow, which the scenario names under 'flow'.");
            return new FlowDefinition { Id = "scenario", Stages = [] };
        }

        if (IsTranslation(context, node))
        {
            context.Report(DiagnosticCatalog.MissingMember, node, $"This is a translation, not a flow: it has no list of 'stages'. {FlowOf(context, node)}");
            return new FlowDefinition { Id = "translation", Stages = [] };
        }

        MemberValues members = MemberValues.Open(context, node, Table);
        members.Remark("$schema");
        return new FlowDefinition
        {
            Id = members.Text("flow"),
            Version = members.Integer("version", 1, int.MaxValue) ?? 1,
            Title = members.Remark("title"),
            Note = members.Remark("note"),
            Locales = members["locales"] > 0 ? members.List("locales", LocaleReader.Read, "language") : ["en"],
            Inputs = members.Map("inputs", "inputs", DataReader.Read),
            Data = members.Map("data", "data", DataReader.Read),
            Actions = members.Map("actions", "actions", ActionReader.Read),
            Signals = members.Map("signals", "signals", DataReader.Read),
            StartsOn = members.List("starts_on", static (context, item) => context.Text(item), "signal"),
            Returns = members.List("returns", static (context, item) => context.Text(item)),
            Remembers = members.List("remembers", static (context, item) => context.Text(item)),
            Knowledge = members.Map("knowledge", "knowledge", KnowledgeReader.Read),
            Partials = members.Map("partials", "partials", static (context, id, text) => new PartialDefinition { Id = id, Text = context.Text(text) ?? string.Empty }),
            Tickets = members.Map("tickets", "tickets", TicketReader.Read),
            Retry = RetryReader.Read(members),
            Silence = SilenceReader.Read(members),
            Expiry = ExpiryReader.Read(members),
            Fallback = FallbackReader.Read(members),
            Commands = CommandReader.Read(members),
            Interrupts = members.Map("interrupts", "interrupts", InterruptReader.Read),
            Upset = UpsetReader.Read(members),
            Migrate = MigrationReader.Read(members),
            Stages = members.List("stages", StageReader.Read, "stage"),
        };
    }

    /// <summary>A translation may have <c>stages</c> too: the titles of the stages by their ids, where a flow has a list.</summary>
    private static bool IsTranslation(ReadContext context, int node) =>
        context.Kind(node) == JsonValueKind.Object && context.Tree.FindMember(node, "locale"u8) >= 0
        && (context.Tree.FindMember(node, "stages"u8) is var stages && (stages < 0 || context.Kind(stages) == JsonValueKind.Object));

    /// <summary>The advice which file to take: of <c>router.zh-CN.json</c> it is <c>router.json</c>. A flow does not find <c>router.zh_CN.json</c>.</summary>
    private static string FlowOf(ReadContext context, int node)
    {
        int locale = context.Tree.FindMember(node, "locale"u8);
        string extension = Path.GetExtension(context.File);
        string language = context.Kind(locale) == JsonValueKind.String ? context.Tree.Text(locale).Replace('_', '-') : string.Empty;
        string ending = $".{language}{extension}";
        if (language.Length == 0 || context.File.Length <= ending.Length || !context.File.Replace('_', '-').EndsWith(ending, StringComparison.OrdinalIgnoreCase))
        {
            return "Give the flow's file; that finds its translations.";
        }

        string flow = Path.GetFileName(context.File[..^ending.Length]);
        return context.File.EndsWith(ending, StringComparison.OrdinalIgnoreCase)
            ? $"Give the flow's file beside it, {Spelling.Quote(flow + extension)}; that finds its translations."
            : $"Rename it to {Spelling.Quote(flow + ending)}, then its flow {Spelling.Quote(flow + extension)} finds it.";
    }

    /// <summary>Whether somebody took the wrong one of two files: each member would be a finding, and none of them the point.</summary>
    private static bool IsScenario(ReadContext context, int node) =>
        context.Kind(node) == JsonValueKind.Object && context.Tree.FindMember(node, "scenario"u8) >= 0 && context.Tree.FindMember(node, "stages"u8) < 0;
}
