namespace GuidanceFlow.Definitions.Writing;

/// <summary>Writes actions and what calls them.</summary>
internal static class CallWriter
{
    public static void Write(JsonOutput output, ActionDefinition action)
    {
        output.Name(action.Name);
        output.StartObject();
        output.OptionalMap("with", action.With, DataWriter.Write);
        output.OptionalMap("returns", action.Returns, DataWriter.Write);
        output.Optional("errors", action.Errors, static (output, error) => output.Text(error));
        output.EndObject();
    }

    /// <summary>What a step that calls has of its own.</summary>
    public static void Write(JsonOutput output, CallStepDefinition call)
    {
        output.Required("action", call.Action);
        RunWriter.Write(output, call.With, call.Save);
        output.Optional("text", call.Text);
        output.Optional("timeout", call.Timeout is { } timeout ? IsoDuration.Format(timeout) : null);
        if (call.Retries is { } retries)
        {
            output.Name("retries");
            output.StartObject();
            output.Name("times");
            output.Integer(retries.Times);
            output.Required("after", IsoDuration.Format(retries.After));
            output.EndObject();
        }

        if (!call.Repeatable)
        {
            output.Name("repeatable");
            output.Flag(value: false);
        }

        StepWriter.WriteRoutes(output, "on_error", call.OnError);
        RootWriter.Write(output, call.Fallback);
    }
}
