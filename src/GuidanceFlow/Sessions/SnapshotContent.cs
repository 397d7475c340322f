using System.Text.Json;
using GuidanceFlow.Answers;
using GuidanceFlow.Compilation;
using GuidanceFlow.Definitions;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Binding;
using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow.Sessions;

/// <summary>Reads the parts of a snapshot that name steps and data of its flow.</summary>
internal readonly struct SnapshotContent(Flow flow)
{
    // Longer ids are rare, and the room for them would be cleared at every use.
    private const int LongestName = 64;

    public Value[] ReadData(ref Utf8JsonReader reader)
    {
        var data = (Value[])flow.Parts.Defaults.Clone();
        Expect(ref reader, JsonTokenType.StartObject);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            int slot = SlotOf(ref reader);
            reader.Read();
            Utf8JsonReader before = reader;
            if (!flow.Parts.StoredTypes[slot].TryRead(ref reader, out data[slot]))
            {
                reader = before;
                data[slot] = Fit(flow.Parts.Variables[slot], ValueJson.Read(ref reader));
            }
        }

        return data;
    }

    private static Value Fit(DataDefinition variable, Value value)
    {
        if (value.IsNull)
        {
            return variable.Optional ? value : throw new SnapshotReferenceException($"The snapshot's datum '{variable.Name}' must not be null.");
        }

        return DataTypes.TryFit(value, variable.Type, variable.Name, out Value fitted, out string problem) ? fitted : throw new SnapshotReferenceException("The snapshot's datum " + problem);
    }

    public StepAnswer[] ReadAnswers(ref Utf8JsonReader reader)
    {
        var answers = new StepAnswer[8];
        int count = 0;
        Expect(ref reader, JsonTokenType.StartObject);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            int step = StepOf(ref reader);
            if (flow.Nodes[step] is not AskStep ask)
            {
                throw new SnapshotReferenceException($"The snapshot has an answer to '{flow.Nodes[step].Id}', which is no question.");
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
            case ChoiceSpec choice when reader.TokenType == JsonTokenType.String:
                foreach (ChoiceOption option in choice.Options)
                {
                    if (reader.ValueTextEquals(option.Value))
                    {
                        return Value.From(option.Value);
                    }
                }

                break;
            case YesNoSpec when reader.TokenType is JsonTokenType.True or JsonTokenType.False:
                return Value.From(reader.TokenType == JsonTokenType.True);
            case TextSpec when reader.TokenType == JsonTokenType.String:
                return Value.From(reader.GetString());
            case NumberSpec { Definition.Integer: true } when reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out long integer):
                return Value.From(integer);
            case NumberSpec { Definition.Integer: false } when reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out double number) && double.IsFinite(number):
                return Value.From(number);
        }

        throw new SnapshotReferenceException($"The snapshot's answer to '{ask.Id}' must be {ask.Answer.Wanted}, but is {Shown(ref reader)}.");
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

    private static string Shown(ref Utf8JsonReader reader) => DataTypes.Describe(ValueJson.Read(ref reader));

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
