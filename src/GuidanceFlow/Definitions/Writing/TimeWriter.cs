using GuidanceFlow.Definitions.Reading;

namespace GuidanceFlow.Definitions.Writing;

/// <summary>Writes what has to do with time.</summary>
internal static class TimeWriter
{
    /// <summary>The member <c>silence</c>, if there is one.</summary>
    public static void Write(JsonOutput output, SilenceDefinition? silence)
    {
        if (silence is null)
        {
            return;
        }

        output.Name("silence");
        output.StartObject();
        output.Optional("remind_after", Format(silence.RemindAfter));
        output.Optional("texts", silence.Texts, static (output, text) => output.Text(text));
        output.Optional("give_up_after", Format(silence.GiveUpAfter));
        output.Optional("goto", silence.Goto);
        WriteLate(output, silence.Late);
        output.EndObject();
    }

    /// <summary>The member <c>expiry</c>, if there is one.</summary>
    public static void Write(JsonOutput output, ExpiryDefinition? expiry)
    {
        if (expiry is null)
        {
            return;
        }

        output.Name("expiry");
        output.StartObject();
        output.Required("after", IsoDuration.Format(expiry.After));
        output.Optional("text", expiry.Text);
        WriteLate(output, expiry.Late);
        output.EndObject();
    }

    /// <summary>The member <c>follow_up</c>, if there is one.</summary>
    public static void Write(JsonOutput output, FollowUpDefinition? later)
    {
        if (later is null)
        {
            return;
        }

        output.Name("follow_up");
        output.StartObject();
        output.Required("flow", later.Flow);
        output.Required("after", IsoDuration.Format(later.After));
        RunWriter.Write(output, later.With, default);
        WriteLate(output, later.Late);
        output.EndObject();
    }

    /// <summary>What a step that waits has of its own.</summary>
    public static void Write(JsonOutput output, WaitStepDefinition wait)
    {
        output.Required("text", wait.Text);
        output.Optional("show", wait.Show, BlockWriter.Write);
        output.Optional("variants", wait.Variants, VariantWriter.Write);
        output.Optional("for", Format(wait.For));
        output.Optional("until", wait.Until);
        if (wait.Signal is { Save: null } signal)
        {
            output.Required("signal", signal.Name);
        }
        else if (wait.Signal is { } saved)
        {
            output.Name("signal");
            output.StartObject();
            output.Required("name", saved.Name);
            output.Optional("save", saved.Save);
            output.EndObject();
        }

        Write(output, wait.Timeout);
        if (wait.TakesAnswers)
        {
            output.Name("answer");
            AnswerWriter.Write(output, wait.Answer);
            output.Optional("save", wait.Save);
        }

        Write(output, wait.Silence);
        RootWriter.Write(output, wait.Fallback);
    }

    /// <summary>The member <c>timeout</c>, if there is one.</summary>
    public static void Write(JsonOutput output, TimeoutDefinition? timeout)
    {
        if (timeout is null)
        {
            return;
        }

        output.Name("timeout");
        output.StartObject();
        output.Required("after", IsoDuration.Format(timeout.After));
        output.Required("goto", timeout.Goto);
        WriteLate(output, timeout.Late);
        output.EndObject();
    }

    private static void WriteLate(JsonOutput output, LatePolicy late)
    {
        if (late != LatePolicy.Fire)
        {
            output.Word("late", SilenceReader.Policies, late);
        }
    }

    private static string? Format(TimeSpan? time) => time is { } given ? IsoDuration.Format(given) : null;
}
