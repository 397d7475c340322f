using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Prompts;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Binding;

namespace GuidanceFlow.Compilation;

/// <summary>Compiles messages and their blocks.</summary>
/// <param name="context">What is compiled.</param>
/// <param name="scopes">The names that templates see.</param>
/// <param name="binder">Compiles templates.</param>
/// <param name="texts">The language; null for the flow's own.</param>
internal sealed class PromptLowering(CompilationContext context, Scopes scopes, TemplateBinder binder, TranslatedTexts? texts)
{
    private readonly Dictionary<string, KnowledgeDefinition> _knowledge =
        context.Definition.Knowledge.DistinctBy(entry => entry.Id, StringComparer.Ordinal).ToDictionary(entry => entry.Id, StringComparer.Ordinal);

    private readonly VariantLowering _variants = new(context, binder, reports: texts is null);

    public CompiledPrompt? Lower(string? text, EquatableArray<BlockDefinition> show, EquatableArray<VariantDefinition> variants, StepPlace place)
    {
        if (text is null && show.IsEmpty)
        {
            return null;
        }

        INameScope scope = scopes.Around(place);
        Template template = binder.Template(text ?? string.Empty, scope, place.Path.Member("text"), place.Index, UsePhase.Entry);
        CompiledBlock[] blocks = show.Count == 0 ? [] : new CompiledBlock[show.Count];
        for (int i = 0; i < blocks.Length; i++)
        {
            blocks[i] = Lower(show[i], scope, place.Path.Member("show").Item(i), place.Index);
        }

        return new CompiledPrompt(template, blocks, variants.IsEmpty ? [] : _variants.Lower(variants, scope, place));
    }

    private CompiledBlock Lower(BlockDefinition block, INameScope scope, SourcePath path, int step)
    {
        switch (block)
        {
            case TableBlockDefinition table:
                return LowerTable(table, scope, path, step);
            case ChecklistBlockDefinition checklist:
                var items = new CompiledChecklistItem[checklist.Items.Count];
                for (int i = 0; i < items.Length; i++)
                {
                    SourcePath item = path.Member("items").Item(i);
                    items[i] = new CompiledChecklistItem(
                        binder.Template(checklist.Items[i].Text, scope, item.Member("text"), step, UsePhase.Entry),
                        binder.Guard(checklist.Items[i].Done, scope, item.Member("done"), step, UsePhase.Entry));
                }

                return new CompiledChecklist(Optional(checklist.Title, scope, path.Member("title"), step), items);
            case KnowledgeBlockDefinition knowledge:
                if (!_knowledge.TryGetValue(knowledge.Id, out KnowledgeDefinition? entry))
                {
                    context.Report(DiagnosticCatalog.UnknownReference, path.Member("id"), $"There is no knowledge entry {Spelling.Quote(knowledge.Id)}.{Hints.DidYouMean(context, knowledge.Id, _knowledge.Keys)}");
                    return new CompiledProgress();
                }

                return new CompiledKnowledge(Knowledge.In(entry, texts));
            case ImageBlockDefinition image:
                SourcePath address = path.Member("url");
                return new CompiledImage(
                    texts?.Find(address, image.Url) ?? image.Url,
                    binder.Template(image.Alt, scope, path.Member("alt"), step, UsePhase.Entry),
                    Optional(image.Caption, scope, path.Member("caption"), step));
            default:
                return new CompiledProgress();
        }
    }

    private CompiledTable LowerTable(TableBlockDefinition table, INameScope scope, SourcePath path, int step)
    {
        Expression? from = null;
        Template[] cells = [];
        if (table.RowsFrom is { } rowsFrom)
        {
            SourcePath rowsPath = path.Member("rows");
            DeclarationChecks.CheckName(context, rowsFrom.As, rowsPath.Member("as"), isName: false);
            from = binder.Expression(rowsFrom.From, scope, rowsPath.Member("from"), step, UsePhase.Entry, StaticType.List(StaticType.Any));
            cells = All(rowsFrom.Cells, scopes.WithRow(scope, rowsFrom.As, from.Type.Item ?? StaticType.Any), rowsPath.Member("cells"), step);
        }

        var rows = new Template[table.Rows.Count][];
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i] = All(table.Rows[i], scope, path.Member("rows").Item(i), step);
        }

        return new CompiledTable(Optional(table.Title, scope, path.Member("title"), step), All(table.Columns, scope, path.Member("columns"), step), rows, from, cells);
    }

    private Template[] All(EquatableArray<string> texts, INameScope scope, SourcePath path, int step)
    {
        var templates = new Template[texts.Count];
        for (int i = 0; i < templates.Length; i++)
        {
            templates[i] = binder.Template(texts[i], scope, path.Item(i), step, UsePhase.Entry);
        }

        return templates;
    }

    private Template? Optional(string? text, INameScope scope, SourcePath path, int step) =>
        text is null ? null : binder.Template(text, scope, path, step, UsePhase.Entry);
}
