using GuidanceFlow.Definitions.Reading;

namespace GuidanceFlow.Definitions.Writing;

/// <summary>Writes steps.</summary>
internal static class StepWriter
{
    public static void Write(JsonOutput output, StepDefinition step)
    {
        output.StartObject();
        output.Required("id", step.Id);
        output.Required("type", step.Type);
        output.Optional("title", step.Title);
        output.Optional("note", step.Note);
        output.Optional("when", step.When);
        WriteOwn(output, step);
        WriteNext(output, step.Next);
        output.EndObject();
    }

    private static void WriteOwn(JsonOutput output, StepDefinition step)
    {
        switch (step)
        {
            case SayStepDefinition say:
                output.Required("text", say.Text);
                output.Optional("show", say.Show, BlockWriter.Write);
                output.Optional("variants", say.Variants, VariantWriter.Write);
                break;
            case HandoffStepDefinition handoff:
                HandoffWriter.Write(output, handoff);
                break;
            case CallStepDefinition call:
                CallWriter.Write(output, call);
                break;
            case WaitStepDefinition wait:
                TimeWriter.Write(output, wait);
                break;
            case AskStepDefinition ask:
                Write(output, ask);
                break;
            case SetStepDefinition set:
                output.RequiredMap("values", set.Values, Write);
                break;
            case DecideStepDefinition decide:
                DecideStepWriter.Write(output, decide);
                break;
            case EachStepDefinition each:
                Write(output, each);
                break;
            case RunStepDefinition run:
                output.Required("flow", run.Flow);
                RunWriter.Write(output, run.With, run.Save);
                break;
            case TicketStepDefinition ticket:
                output.Required("ticket", ticket.Ticket);
                output.Optional("text", ticket.Text);
                output.Optional("show", ticket.Show, BlockWriter.Write);
                break;
            case EndStepDefinition end:
                output.Word("outcome", EndStepReader.Outcomes, end.Outcome);
                output.Optional("text", end.Text);
                output.Optional("show", end.Show, BlockWriter.Write);
                TimeWriter.Write(output, end.FollowUp);
                break;
        }
    }

    private static void Write(JsonOutput output, AskStepDefinition ask)
    {
        output.Required("text", ask.Text);
        output.Optional("show", ask.Show, BlockWriter.Write);
        output.Optional("variants", ask.Variants, VariantWriter.Write);
        output.Name("answer");
        AnswerWriter.Write(output, ask.Answer);
        output.Optional("save", ask.Save);
        if (ask.Sensitive)
        {
            output.Name("sensitive");
            output.Flag(true);
        }

        output.Optional("confirm", ask.Confirm);
        if (ask.WhenKnown != KnownAnswerPolicy.Skip)
        {
            output.Word("when_known", AskStepReader.Policies, ask.WhenKnown);
        }

        if (ask.Measure is { } measure)
        {
            output.Word("measure", AskStepReader.Measures, measure);
        }

        RootWriter.Write(output, ask.Retry);
        TimeWriter.Write(output, ask.Silence);
        RootWriter.Write(output, ask.Fallback);
    }

    private static void Write(JsonOutput output, EachStepDefinition each)
    {
        output.Required("in", each.In);
        output.Required("as", each.As);
        output.Optional("where", each.Where);
        output.Optional("order_by", each.OrderBy);
        output.Required("steps", each.Steps, Write);
        output.OptionalMap("collect", each.Collect, Write);
        if (each.OnFailure is { } policy)
        {
            output.Word("on_failure", EachStepReader.Policies, policy);
        }
    }

    private static void Write(JsonOutput output, AssignmentDefinition assignment) => output.Required(assignment.Name, assignment.Value);

    private static void WriteNext(JsonOutput output, EquatableArray<RouteDefinition> routes) => WriteRoutes(output, "next", routes);

    /// <summary>A member with routes, if there are any.</summary>
    public static void WriteRoutes(JsonOutput output, string name, EquatableArray<RouteDefinition> routes)
    {
        if (routes is [{ When: null } only])
        {
            output.Required(name, only.Goto);
            return;
        }

        output.Optional(name, routes, static (output, route) =>
        {
            output.StartObject();
            output.Optional("when", route.When);
            output.Required("goto", route.Goto);
            output.EndObject();
        });
    }
}
