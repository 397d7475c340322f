using GuidanceFlow.Compilation;
using GuidanceFlow.Definitions;
using GuidanceFlow.Sessions;
using Microsoft.Extensions.Logging;

namespace GuidanceFlow.Hosting;

/// <summary>Says, when a host is made, what its flows want to do that it has nothing for. Nothing of it stops a session, so it is a warning; without one it would show when the first customer is there.</summary>
internal static partial class HostShortfalls
{
    public static void Warn(FlowCatalog flows, GuidanceHostOptions options, ILogger logger)
    {
        foreach (Flow flow in flows.All)
        {
            FlowStep[] steps = [.. flow.Closure.SelectMany(id => flow.FindFlow(id)!.Nodes)];
            if (options.Messages is null && steps.FirstOrDefault(SpeaksUnasked) is { } speaks)
            {
                LogNoMessages(logger, flow.Id, flow.Version, speaks.Id);
            }

            if (options.Tickets is null && steps.OfType<TicketStep>().FirstOrDefault() is { } files)
            {
                LogNoTickets(logger, flow.Id, flow.Version, files.Id);
            }

            if (options.Handoffs is null && steps.OfType<HandoffStep>().FirstOrDefault() is { } hands)
            {
                LogNoHandoffs(logger, flow.Id, flow.Version, hands.Id);
            }

            foreach (EndStep end in steps.OfType<EndStep>())
            {
                if (end.FollowUp is { } later)
                {
                    WarnOf(later, end, flow, flows.Latest(later.Flow), logger);
                }
            }
        }
    }

    private static void WarnOf(CompiledFollowUp later, EndStep end, Flow flow, Flow? planned, ILogger logger)
    {
        if (planned is null)
        {
            LogNoFollowUp(logger, flow.Id, flow.Version, end.Id, later.Flow);
            return;
        }

        foreach (DataDefinition input in planned.Definition.Inputs.Where(input => !input.Optional && input.Default.IsNull && !Array.Exists(later.With, given => given.Key == input.Name)))
        {
            LogNoInput(logger, flow.Id, flow.Version, end.Id, later.Flow, input.Name);
        }

        foreach ((string name, _) in later.With.Where(given => !planned.Definition.Inputs.Any(input => input.Name == given.Key)))
        {
            LogNoSuchInput(logger, flow.Id, flow.Version, end.Id, later.Flow, name);
        }
    }

    private static bool SpeaksUnasked(FlowStep step) => step is HandoffStep or AskStep { Silence: not null } or AskStep { Wait: not null };

    [LoggerMessage(EventId = 51, Level = LogLevel.Warning, Message = "The flow {Flow}, version {Version}, says things when nobody waits for them, first at '{Step}', and the host has no message sink: they would be in the journal alone. Name one with UseMessages.")]
    private static partial void LogNoMessages(ILogger logger, string flow, int version, string step);

    [LoggerMessage(EventId = 52, Level = LogLevel.Warning, Message = "The flow {Flow}, version {Version}, files tickets, first at '{Step}', and the host has no ticket sink: they would become dead letters. Name one with UseTickets.")]
    private static partial void LogNoTickets(ILogger logger, string flow, int version, string step);

    [LoggerMessage(EventId = 53, Level = LogLevel.Warning, Message = "The flow {Flow}, version {Version}, hands sessions over to people, first at '{Step}', and the host has no handoff sink: they would become dead letters. Name one with UseHandoffs.")]
    private static partial void LogNoHandoffs(ILogger logger, string flow, int version, string step);

    [LoggerMessage(EventId = 54, Level = LogLevel.Warning, Message = "The flow {Flow}, version {Version}, plans sessions of '{FollowUp}' at '{Step}', and the host has no such flow: they would become dead letters. Add it with AddFlow.")]
    private static partial void LogNoFollowUp(ILogger logger, string flow, int version, string step, string followUp);

    [LoggerMessage(EventId = 55, Level = LogLevel.Warning, Message = "The flow {Flow}, version {Version}, plans sessions of '{FollowUp}' at '{Step}' without its input '{Input}': they would become dead letters. Add it under 'with'.")]
    private static partial void LogNoInput(ILogger logger, string flow, int version, string step, string followUp, string input);

    [LoggerMessage(EventId = 56, Level = LogLevel.Warning, Message = "The flow {Flow}, version {Version}, plans sessions of '{FollowUp}' at '{Step}' with an input '{Input}' that there is none of: they would become dead letters. Correct it under 'with'.")]
    private static partial void LogNoSuchInput(ILogger logger, string flow, int version, string step, string followUp, string input);
}
