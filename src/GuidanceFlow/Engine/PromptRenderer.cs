using GuidanceFlow.Definitions;
using GuidanceFlow.Prompts;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow.Engine;

/// <summary>Makes messages and blocks from their templates.</summary>
internal static class PromptRenderer
{
    public static Message Render(EvaluationContext context, CompiledPrompt prompt, MessageKind kind)
    {
        string text = Render(context, prompt.Variants.Length == 0 ? prompt.Text : VariantChoice.Choose(context, prompt));
        return new Message(context.Flow.Nodes[context.Step].Id, kind, text, RenderBlocks(context, prompt.Blocks));
    }

    /// <summary>A text as customers may read it.</summary>
    public static string Render(EvaluationContext context, Template template) => Secrets.Hide(context, template.Render(context, context.Settings), template);

    private static EquatableArray<Block> RenderBlocks(EvaluationContext context, CompiledBlock[] blocks)
    {
        if (blocks.Length == 0)
        {
            return default;
        }

        var rendered = new List<Block>(blocks.Length);
        foreach (CompiledBlock block in blocks)
        {
            switch (block)
            {
                case CompiledTable table:
                    rendered.Add(RenderTable(context, table));
                    break;
                case CompiledChecklist checklist:
                    rendered.Add(RenderChecklist(context, checklist));
                    break;
                case CompiledKnowledge knowledge:
                    rendered.Add(knowledge.Block);
                    break;
                case CompiledImage image:
                    rendered.Add(new ImageBlock(image.Url, Render(context, image.Alt), Optional(context, image.Caption)));
                    break;
                case CompiledProgress when context.Flow.Nodes[context.Step].Stage is { Number: > 0 } stage:
                    rendered.Add(new ProgressBlock(stage.Number, stage.Count, stage.Titles.In(context.Locale)));
                    break;
            }
        }

        return rendered.ToEquatableArray();
    }

    private static TableBlock RenderTable(EvaluationContext context, CompiledTable table)
    {
        var rows = new List<EquatableArray<string>>();
        if (table.From is null)
        {
            foreach (Template[] row in table.Rows)
            {
                rows.Add(RenderAll(context, row));
            }
        }
        else if (table.From.Evaluate(context, context.Settings).TryGetList(out ValueList? items))
        {
            Value outer = context.RowItem;
            foreach (Value item in items)
            {
                context.RowItem = item;
                rows.Add(RenderAll(context, table.Cells));
            }

            context.RowItem = outer;
        }

        return new TableBlock(Optional(context, table.Title), RenderAll(context, table.Columns), rows.ToEquatableArray());
    }

    private static ChecklistBlock RenderChecklist(EvaluationContext context, CompiledChecklist checklist) => new(
        Optional(context, checklist.Title),
        checklist.Items
            .Select(item => new ChecklistItem(Render(context, item.Text), item.Done?.EvaluateBoolean(context, context.Settings)))
            .ToEquatableArray());

    private static EquatableArray<string> RenderAll(EvaluationContext context, Template[] templates) =>
        templates.Select(template => Render(context, template)).ToEquatableArray();

    private static string? Optional(EvaluationContext context, Template? template) => template is null ? null : Render(context, template);
}
