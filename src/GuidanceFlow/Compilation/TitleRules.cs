using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Templates.Binding;

namespace GuidanceFlow.Compilation;

/// <summary>
/// Warns, in a flow of several languages, of stages and questions without a title whose title is shown: their id stands in for it, and
/// an id has no translation.
/// </summary>
internal static class TitleRules
{
    public static void Run(CompilationContext context)
    {
        if (context.Definition.Locales.Count < 2)
        {
            return;
        }

        bool showsStages = ShowsProgress(context);
        bool showsQuestions = false;
        var shown = new HashSet<int>();
        foreach (TemplateUse use in context.Uses)
        {
            foreach (NameUse read in use.Reads)
            {
                showsStages |= Is(read, Slot.Stage, (int)StageMember.Title) || Is(read, Slot.Fallback, (int)FallbackMember.StageTitle);
                showsQuestions |= Is(read, Slot.Session, (int)SessionMember.PathTitles) || Is(read, Slot.Fallback, (int)FallbackMember.StepTitle);
                if (Is(read, Slot.Step, (int)StepMember.Title))
                {
                    shown.Add(use.Step);
                }
            }
        }

        for (int i = 0; showsStages && i < context.Definition.Stages.Count; i++)
        {
            StageDefinition stage = context.Definition.Stages[i];
            if (stage.Title is null)
            {
                Report(context, SourcePath.Root.Member("stages").Item(i), "stage", stage.Id);
            }
        }

        foreach (StepPlace place in context.Places)
        {
            if (place.Definition.Title is null && (shown.Contains(place.Index) || (showsQuestions && place.Definition is AnsweredStepDefinition)))
            {
                Report(context, place.Path, "step", place.Definition.Id);
            }
        }
    }

    private static bool Is(NameUse read, int kind, int member) => read.Slot == Slot.Of(kind, member);

    /// <summary>Whether the customer sees where among several stages they are.</summary>
    private static bool ShowsProgress(CompilationContext context) =>
        context.Stages.Count(stage => stage.Number > 0) > 1 && context.Places.Exists(GuidanceRules.ShowsProgress);

    private static void Report(CompilationContext context, SourcePath path, string what, string id) => context.Report(
        DiagnosticCatalog.NoTitle,
        path,
        $"The {what} '{id}' has no title, so readers of every language see '{id}' where its title is shown. Give it a 'title', which is translated.");
}
