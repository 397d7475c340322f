using System.Collections.Immutable;
using System.Globalization;
using GuidanceFlow.Commands;
using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Translations;

/// <summary>Lists the texts of a flow. Thread-safe.</summary>
public static class FlowTexts
{
    /// <summary>Everything in a flow that a translation gives in its language, the flow's title and retries, knowledge, partials, tickets, commands, interrupts, what is for upset customers, stages, then the steps, those of interrupts last, each in the order of the flow.</summary>
    /// <param name="flow">The flow.</param>
    public static ImmutableArray<FlowText> Of(FlowDefinition flow)
    {
        ArgumentNullException.ThrowIfNull(flow);
        var list = new Collector();
        SourcePath root = SourcePath.Root;
        list.Add(TextPart.Flow, string.Empty, "title", root.Member("title"), flow.Title);
        AddRetry(list, TextPart.Flow, string.Empty, root, flow.Retry);
        AddSilence(list, TextPart.Flow, string.Empty, root, flow.Silence);
        list.Add(TextPart.Flow, string.Empty, "expiry.text", root.Member("expiry").Member("text"), flow.Expiry?.Text);
        foreach (KnowledgeDefinition entry in flow.Knowledge)
        {
            SourcePath path = root.Member("knowledge").Member(entry.Id);
            list.Add(TextPart.Knowledge, entry.Id, "title", path.Member("title"), entry.Title);
            list.Add(TextPart.Knowledge, entry.Id, "url", path.Member("url"), entry.Url);
        }

        foreach (PartialDefinition partial in flow.Partials)
        {
            list.Add(TextPart.Partial, partial.Id, "text", root.Member("partials").Member(partial.Id), partial.Text);
        }

        foreach (TicketDefinition ticket in flow.Tickets)
        {
            SourcePath path = root.Member("tickets").Member(ticket.Id);
            list.Add(TextPart.Ticket, ticket.Id, "subject", path.Member("subject"), ticket.Subject);
            list.Add(TextPart.Ticket, ticket.Id, "body", path.Member("body"), ticket.Body);
        }

        foreach (CommandDefinition command in flow.Commands.Where(command => !command.Off))
        {
            string id = CommandNames.Of(command.Command);
            SourcePath path = root.Member("commands").Member(id);
            list.Add(new FlowText(new TextKey(TextPart.Command, id, "words"), path.Member("words"), command.Words));
            list.Add(TextPart.Command, id, "text", path.Member("text"), command.Text);
        }

        foreach (InterruptDefinition interrupt in flow.Interrupts)
        {
            list.Add(new FlowText(new TextKey(TextPart.Interrupt, interrupt.Id, "phrases"), root.Member("interrupts").Member(interrupt.Id).Member("phrases"), interrupt.Phrases));
        }

        if (flow.Upset is { } upset)
        {
            list.Add(new FlowText(new TextKey(TextPart.Flow, string.Empty, "upset.words"), root.Member("upset").Member("words"), upset.Words));
            for (int i = 0; i < upset.Texts.Count; i++)
            {
                list.Add(TextPart.Flow, string.Empty, string.Create(CultureInfo.InvariantCulture, $"upset.texts.{i}"), root.Member("upset").Member("texts").Item(i), upset.Texts[i]);
            }
        }

        for (int i = 0; i < flow.Stages.Count; i++)
        {
            SourcePath path = root.Member("stages").Item(i);
            list.Add(TextPart.Stage, flow.Stages[i].Id, "title", path.Member("title"), flow.Stages[i].Title);
            AddRetry(list, TextPart.Stage, flow.Stages[i].Id, path, flow.Stages[i].Retry);
            AddSilence(list, TextPart.Stage, flow.Stages[i].Id, path, flow.Stages[i].Silence);
        }

        for (int i = 0; i < flow.Stages.Count; i++)
        {
            AddSteps(list, flow.Stages[i].Steps, root.Member("stages").Item(i).Member("steps"));
        }

        foreach (InterruptDefinition interrupt in flow.Interrupts)
        {
            AddSteps(list, interrupt.Steps, root.Member("interrupts").Member(interrupt.Id).Member("steps"));
        }

        return list.ToImmutable();
    }

    /// <summary>The words for commands that the flow does not name. It has none itself, but a language that the library knows no words of needs some.</summary>
    internal static IEnumerable<FlowText> WordsOfUnnamedCommands(FlowDefinition flow) => Enum.GetValues<SessionCommand>()
        .Where(command => !flow.Commands.Any(named => named.Command == command))
        .Select(CommandNames.Of)
        .Select(id => new FlowText(new TextKey(TextPart.Command, id, "words"), SourcePath.Root.Member("commands").Member(id).Member("words"), default));

    private static void AddRetry(Collector list, TextPart part, string id, SourcePath owner, RetryDefinition? retry)
    {
        AddRetry(list, part, id, owner, "texts", retry?.Texts ?? default);
        AddRetry(list, part, id, owner, "invalid", retry?.Invalid ?? default);
    }

    private static void AddRetry(Collector list, TextPart part, string id, SourcePath owner, string member, EquatableArray<string> texts) =>
        AddAll(list, part, id, owner, "retry", member, texts);

    private static void AddSilence(Collector list, TextPart part, string id, SourcePath owner, SilenceDefinition? silence) =>
        AddAll(list, part, id, owner, "silence", "texts", silence?.Texts ?? default);

    private static void AddAll(Collector list, TextPart part, string id, SourcePath owner, string group, string member, EquatableArray<string> texts)
    {
        for (int i = 0; i < texts.Count; i++)
        {
            list.Add(part, id, string.Create(CultureInfo.InvariantCulture, $"{group}.{member}.{i}"), owner.Member(group).Member(member).Item(i), texts[i]);
        }
    }

    private static void AddSteps(Collector list, EquatableArray<StepDefinition> steps, SourcePath path)
    {
        for (int i = 0; i < steps.Count; i++)
        {
            AddStep(new StepTexts(list, steps[i].Id, path.Item(i)), steps[i]);
            if (steps[i] is EachStepDefinition each)
            {
                AddSteps(list, each.Steps, path.Item(i).Member("steps"));
            }
        }
    }

    private static void AddStep(StepTexts texts, StepDefinition step)
    {
        texts.Add(step.Title, "title");
        switch (step)
        {
            case SayStepDefinition say:
                AddMessage(texts, say.Text, say.Show);
                AddVariants(texts, say.Variants);
                break;
            case AnsweredStepDefinition ask:
                AddMessage(texts, ask.Text, ask.Show);
                AddVariants(texts, ask.Variants);
                AddAnswer(texts, ask.Answer);
                if (ask is AskStepDefinition question)
                {
                    texts.Add(question.Confirm, "confirm");
                    texts.AddAll(question.Retry?.Texts ?? default, "retry", "texts");
                    texts.AddAll(question.Retry?.Invalid ?? default, "retry", "invalid");
                }

                texts.AddAll(ask.Silence?.Texts ?? default, "silence", "texts");

                break;
            case HandoffStepDefinition handoff:
                AddMessage(texts, handoff.Text, handoff.Show);
                texts.Add(handoff.Situation, "situation");
                texts.AddAll(handoff.Silence?.Texts ?? default, "silence", "texts");
                break;
            case CallStepDefinition call:
                texts.Add(call.Text, "text");
                break;
            case TicketStepDefinition ticket:
                AddMessage(texts, ticket.Text, ticket.Show);
                break;
            case EndStepDefinition end:
                AddMessage(texts, end.Text, end.Show);
                break;
        }
    }

    private static void AddMessage(StepTexts texts, string? text, EquatableArray<BlockDefinition> show)
    {
        texts.Add(text, "text");
        for (int i = 0; i < show.Count; i++)
        {
            StepTexts block = texts.Inside("show").Inside(i);
            switch (show[i])
            {
                case TableBlockDefinition table:
                    block.Add(table.Title, "title");
                    block.AddAll(table.Columns, "columns");
                    block.AddAll(table.RowsFrom?.Cells ?? default, "rows", "cells");
                    for (int row = 0; row < table.Rows.Count; row++)
                    {
                        block.Inside("rows").Inside(row).AddAll(table.Rows[row]);
                    }

                    break;
                case ImageBlockDefinition image:
                    block.Add(image.Url, "url");
                    block.Add(image.Alt, "alt");
                    block.Add(image.Caption, "caption");
                    break;
                case ChecklistBlockDefinition checklist:
                    block.Add(checklist.Title, "title");
                    for (int item = 0; item < checklist.Items.Count; item++)
                    {
                        block.Inside("items").Inside(item).Add(checklist.Items[item].Text, "text");
                    }

                    break;
            }
        }
    }

    private static void AddVariants(StepTexts texts, EquatableArray<VariantDefinition> variants)
    {
        for (int i = 0; i < variants.Count; i++)
        {
            texts.Inside("variants").Inside(i, variants[i].Id).Add(variants[i].Text, "text");
        }
    }

    private static void AddAnswer(StepTexts texts, AnswerDefinition answer)
    {
        StepTexts inside = texts.Inside("answer");
        inside.Add(answer.Message, "message");
        if (answer is NumberAnswerDefinition number)
        {
            inside.Add(number.Unit, "unit");
        }
        else if (answer is YesNoAnswerDefinition yesNo)
        {
            inside.AddList(yesNo.Yes, "yes");
            inside.AddList(yesNo.No, "no");
        }
        else if (answer is OptionsAnswerDefinition choice)
        {
            inside.Inside("options").Add(choice.Listed?.Label, "label");
            for (int i = 0; i < choice.Options.Count; i++)
            {
                OptionDefinition option = choice.Options[i];
                StepTexts words = inside.Inside("options").Inside(i, option.Value);
                words.Add(option.Label ?? option.Value, "label");
                words.AddList(option.Synonyms, "synonyms");
            }
        }
    }

    /// <summary>The texts so far.</summary>
    private sealed class Collector
    {
        private readonly ImmutableArray<FlowText>.Builder _texts = ImmutableArray.CreateBuilder<FlowText>();

        public void Add(TextPart part, string id, string member, SourcePath path, string? text)
        {
            if (!string.IsNullOrEmpty(text))
            {
                Add(new FlowText(new TextKey(part, id, member), path, [text]));
            }
        }

        public void Add(FlowText text) => _texts.Add(text);

        public ImmutableArray<FlowText> ToImmutable() => _texts.ToImmutable();
    }

    /// <summary>A place inside a step.</summary>
    private readonly struct StepTexts(Collector list, string step, SourcePath path, string prefix = "")
    {
        public StepTexts Inside(string member) => new(list, step, path.Member(member), prefix + member + ".");

        public StepTexts Inside(int item) => Inside(item, item.ToString(CultureInfo.InvariantCulture));

        public StepTexts Inside(int item, string name) => new(list, step, path.Item(item), prefix + name + ".");

        public void Add(string? text, string member) => list.Add(TextPart.Step, step, prefix + member, path.Member(member), text);

        public void AddList(EquatableArray<string> words, string member) =>
            list.Add(new FlowText(new TextKey(TextPart.Step, step, prefix + member), path.Member(member), words));

        public void AddAll(EquatableArray<string> texts, string member) => Inside(member).AddAll(texts);

        public void AddAll(EquatableArray<string> texts, string outer, string member) => Inside(outer).AddAll(texts, member);

        public void AddAll(EquatableArray<string> texts)
        {
            for (int i = 0; i < texts.Count; i++)
            {
                list.Add(TextPart.Step, step, prefix + i.ToString(CultureInfo.InvariantCulture), path.Item(i), texts[i]);
            }
        }
    }
}
