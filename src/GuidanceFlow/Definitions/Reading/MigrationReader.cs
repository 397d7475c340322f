using System.Text.Json;

namespace GuidanceFlow.Definitions.Reading;

/// <summary>Reads how sessions of older versions go on.</summary>
internal static class MigrationReader
{
    public static readonly MemberTable Table = new("migrate", "a migration", new Member("from", "\"from\": [1]"), new Member("steps"), new Member("data"), new Member("unmapped"));

    public static readonly Words<UnmappedPolicy> Policies = new(
        "policy",
        new("finish", UnmappedPolicy.Finish),
        new("rewind", UnmappedPolicy.Rewind),
        new("handoff", UnmappedPolicy.Handoff));

    /// <summary>The member <c>migrate</c> of a flow; null when it is not given.</summary>
    public static MigrationDefinition? Read(in MemberValues owner)
    {
        if (owner["migrate"] is not (> 0 and int node))
        {
            return null;
        }

        MemberValues members = MemberValues.Open(owner.Context, node, Table);
        return new MigrationDefinition
        {
            From = members.List<int?>("from", static (context, item) => context.Integer(item, 1, int.MaxValue), "version").Select(version => version!.Value).ToEquatableArray(),
            Steps = members.Map("steps", "steps", ReadStep),
            Data = members.Map("data", "data", AssignmentReader.Read),
            Unmapped = members.Word("unmapped", Policies) ?? UnmappedPolicy.Finish,
        };
    }

    private static StepMappingDefinition? ReadStep(ReadContext context, string name, int node) =>
        context.Kind(node) == JsonValueKind.Null ? new StepMappingDefinition(name, null)
        : context.Text(node) is { } id ? new StepMappingDefinition(name, id)
        : null;
}
