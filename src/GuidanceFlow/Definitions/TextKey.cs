namespace GuidanceFlow.Definitions;

/// <summary>The name of one text of a flow, by which a translation finds it: it holds while steps move, as long as ids stay.</summary>
/// <param name="Part">What the text belongs to.</param>
/// <param name="Id">The id of the stage, step, ticket, partial or knowledge entry; empty for the flow itself.</param>
/// <param name="Member">The member, with the members and items on the way to it, joined by dots: <c>retry.texts.0</c>. An option goes by its value: <c>answer.options.mesh.label</c>.</param>
public sealed record TextKey(TextPart Part, string Id, string Member)
{
    /// <summary>The members of the flow whose texts stand in objects of their names in a translation, too.</summary>
    internal static IReadOnlyList<string> Groups { get; } = ["retry", "silence", "expiry", "upset"];

    /// <summary>The one of <see cref="Groups"/> that the text belongs to; null for none.</summary>
    internal string? Group => Part != TextPart.Flow ? null : Groups.FirstOrDefault(group => Member.Length > group.Length && Member[group.Length] == '.' && Member.StartsWith(group, StringComparison.Ordinal));

    /// <summary>Whether it names a list of words, of which each language has its own: the synonyms of an option, the words for yes or no, those for a command, or those of upset customers.</summary>
    internal bool IsList => (Part == TextPart.Flow && Member == "upset.words") || (Part == TextPart.Command && Member == "words") || (Part == TextPart.Interrupt && Member == "phrases") || (Part == TextPart.Step
        && (Member is "answer.yes" or "answer.no" || (Member.StartsWith("answer.options.", StringComparison.Ordinal) && Member.EndsWith(".synonyms", StringComparison.Ordinal))));

    /// <summary>Whether it names the address of an article, video or picture.</summary>
    internal bool IsAddress => Part == TextPart.Knowledge ? Member == "url" : Part == TextPart.Step && Member.StartsWith("show.", StringComparison.Ordinal) && Member.EndsWith(".url", StringComparison.Ordinal);

    /// <summary>The key in one word: <c>steps/hello/text</c>, <c>title</c> for the flow's own title. In an id, <c>~</c> and <c>/</c> are written as in a JSON pointer.</summary>
    public override string ToString() => Part == TextPart.Flow ? Member : $"{NameOf(Part)}/{Id.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}/{Member}";

    /// <summary>Reads a key that <see cref="ToString"/> wrote.</summary>
    /// <param name="text">The key in one word.</param>
    /// <param name="key">The key.</param>
    /// <returns>Whether the text is a key.</returns>
    public static bool TryParse(string text, out TextKey key)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] parts = text.Split('/', 3);
        foreach (TextPart part in Enum.GetValues<TextPart>())
        {
            if (part != TextPart.Flow && parts.Length == 3 && parts[0] == NameOf(part) && parts[2].Length > 0)
            {
                key = new TextKey(part, parts[1].Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal), parts[2]);
                return true;
            }
        }

        key = new TextKey(TextPart.Flow, string.Empty, text);
        return parts is [{ Length: > 0 }];
    }

    /// <summary>The member of a translation file under which the texts of a part stand.</summary>
    internal static string NameOf(TextPart part) => part switch
    {
        TextPart.Stage => "stages",
        TextPart.Step => "steps",
        TextPart.Ticket => "tickets",
        TextPart.Partial => "partials",
        TextPart.Command => "commands",
        TextPart.Interrupt => "interrupts",
        _ => "knowledge",
    };
}
