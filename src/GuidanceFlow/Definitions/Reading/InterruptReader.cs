using System.Text.Json;
using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Definitions.Reading;

/// <summary>Reads what customers may say to any question instead of an answer.</summary>
internal static class InterruptReader
{
    public static readonly MemberTable Table = new(
        "interrupt",
        "an interrupt",
        new Member("note"),
        new Member("phrases", "\"phrases\": [ \"…\" ]"),
        new Member("run"),
        new Member("with"),
        new Member("save"),
        new Member("steps"));

    public static InterruptDefinition Read(ReadContext context, string id, int node)
    {
        MemberValues members = MemberValues.Open(context, node, Table);
        if (context.Kind(node) == JsonValueKind.Object)
        {
            Check(context, members);
        }

        return new InterruptDefinition
        {
            Id = id,
            Note = members.Remark("note"),
            Phrases = members.List("phrases", static (context, item) => context.Text(item), "phrase"),
            Run = members.OptionalText("run"),
            With = members.Map("with", "with", AssignmentReader.Read),
            Save = members.Map("save", "save", RunStepReader.ReadReturn),
            Steps = members.List("steps", StepReader.Read, "step"),
        };
    }

    private static void Check(ReadContext context, in MemberValues members)
    {
        if (members["run"] == 0 && members["steps"] == 0)
        {
            context.Report(DiagnosticCatalog.MissingMember, members.Node, "An interrupt needs a flow or steps that deal with it. Add \"run\": \"the id of a flow\" or \"steps\": [ … ].");
        }
        else if (members["steps"] > 0)
        {
            foreach (string name in (ReadOnlySpan<string>)["run", "with", "save"])
            {
                if (members[name] > 0)
                {
                    context.ReportName(DiagnosticCatalog.UnknownMember, members[name], $"Member '{name}' has no place beside 'steps', which are this flow's own and use its data. Take one of the two out.");
                }
            }
        }
    }
}
