using System.Text;
using System.Text.Json;
using GuidanceFlow;
using GuidanceFlow.Handoffs;
using GuidanceFlow.Prompts;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;
using SupportDeskConsole.Data;

namespace SupportDeskConsole.Seats;

/// <summary>All that a person gets with a session, as it is read.</summary>
internal static class Packet
{
    public static async Task<Message> OfAsync(Handoff handoff, Desk desk)
    {
        Words words = desk.Words;
        Flow? flow = desk.Host.Flows.Find(handoff.FlowId, handoff.FlowVersion);
        var text = new StringBuilder();
        text.AppendLine(words["packet_title", desk.NameOf(handoff.SessionId), handoff.Queue, words.Of(handoff.Priority), desk.Due(handoff.Due)]);
        text.AppendLine(handoff.Situation);
        if (handoff.Fallback is { } fallback)
        {
            text.AppendLine(words["packet_reason", words["reason_" + JsonNamingPolicy.SnakeCaseLower.ConvertName(fallback.Reason.ToString())], fallback.Step, fallback.Unrecognised.IsEmpty ? "-" : string.Join(" / ", fallback.Unrecognised)]);
        }

        var blocks = new List<Block>();
        Part("packet_profile", handoff.Inputs.Where(input => !input.Value.TryGetList(out _)).Select(Named));
        Part("packet_answers", handoff.Answers.Select(answer => words["pair", answer.Title, answer.Answer]));
        Part("packet_attempts", handoff.Attempts.Select(failed => words["pair", flow?.FindStep(failed.Step)?.Title ?? failed.Step, failed.Count]));
        Part("packet_evidence", handoff.Evidence.Where(datum => !datum.Value.IsNull && Desk.Text(datum.Value).Length > 0).Select(Named));
        Part("packet_said", TranscriptLines.Of(await desk.Store.ReadJournalAsync(handoff.SessionId, CancellationToken.None))
            .Select(line => words["pair", $"{desk.Time(line.At)} {words["speaker_" + line.Who.ToString().ToLowerInvariant()]}", line.Text.ReplaceLineEndings(" ")]));
        Part("packet_data", flow is null ? [] : [string.Join(", ", flow.Definition.Data.Select(datum => datum.Name))]);
        return new Message("packet", MessageKind.Say, text.ToString().ReplaceLineEndings("\n").TrimEnd(), [.. blocks]);

        void Part(string title, IEnumerable<string> lines)
        {
            if (lines.Select(line => new ChecklistItem(line, null)).ToArray() is { Length: > 0 } items)
            {
                blocks.Add(new ChecklistBlock(words[title], [.. items]));
            }
        }

        string Named(KeyValuePair<string, Value> datum) =>
            words["pair", datum.Key, datum.Value.TryGetObject(out var members) ? string.Join(", ", members.Select(member => Desk.Text(member.Value))) : Desk.Text(datum.Value)];
    }
}
