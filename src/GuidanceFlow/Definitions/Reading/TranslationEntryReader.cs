using System.Globalization;
using System.Text.Json;

namespace GuidanceFlow.Definitions.Reading;

/// <summary>Reads one text of a translation.</summary>
internal static class TranslationEntryReader
{
    public static readonly MemberTable Table = new(
        "entry",
        "a translated text",
        new Member("note"),
        new Member("source"),
        new Member("was"),
        new Member("of"),
        new Member("text"),
        new Member("untranslated"));

    public static readonly MemberTable UnusedTable = new(
        "unused",
        "an unused translation",
        [new Member("key", "\"key\": \"steps/…/text\""), .. Table.Members]);

    private static readonly TextKey NoKey = new(TextPart.Flow, string.Empty, "?");

    public static TranslationEntry Read(ReadContext context, int node, TextKey key)
    {
        if (context.Kind(node) == JsonValueKind.String)
        {
            context.WrongType(node, "an object", "Write { \"text\": … }.");
            return new TranslationEntry { Key = key };
        }

        return Read(MemberValues.Open(context, node, Table), key);
    }

    public static TranslationEntry ReadUnused(ReadContext context, int node)
    {
        MemberValues members = MemberValues.Open(context, node, UnusedTable);
        string written = members.Text("key");
        if (!TextKey.TryParse(written, out TextKey key))
        {
            if (written.Length > 0)
            {
                context.Invalid(members["key"], "This is not the key of a text. Write it as \"steps/hello/text\".");
            }

            key = NoKey;
        }

        return Read(members, key);
    }

    private static TranslationEntry Read(in MemberValues members, TextKey key)
    {
        bool untranslated = members.Flag("untranslated") ?? false;
        EquatableArray<string> texts = Texts(members, "text", key);
        if (texts.All(IsBlank))
        {
            // Nobody has written anything yet.
            texts = [];
        }

        if (untranslated && !texts.IsEmpty)
        {
            members.Context.Invalid(members["text"], "A text that is left untranslated has no translation. Remove 'text' or 'untranslated'.");
        }

        return new TranslationEntry
        {
            Key = key,
            Note = members.Remark("note"),
            Source = Texts(members, "source", key),
            Was = Texts(members, "was", key),
            Of = members.OptionalText("of"),
            Texts = texts,
            Untranslated = untranslated,
        };
    }

    /// <summary>One text, or a list of words; an empty text is one that nobody has written yet.</summary>
    private static EquatableArray<string> Texts(in MemberValues members, string name, TextKey key)
    {
        if (members[name] is not (> 0 and int node))
        {
            return [];
        }

        ReadContext context = members.Context;
        if (context.Kind(node) == JsonValueKind.Array)
        {
            if (!key.IsList && key != NoKey)
            {
                context.WrongType(node, "a text", "Only synonyms, words for yes and no and words for commands are lists.");
            }

            return context.List(node, static (context, item) => context.Text(item));
        }

        if (key.IsList && context.Kind(node) != JsonValueKind.String)
        {
            context.WrongType(node, "a list of texts");
            return [];
        }

        return context.AnyText(node) is { Length: > 0 } text ? [text] : [];
    }

    /// <summary>Whether a reader would see nothing: spaces, and marks without width such as U+200B.</summary>
    private static bool IsBlank(string text) => text.All(unit => char.IsWhiteSpace(unit) || char.GetUnicodeCategory(unit) == UnicodeCategory.Format);
}
