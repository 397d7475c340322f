using GuidanceFlow.Prompts;

namespace SupportDeskConsole.Screens;

/// <summary>Lists on a screen: tables like those of flows.</summary>
internal static class ScreenLists
{
    /// <summary>Shows a list, or that there is nothing in it.</summary>
    public static void List(this IScreen screen, string title, string nothing, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = new TableBlock(title, [.. columns], [.. rows.Select(row => (GuidanceFlow.Definitions.EquatableArray<string>)[.. row])]);
        screen.Say(table.Rows.IsEmpty ? new Message("list", MessageKind.Say, $"{title}: {nothing}", []) : new Message("list", MessageKind.Say, string.Empty, [table]));
    }
}
