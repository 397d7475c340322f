namespace GuidanceFlow.Compilation;

/// <summary>The passes in their order. Each reports all it finds; a later pass runs only on what the earlier ones made sound.</summary>
internal static class CompilationPasses
{
    public static Flow? Run(CompilationContext context)
    {
        TranslationChecks.Run(context);
        Outline.Build(context);
        if (context.Places.Count == 0)
        {
            return null;
        }

        DeclarationChecks.Run(context);
        TicketGrade.Check(context);
        MigrationChecks.Run(context);
        PlainTextChecks.Run(context);
        context.Commands = CommandLowering.Run(context);
        context.PersonTarget = CommandLowering.PersonTarget(context);
        FlowStep[] nodes = StepLowering.Run(context);
        GuidanceRules.Run(context);
        YesNoRules.Run(context);
        CommandRules.Run(context);
        TitleRules.Run(context);

        // Paths make sense only when every route leads somewhere. They are the same in all languages, so that an author need not wait for translations.
        if (context.HasErrorsInFlow)
        {
            return null;
        }

        FlowGraph graph = FlowGraph.Build(context, nodes);
        Reachability.Run(context, graph);
        BusyCycles.Run(context, graph);
        if (!context.HasErrorsInFlow)
        {
            FallbackCycles.Run(context, graph);
        }

        DefiniteAssignment.Run(context, graph);
        return context.HasErrors ? null : FlowAssembly.Make(context, nodes);
    }
}
