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
        new Member("knowledge"),
        new Member("tickets"),
        new Member("fallback"),
        new Member("stages", "\"stages\": [ … ]"))
    {
        Planned = ["actions", "interrupts", "partials", "migrate"],
    };

    public static FlowDefinition Read(ReadContext context, int node)
    {
        if (IsScenario(context, node))
        {
            context.Report(DiagnosticCatalog.MissingMember, node, "This is a scenario, not a flow: it has no 'stages'. Give the file of the flow, which the scenario names under 'flow'.");
            return new FlowDefinition { Id = "scenario", Stages = [] };
        }

        if (IsTranslation(context, node))
        {
            context.Report(DiagnosticCatalog.MissingMember, node, $"This is a translation, not a flow: it has no 'stages'. {FlowOf(context, node)}");
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
            Knowledge = members.Map("knowledge", "knowledge", KnowledgeReader.Read),
            Tickets = members.Map("tickets", "tickets", TicketReader.Read),
            Fallback = FallbackReader.Read(members),
            Stages = members.List("stages", StageReader.Read, "stage"),
        };
    }

    private static bool IsTranslation(ReadContext context, int node) =>
        context.Kind(node) == JsonValueKind.Object && context.Tree.FindMember(node, "locale"u8) >= 0 && context.Tree.FindMember(node, "stages"u8) < 0;

    /// <summary>The advice which file to take: of <c>router.zh-CN.json</c> it is <c>router.json</c>.</summary>
    private static string FlowOf(ReadContext context, int node)
    {
        int locale = context.Tree.FindMember(node, "locale"u8);
        string ending = context.Kind(locale) == JsonValueKind.String ? $".{context.Tree.Text(locale)}{Path.GetExtension(context.File)}" : string.Empty;
        return ending.Length > 0 && context.File.Length > ending.Length && context.File.EndsWith(ending, StringComparison.OrdinalIgnoreCase)
            ? $"Give the flow's file beside it, {Spelling.Quote(Path.GetFileName(context.File[..^ending.Length]) + Path.GetExtension(context.File))}; that finds its translations."
            : "Give the flow's file; that finds its translations.";
    }

    /// <summary>Whether somebody took the wrong one of two files: each member would be a finding, and none of them the point.</summary>
    private static bool IsScenario(ReadContext context, int node) =>
        context.Kind(node) == JsonValueKind.Object && context.Tree.FindMember(node, "scenario"u8) >= 0 && context.Tree.FindMember(node, "stages"u8) < 0;
}
