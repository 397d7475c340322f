using GuidanceFlow.Answers;
using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Binding;

namespace GuidanceFlow.Compilation;

/// <summary>Compiles options made from a list: it must be one, its items have what is read of them, and a value is a text.</summary>
internal sealed class ListedOptionsLowering(CompilationContext context, Scopes scopes, TemplateBinder binder)
{
    /// <summary>The list; null where the options are written out.</summary>
    public ListedOptions? Lower(StepPlace place, OptionsAnswerDefinition answer)
    {
        if (answer.Listed is not { } listed)
        {
            return null;
        }

        SourcePath path = place.Path.Member("answer").Member("options").Kept();
        INameScope outer = scopes.Around(place);
        SourcePath name = listed.As == ListedOptionsDefinition.DefaultItem ? path : path.Member("as");
        DeclarationChecks.CheckName(context, listed.As, name, isName: false);
        if (outer.TryResolve(listed.As, out _))
        {
            context.Report(DiagnosticCatalog.DuplicateName, name, $"'{listed.As}' is a name of the flow already. Call the item something else with 'as'.");
        }

        Expression from = binder.Expression(listed.From, outer, path.Member("from"), place.Index, UsePhase.Entry, StaticType.List(StaticType.Any), "This list may be null. Add '?? []'.");
        INameScope scope = scopes.WithOption(outer, listed.As, from.Type.Item ?? StaticType.Any);
        return new ListedOptions(
            from,
            binder.Guard(listed.Where, scope, path.Member("where"), place.Index, UsePhase.Entry),
            binder.Expression(listed.Value, scope, path.Member("value"), place.Index, UsePhase.Entry, StaticType.Text, "This value may be null, and then nothing could be saved. Add '?? …', or leave such items out with 'where'."),
            LabelOf(listed, scope, path, place, binder));
    }

    /// <summary>The same with labels in another language.</summary>
    public ListedOptions? Translate(ListedOptions? source, StepPlace place, OptionsAnswerDefinition answer, TemplateBinder translator) => source is null
        ? null
        : source with
        {
            Label = LabelOf(
                answer.Listed!,
                scopes.WithOption(scopes.Around(place), answer.Listed!.As, source.From.Type.Item ?? StaticType.Any),
                place.Path.Member("answer").Member("options").Kept(),
                place,
                translator),
        };

    private static Template? LabelOf(ListedOptionsDefinition listed, INameScope scope, SourcePath path, StepPlace place, TemplateBinder language) =>
        listed.Label is null ? null : language.Template(listed.Label, scope, path.Member("label"), place.Index, UsePhase.Entry);
}
