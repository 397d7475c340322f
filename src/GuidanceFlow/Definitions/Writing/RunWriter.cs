namespace GuidanceFlow.Definitions.Writing;

/// <summary>Writes what flows give other flows and get from them, and what interrupts them.</summary>
internal static class RunWriter
{
    public static void Write(JsonOutput output, InterruptDefinition interrupt)
    {
        output.Name(interrupt.Id);
        output.StartObject();
        output.Optional("note", interrupt.Note);
        output.Required("phrases", interrupt.Phrases, static (output, phrase) => output.Text(phrase));
        output.Optional("run", interrupt.Run);
        Write(output, interrupt.With, interrupt.Save);
        output.Optional("steps", interrupt.Steps, StepWriter.Write);
        output.EndObject();
    }

    /// <summary>The members <c>with</c> and <c>save</c>, if there are any.</summary>
    public static void Write(JsonOutput output, EquatableArray<AssignmentDefinition> with, EquatableArray<ReturnDefinition> save)
    {
        output.OptionalMap("with", with, static (output, assignment) => output.Required(assignment.Name, assignment.Value));
        output.OptionalMap("save", save, static (output, kept) => output.Required(kept.Name, kept.Return));
    }
}
