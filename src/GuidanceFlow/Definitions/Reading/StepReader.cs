namespace GuidanceFlow.Definitions.Reading;

/// <summary>Reads a step of any type.</summary>
internal static class StepReader
{
    public static readonly Variants<StepDefinition> Types = new(
        "step",
        new("say", SayStepReader.Table, SayStepReader.Bind),
        new("ask", AskStepReader.Table, AskStepReader.Bind),
        new("set", SetStepReader.Table, SetStepReader.Bind),
        new("branch", BranchStepReader.Table, BranchStepReader.Bind),
        new("decide", DecideStepReader.Table, DecideStepReader.Bind),
        new("each", EachStepReader.Table, EachStepReader.Bind),
        new("run", RunStepReader.Table, RunStepReader.Bind),
        new("ticket", TicketStepReader.Table, TicketStepReader.Bind),
        new("call", CallStepReader.Table, CallStepReader.Bind),
        new("wait", WaitStepReader.Table, WaitStepReader.Bind),
        new("handoff", HandoffStepReader.Table, HandoffStepReader.Bind),
        new("end", EndStepReader.Table, EndStepReader.Bind));

    public static StepDefinition? Read(ReadContext context, int node) => Types.Read(context, node);

    /// <summary>The members of a type of step: those every step has, around its own.</summary>
    public static Member[] Members(params Member[] own) =>
        [new("id", "\"id\": \"…\""), new("type", "\"type\": \"…\""), new("title"), new("note"), new("when"), .. own];
}
