using System.Text.Json;
using GuidanceFlow.Answers;
using GuidanceFlow.Compilation;
using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Binding;
using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow.Sessions;

/// <summary>Reads the parts of a snapshot that name steps and data of its flow.</summary>
/// <param name="flow">The flow.</param>
/// <param name="interrupt">The interrupt whose steps the session is among; null for those of the stages.</param>
internal readonly struct SnapshotContent(Flow flow, string? interrupt)
{
    // Longer ids are rare, and the room for them would be cleared at every use.
    private const int LongestName = 64;

    // Flows with more steps or data are rare.
    private const int FewWords = 16;

    public Value[] ReadData(ref Utf8JsonReader reader)
    {
        var data = (Value[])flow.Parts.Defaults.Clone();
        Span<ulong> seen = data.Length <= FewWords * 64 ? stackalloc ulong[FewWords] : new ulong[(data.Length + 63) / 64];
        Expect(ref reader, JsonTokenType.StartObject);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            int slot = SlotOf(ref reader);
            if (!IsFirst(seen, slot))
            {
                throw new SnapshotReferenceException($"The snapshot has the datum '{flow.Parts.Variables[slot].Name}' twice. Remove one of the two.");
            }

            reader.Read();
            Utf8JsonReader before = reader;
            if (!flow.Parts.StoredTypes[slot].TryRead(ref reader, out data[slot]))
            {
                reader = before;
                data[slot] = Fit(flow.Parts.Variables[slot], ref reader);
            }
        }

        return data;
    }

    /// <summary>A datum's value as its type has it.</summary>
    public Value Fit(string name, Value value)
    {
        DataDefinition variable = flow.Parts.Variables[SlotOf(name)];
        if (value.IsNull)
        {
            return value;
        }

        return DataTypes.TryFit(value, variable.Type, variable.Name, out Value fitted, out string problem) ? fitted : throw Misfit(variable, problem);
    }

    /// <summary>Whether an earlier answer is one to its question.</summary>
    public void CheckAnswer(int step, Value value)
    {
        if (flow.Nodes[step] is not AskStep ask)
        {
            throw new SnapshotReferenceException($"The snapshot has an answer to '{flow.Nodes[step].Id}', which is no question.");
        }

        if (OptionOffer.Accept(ask.Answer, value, AnswerMatch.Exact).Kind != AnswerMatchKind.Matched)
        {
            throw new SnapshotReferenceException($"The snapshot's answer to '{ask.Id}' must be {ask.Answer.Wanted}, but is {Shown(ask, value)}.");
        }
    }

    /// <summary>Whether what is being confirmed is an answer to a question that restates its answers.</summary>
    public void CheckConfirming(int step, Confirmation? confirming)
    {
        if (confirming is null)
        {
            return;
        }

        if (step < 0 || flow.Nodes[step] is not AskStep { Confirms: true } || confirming.Denied is < 0 or > Confirmation.MostDenied || (confirming.Denied == 0 && !confirming.IsPending))
        {
            throw new SnapshotReferenceException("The snapshot confirms an answer where no question restates one, or was denied more often than that can be. Take the snapshot as it was written.");
        }

        if (confirming.IsPending)
        {
            CheckAnswer(step, confirming.Answer);
        }
    }

    /// <summary>Whether a question that offers options from a list, and only such a one, has items to offer.</summary>
    public void CheckOffered(int step, Value[]? items)
    {
        if ((step < 0 ? null : SnapshotOptions.ListedOf(flow, step)) is not { } listed)
        {
            _ = items is null ? items : throw new SnapshotReferenceException("The snapshot offers items where no options are made from a list. Take the snapshot as it was written.");
            return;
        }

        if (items is not { Length: > 0 })
        {
            throw new SnapshotReferenceException("The snapshot lacks the member 'offered'. Take the snapshot as it was written.");
        }

        SnapshotOptions.Check(flow.Nodes[step].Id, listed, items);
    }

    /// <summary>The items that answers chose from lists.</summary>
    public StepAnswer[] ReadChosen(ref Utf8JsonReader reader)
    {
        var chosen = new List<StepAnswer>();
        Expect(ref reader, JsonTokenType.StartObject);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            int step = StepOf(ref reader);
            reader.Read();
            chosen.Add(SnapshotOptions.ChosenAt(flow, step, ValueJson.Read(ref reader)));
        }

        return [.. chosen];
    }

    /// <summary>An item that an answer chose from a list.</summary>
    public StepAnswer Chosen(string step, Value items) => SnapshotOptions.ChosenAt(flow, StepOf(step), items);

    /// <summary>The loops of a snapshot, the innermost first; null for none.</summary>
    public EachFrame? Loops(SnapshotLoop[]? loops)
    {
        EachFrame? loop = null;
        for (int i = (loops?.Length ?? 0) - 1; i >= 0; i--)
        {
            loop = Loop(loops![i], loops[i]?.Items, loop);
        }

        return loop;
    }

    /// <summary>A loop as it is in a snapshot.</summary>
    public EachFrame Loop(SnapshotLoop? entry, Value[]? items, EachFrame? outer)
    {
        if (entry is null || items is null || entry.Index < 0 || entry.Index >= items.Length)
        {
            throw new SnapshotReferenceException($"The snapshot's loop '{entry?.Step}' has no item {entry?.Index}.");
        }

        int step = StepOf(entry.Step);
        CheckItems(step, items);
        return new EachFrame(step, items, entry.Index, entry.Failed, outer);
    }

    private Value Fit(DataDefinition variable, ref Utf8JsonReader reader)
    {
        Value value;
        try
        {
            value = ValueJson.Read(ref reader);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            throw new SnapshotReferenceException($"The snapshot's datum '{variable.Name}' must be {variable.Type.ToStaticType()}, but is no value that a snapshot writes.");
        }

        if (value.IsNull)
        {
            return variable.Optional ? value : throw new SnapshotReferenceException($"The snapshot's datum '{variable.Name}' must not be null.");
        }

        return DataTypes.TryFit(value, variable.Type, variable.Name, out Value fitted, out string problem) ? fitted : throw Misfit(variable, problem);
    }

    /// <summary>Answers by step.</summary>
    /// <param name="reader">At the object.</param>
    /// <param name="anywhere">Whether they may belong to steps of any interrupt, as what is known may.</param>
    public StepAnswer[] ReadAnswers(ref Utf8JsonReader reader, bool anywhere = false)
    {
        var answers = new StepAnswer[8];
        int count = 0;
        Span<ulong> seen = flow.Nodes.Length <= FewWords * 64 ? stackalloc ulong[FewWords] : new ulong[(flow.Nodes.Length + 63) / 64];
        Expect(ref reader, JsonTokenType.StartObject);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            int step = StepOf(ref reader);
            if (flow.Nodes[step] is not AskStep ask || (!anywhere && ask.Stage.Interrupt != interrupt))
            {
                throw new SnapshotReferenceException($"The snapshot has an answer to '{flow.Nodes[step].Id}', which is no question there.");
            }

            if (!IsFirst(seen, step))
            {
                throw new SnapshotReferenceException($"The snapshot has two answers to '{ask.Id}'. Remove one of the two.");
            }

            if (count == answers.Length)
            {
                Array.Resize(ref answers, count * 2);
            }

            reader.Read();
            answers[count++] = new StepAnswer(step, ReadAnswer(ref reader, ask));
        }

        return answers.AsSpan(0, count).ToArray();
    }

    /// <summary>Lets data that hold an answer hold the very same text, as they do while a session runs: a waiting session takes less memory.</summary>
    public void ShareAnswers(StepAnswer[]? answers, Value[]? data)
    {
        if (answers is null || data is null)
        {
            return;
        }

        foreach (StepAnswer answer in answers)
        {
            if (answer.Value.Kind == ValueKind.Text && ((AskStep)flow.Nodes[answer.Step]).SaveSlot is >= 0 and int slot && data[slot] == answer.Value)
            {
                data[slot] = answer.Value;
            }
        }
    }

    /// <summary>An answer; that of a choice is the option's own text.</summary>
    private static Value ReadAnswer(ref Utf8JsonReader reader, AskStep ask)
    {
        switch (ask.Answer)
        {
            case ChoiceSpec { Listed: not null } when reader.TokenType == JsonTokenType.String:
                return Value.From(reader.GetString());
            case ChoiceSpec choice when reader.TokenType == JsonTokenType.String:
                foreach (ChoiceOption option in choice.Options)
                {
                    if (reader.ValueTextEquals(option.Value))
                    {
                        return Value.From(option.Value);
                    }
                }

                break;
            case ChoicesSpec choices when reader.TokenType == JsonTokenType.StartArray:
                return ReadChoices(ref reader, ask, choices);
            case AttachmentSpec when reader.TokenType == JsonTokenType.StartArray:
                return ReadReferences(ref reader, ask);
            case YesNoSpec when reader.TokenType is JsonTokenType.True or JsonTokenType.False:
                return Value.From(reader.TokenType == JsonTokenType.True);
            case TextSpec or EmailSpec or PhoneSpec when reader.TokenType == JsonTokenType.String:
                return Value.From(reader.GetString());
            case DateSpec when reader.TokenType == JsonTokenType.StartObject && ValueJson.Read(ref reader).TryGetDate(out DateTime date):
                return Value.From(date);
            case RatingSpec rating when reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out long stars) && stars >= rating.From && stars <= rating.Scale:
                return Value.From(stars);
            case NumberSpec { Definition.Integer: true } when reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out long integer) && IsInBounds(ask.Answer, integer):
                return Value.From(integer);
            case NumberSpec { Definition.Integer: false } when reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out double number) && double.IsFinite(number) && IsInBounds(ask.Answer, number):
                return Value.From(number);
        }

        throw new SnapshotReferenceException($"The snapshot's answer to '{ask.Id}' must be {ask.Answer.Wanted}, but is {Shown(ask, ValueJson.Read(ref reader))}.");
    }

    private static Value ReadChoices(ref Utf8JsonReader reader, AskStep ask, ChoicesSpec choices)
    {
        Value value = ValueJson.Read(ref reader);
        return OptionOffer.Accept(choices, value, AnswerMatch.Exact) is { Kind: AnswerMatchKind.Matched } match
            ? match.Value
            : throw new SnapshotReferenceException($"The snapshot's answer to '{ask.Id}' must be {ask.Answer.Wanted}, but is {Shown(ask, value)}.");
    }

    private static Value ReadReferences(ref Utf8JsonReader reader, AskStep ask)
    {
        Value value = ValueJson.Read(ref reader);
        return OptionOffer.Accept(ask.Answer, value, AnswerMatch.Exact).Kind == AnswerMatchKind.Matched
            ? value
            : throw new SnapshotReferenceException($"The snapshot's answer to '{ask.Id}' must be {ask.Answer.Wanted}, but is {Shown(ask, value)}.");
    }

    private static bool IsInBounds(AnswerSpec spec, double number) =>
        spec is NumberSpec { Definition: var bounds } && !(number < bounds.Min) && !(number > bounds.Max);

    private static bool IsFirst(Span<ulong> seen, int index)
    {
        ulong bit = 1ul << (index & 63);
        bool isFirst = (seen[index >> 6] & bit) == 0;
        seen[index >> 6] |= bit;
        return isFirst;
    }

    /// <summary>Whether the items of a loop are what its list is made of, as far as the flow tells.</summary>
    public void CheckItems(int step, Value[] items)
    {
        if (flow.Nodes[step] is not EachStep each)
        {
            throw new SnapshotReferenceException($"The snapshot is in the loop '{flow.Nodes[step].Id}', which is no loop.");
        }

        StaticType type = each.In.Type.Item ?? StaticType.Any;
        for (int i = 0; i < items.Length; i++)
        {
            if (!StoredItems.Fits(items[i], type))
            {
                throw new SnapshotReferenceException($"The snapshot's item {i} of the loop '{each.Id}' must be {StoredItems.Wanted(type)}, but is {DataTypes.Describe(items[i])}.");
            }
        }
    }

    /// <summary>Whether the session may be at the step: the loops around it are just those it is in, and so is the interrupt.</summary>
    public bool LoopsFit(int step, EachFrame? frame)
    {
        if (flow.Nodes[step].Stage.Interrupt != interrupt)
        {
            return false;
        }

        StepPlace? around = flow.Nodes[step].Place.Loop;
        while (around is not null && frame is not null && frame.Step == around.Index)
        {
            around = around.Loop;
            frame = frame.Outer;
        }

        return around is null && frame is null;
    }

    /// <summary>A value that is wrong, as a message may show it.</summary>
    private static string Shown(AskStep ask, Value value) => ask.IsSensitive ? Secrets.Mask : DataTypes.Describe(value);

    /// <summary>What is wrong with a datum, as a message may say it.</summary>
    private SnapshotReferenceException Misfit(DataDefinition variable, string problem) => new(Secrets.IsSecret(flow, flow.Slots[variable.Name])
        ? $"The snapshot's datum '{variable.Name}' must be {variable.Type.ToStaticType()}, but is another value."
        : "The snapshot's datum " + problem);

    public int StepOf(ref Utf8JsonReader reader)
    {
        Span<char> name = stackalloc char[LongestName];
        return reader.ValueSpan.Length <= LongestName && reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && flow.TryFindIndex(name[..reader.CopyString(name)], out int index)
            ? index
            : StepOf(reader.GetString()!);
    }

    public int StepOf(string id) =>
        id is not null && flow.FindStep(id) is { } step ? step.Index : throw new SnapshotReferenceException($"The snapshot names the step '{id}', which the flow does not have.");

    public int SlotOf(ref Utf8JsonReader reader)
    {
        Span<char> name = stackalloc char[LongestName];
        return reader.ValueSpan.Length <= LongestName && flow.TryFindSlot(name[..reader.CopyString(name)], out int slot) ? slot : SlotOf(reader.GetString()!);
    }

    public int SlotOf(string name) =>
        flow.Slots.TryGetValue(name, out int slot) ? slot : throw new SnapshotReferenceException($"The snapshot names the datum '{name}', which the flow does not have.");

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType token)
    {
        if (reader.TokenType != token)
        {
            throw new JsonException("Expected an object.");
        }
    }
}
