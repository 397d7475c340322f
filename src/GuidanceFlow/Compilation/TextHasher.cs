using System.Collections.Immutable;
using System.Globalization;
using GuidanceFlow.Definitions;

namespace GuidanceFlow.Compilation;

/// <summary>The hash over what customers and agents read. Texts are known by their place: the ids they belong to are part of the structure.</summary>
internal sealed class TextHasher : IDisposable
{
    private readonly PartsHash _hash = new();

    /// <summary>Over what customers and agents read, in all languages.</summary>
    public static string Hash(FlowDefinition flow, ImmutableArray<TranslationDefinition> translations)
    {
        using var hasher = new TextHasher();
        hasher.Add(flow.Title);
        hasher.AddRetry(flow.Retry);
        hasher.AddSilence(flow.Silence);
        hasher.Add(flow.Expiry?.Text);
        hasher.AddAll(flow.Locales);
        foreach (KnowledgeDefinition entry in flow.Knowledge)
        {
            hasher.Add(entry.Id, entry.Title, entry.Url, entry.Kind.ToString());
        }

        foreach (PartialDefinition partial in flow.Partials)
        {
            hasher.Add(partial.Id, partial.Text);
        }

        foreach (TicketDefinition ticket in flow.Tickets)
        {
            hasher.Add(ticket.Subject, ticket.Body);
        }

        foreach (CommandDefinition command in flow.Commands)
        {
            hasher.Add("command", command.Only ? "only" : null, command.Text);
            hasher.AddAll(command.Words);
        }

        foreach (InterruptDefinition interrupt in flow.Interrupts)
        {
            hasher.AddAll(interrupt.Phrases);
            hasher.AddTexts(interrupt.Steps);
        }

        hasher.AddAll(flow.Upset?.Words ?? default);
        hasher.AddAll(flow.Upset?.Texts ?? default);
        foreach (StageDefinition stage in flow.Stages)
        {
            hasher.Add(stage.Title);
            hasher.AddRetry(stage.Retry);
            hasher.AddSilence(stage.Silence);
            hasher.AddTexts(stage.Steps);
        }

        foreach (TranslationDefinition translation in translations)
        {
            hasher.Add("translation", translation.Locale);
            foreach (TranslationEntry entry in translation.Entries)
            {
                hasher.Add(entry.Key.ToString());
                hasher.AddAll(entry.Texts);
            }
        }

        hasher.AddMigration(flow.Migrate);
        return hasher._hash.Finish();
    }

    public void Dispose() => _hash.Dispose();

    private void AddTexts(EquatableArray<StepDefinition> steps)
    {
        foreach (StepDefinition step in steps)
        {
            Add(step.Type, step.Title);
            switch (step)
            {
                case SayStepDefinition say:
                    Add(say.Text);
                    AddBlocks(say.Show);
                    AddVariants(say.Variants);
                    break;
                case AnsweredStepDefinition ask:
                    Add(ask.Text);
                    AddBlocks(ask.Show);
                    AddVariants(ask.Variants);
                    Add((ask as AskStepDefinition)?.Confirm);
                    AddRetry((ask as AskStepDefinition)?.Retry);
                    AddSilence(ask.Silence);
                    Add((ask.Answer as NumberAnswerDefinition)?.Unit, ask.Answer.Message);
                    if (ask.Answer is YesNoAnswerDefinition yesNo)
                    {
                        AddAll(yesNo.Yes);
                        AddAll(yesNo.No);
                    }

                    Add((ask.Answer as OptionsAnswerDefinition)?.Listed?.Label);
                    foreach (OptionDefinition option in (ask.Answer as OptionsAnswerDefinition)?.Options ?? [])
                    {
                        Add("option", option.Label);
                        AddAll(option.Synonyms);
                    }

                    break;
                case EachStepDefinition each:
                    AddTexts(each.Steps);
                    break;
                case HandoffStepDefinition handoff:
                    Add(handoff.Text, handoff.Situation);
                    AddBlocks(handoff.Show);
                    if (handoff.Silence is { Texts.IsEmpty: false } reminders)
                    {
                        AddSilence(reminders);
                    }

                    break;
                case CallStepDefinition call:
                    Add(call.Text);
                    break;
                case TicketStepDefinition ticket:
                    Add(ticket.Text);
                    AddBlocks(ticket.Show);
                    break;
                case EndStepDefinition end:
                    Add(end.Text);
                    AddBlocks(end.Show);
                    break;
            }
        }
    }

    private void AddVariants(EquatableArray<VariantDefinition> variants)
    {
        foreach (VariantDefinition variant in variants)
        {
            Add("variant", variant.Id, variant.When, variant.Weight?.ToString(CultureInfo.InvariantCulture), variant.Text);
        }
    }

    private void AddBlocks(EquatableArray<BlockDefinition> blocks)
    {
        Add(blocks.Count.ToString(CultureInfo.InvariantCulture));
        foreach (BlockDefinition block in blocks)
        {
            Add(block.Type);
            switch (block)
            {
                case TableBlockDefinition table:
                    Add(table.Title, table.RowsFrom?.From, table.RowsFrom?.As);
                    AddAll(table.Columns);
                    AddAll(table.RowsFrom?.Cells ?? []);
                    foreach (EquatableArray<string> row in table.Rows)
                    {
                        AddAll(row);
                    }

                    break;
                case ChecklistBlockDefinition checklist:
                    Add(checklist.Title);
                    foreach (ChecklistItemDefinition item in checklist.Items)
                    {
                        Add(item.Text, item.Done);
                    }

                    break;
                case KnowledgeBlockDefinition knowledge:
                    Add(knowledge.Id);
                    break;
                case ImageBlockDefinition image:
                    Add(image.Url, image.Alt, image.Caption);
                    break;
            }
        }
    }

    /// <summary>How older sessions come to the version, which may change under those that are there: it decides nothing any more.</summary>
    private void AddMigration(MigrationDefinition? migrate)
    {
        // Flows without it keep the hash they had before there was any.
        if (migrate is null)
        {
            return;
        }

        Add("migrate", migrate.Unmapped.ToString());
        AddAll(migrate.From.Select(version => version.ToString(CultureInfo.InvariantCulture)).ToEquatableArray());
        foreach (StepMappingDefinition step in migrate.Steps)
        {
            Add("step", step.Old, step.New);
        }

        foreach (AssignmentDefinition datum in migrate.Data)
        {
            Add("datum", datum.Name, datum.Value);
        }
    }

    private void AddRetry(RetryDefinition? retry)
    {
        AddAll(retry?.Texts ?? []);
        AddAll(retry?.Invalid ?? []);
    }

    private void AddSilence(SilenceDefinition? silence) => AddAll(silence?.Texts ?? []);

    private void AddAll(EquatableArray<string> texts) => _hash.AddAll(texts);

    private void Add(params ReadOnlySpan<string?> parts) => _hash.Add(parts);
}
