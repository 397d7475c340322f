using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Definitions.Reading;

/// <summary>Reads a translation: the root of its file.</summary>
internal static class TranslationRootReader
{
    public static readonly MemberTable Table = new(
        "translation",
        "a translation",
        new Member("$schema"),
        new Member("flow", "\"flow\": \"the flow's id\""),
        new Member("locale", "\"locale\": \"zh-CN\""),
        new Member("note"),
        new Member("title"),
        new Member("retry"),
        new Member("silence"),
        new Member("expiry"),
        new Member("knowledge"),
        new Member("partials"),
        new Member("tickets"),
        new Member("commands"),
        new Member("interrupts"),
        new Member("upset"),
        new Member("stages"),
        new Member("steps"),
        new Member("unused"));

    private static readonly TextPart[] Parts = [TextPart.Knowledge, TextPart.Partial, TextPart.Ticket, TextPart.Command, TextPart.Interrupt, TextPart.Stage, TextPart.Step];

    public static TranslationDefinition Read(ReadContext context, int node)
    {
        MemberValues members = MemberValues.Open(context, node, Table);
        members.Remark("$schema");
        var entries = new List<TranslationEntry>();
        if (members["title"] is > 0 and int title)
        {
            entries.Add(TranslationEntryReader.Read(context, title, new TextKey(TextPart.Flow, string.Empty, "title")));
        }

        foreach (string group in TextKey.Groups)
        {
            entries.AddRange(members.Map(group, group, (context, member, entry) => TranslationEntryReader.Read(context, entry, new TextKey(TextPart.Flow, string.Empty, $"{group}.{member}"))));
        }

        foreach (TextPart part in Parts)
        {
            string name = TextKey.NameOf(part);
            foreach (EquatableArray<TranslationEntry> owner in members.Map(name, name, (context, id, node) => ReadOwner(context, part, id, node)))
            {
                entries.AddRange(owner);
            }
        }

        return new TranslationDefinition
        {
            FlowId = members.Text("flow"),
            Locale = members["locale"] > 0 ? LocaleReader.Read(context, members["locale"]) ?? string.Empty : string.Empty,
            Note = members.Remark("note"),
            Entries = entries.ToEquatableArray(),
            Unused = members.List("unused", TranslationEntryReader.ReadUnused),
        };
    }

    private static EquatableArray<TranslationEntry> ReadOwner(ReadContext context, TextPart part, string id, int node) =>
        context.Map(node, Spelling.Quote(id), (context, member, entry) => TranslationEntryReader.Read(context, entry, new TextKey(part, id, member)));
}
