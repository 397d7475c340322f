using GuidanceFlow.Definitions.Reading;

namespace GuidanceFlow.Definitions.Writing;

/// <summary>Writes how sessions of older versions go on.</summary>
internal static class MigrationWriter
{
    /// <summary>The member <c>migrate</c>, if there is one.</summary>
    public static void Write(JsonOutput output, MigrationDefinition? migrate)
    {
        if (migrate is null)
        {
            return;
        }

        output.Name("migrate");
        output.StartObject();
        output.Required("from", migrate.From, static (output, version) => output.Integer(version));
        output.OptionalMap("steps", migrate.Steps, static (output, step) => output.Required(step.Old, step.New));
        output.OptionalMap("data", migrate.Data, static (output, datum) => output.Required(datum.Name, datum.Value));
        if (migrate.Unmapped != UnmappedPolicy.Finish)
        {
            output.Word("unmapped", MigrationReader.Policies, migrate.Unmapped);
        }

        output.EndObject();
    }
}
