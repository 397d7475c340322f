using GuidanceFlow.Definitions;
using GuidanceFlow.Prompts;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Compilation;

/// <summary>A ticket's definition with its templates parsed and its evidence and grade resolved to slots.</summary>
internal sealed record CompiledTicket(TicketDefinition Definition, Localized<Template> Subject, Localized<Template> Body, int[] Evidence, TicketGrade Grade);
