using System.Globalization;
using System.Text;
using GuidanceFlow.Handoffs;
using GuidanceFlow.Templates;
using GuidanceFlow.Testing.Scenarios.Reading;

namespace GuidanceFlow.Testing.Transcripts;

/// <summary>What a person gets who takes over.</summary>
internal static class HandoffLines
{
    public static void Append(StringBuilder text, Handoff handoff)
    {
        text.Append("[handed over to ").Append(handoff.Queue).Append(", priority ").Append(Words.Of(Words.Priorities, handoff.Priority));
        if (handoff.Due is { } due)
        {
            text.Append(CultureInfo.InvariantCulture, $", due {due:yyyy-MM-dd HH:mm}");
        }

        text.Append("]\n");
        Transcript.AppendIndented(text, handoff.Situation);
        foreach ((string name, Value value) in handoff.Evidence)
        {
            text.Append("  ").Append(name).Append(" = ").Append(value.ToString()).Append('\n');
        }
    }
}
