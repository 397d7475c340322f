namespace GuidanceFlow.Definitions.Writing;

/// <summary>Writes a translation.</summary>
internal static class TranslationRootWriter
{
    public static void Write(JsonOutput output, TranslationDefinition translation, string? schema)
    {
        output.StartObject();
        output.Optional("$schema", schema);
        output.Required("flow", translation.FlowId);
        output.Required("locale", translation.Locale);
        output.Optional("note", translation.Note);
        foreach (TranslationEntry entry in translation.Entries.Where(entry => entry.Key.Part == TextPart.Flow && entry.Key.Group is null))
        {
            output.Name(entry.Key.Member);
            Write(output, entry, key: null);
        }

        WriteGroup(output, translation, "retry");
        WriteGroup(output, translation, "silence");
        WriteGroup(output, translation, "expiry");
        WritePart(output, translation, TextPart.Knowledge);
        WritePart(output, translation, TextPart.Partial);
        WritePart(output, translation, TextPart.Ticket);
        WritePart(output, translation, TextPart.Command);
        WritePart(output, translation, TextPart.Interrupt);
        WriteGroup(output, translation, "upset");
        WritePart(output, translation, TextPart.Stage);
        WritePart(output, translation, TextPart.Step);
        output.Optional("unused", translation.Unused, static (output, entry) => Write(output, entry, entry.Key.ToString()));
        output.EndObject();
    }

    /// <summary>Members of the flow itself that stand in an object of their own.</summary>
    private static void WriteGroup(JsonOutput output, TranslationDefinition translation, string name)
    {
        EquatableArray<TranslationEntry> entries = translation.Entries.Where(entry => entry.Key.Group == name).ToEquatableArray();
        output.OptionalMap(name, entries, (output, entry) =>
        {
            output.Name(entry.Key.Member[(name.Length + 1)..]);
            Write(output, entry, key: null);
        });
    }

    private static void WritePart(JsonOutput output, TranslationDefinition translation, TextPart part)
    {
        EquatableArray<IGrouping<string, TranslationEntry>> owners = translation.Entries
            .Where(entry => entry.Key.Part == part)
            .GroupBy(entry => entry.Key.Id, StringComparer.Ordinal)
            .ToEquatableArray();
        output.OptionalMap(TextKey.NameOf(part), owners, static (output, owner) => output.RequiredMap(owner.Key, owner.ToEquatableArray(), static (output, entry) =>
        {
            output.Name(entry.Key.Member);
            Write(output, entry, key: null);
        }));
    }

    private static void Write(JsonOutput output, TranslationEntry entry, string? key)
    {
        output.StartObject();
        output.Optional("key", key);
        output.Optional("note", entry.Note);
        WriteTexts(output, "source", entry.Source, entry.Key.IsList, isNeeded: false);
        WriteTexts(output, "was", entry.Was, entry.Key.IsList, isNeeded: false);
        output.Optional("of", entry.Of);
        if (entry.Untranslated)
        {
            output.Name("untranslated");
            output.Flag(value: true);
        }
        else
        {
            WriteTexts(output, "text", entry.Texts, entry.Key.IsList, isNeeded: true);
        }

        output.EndObject();
    }

    private static void WriteTexts(JsonOutput output, string name, EquatableArray<string> texts, bool isList, bool isNeeded)
    {
        if (texts.IsEmpty && !isNeeded)
        {
            return;
        }

        if (isList || texts.Count > 1)
        {
            output.Required(name, texts, static (output, text) => output.Text(text));
        }
        else
        {
            output.Required(name, texts.IsEmpty ? string.Empty : texts[0]);
        }
    }
}
