namespace GuidanceFlow.Definitions.Writing;

/// <summary>Writes what is done for customers who are upset.</summary>
internal static class UpsetWriter
{
    /// <summary>The member <c>upset</c>, if there is one.</summary>
    public static void Write(JsonOutput output, UpsetDefinition? upset)
    {
        if (upset is null)
        {
            return;
        }

        output.Name("upset");
        output.StartObject();
        output.Optional("words", upset.Words, static (output, word) => output.Text(word));
        output.Optional("texts", upset.Texts, static (output, text) => output.Text(text));
        if (upset.After is { } after)
        {
            output.Name("after");
            output.Integer(after);
        }

        output.Optional("goto", upset.Goto);
        output.EndObject();
    }
}
