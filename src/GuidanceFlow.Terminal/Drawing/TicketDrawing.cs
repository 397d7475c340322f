using GuidanceFlow.Terminal.Words;
using GuidanceFlow.Tickets;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace GuidanceFlow.Terminal.Drawing;

/// <summary>Draws a ticket: what its reader needs to name it and to wait for, and the beginning of the rest.</summary>
internal static class TicketDrawing
{
    private const int LinesOfBody = 3;
    private const int Frame = 4;

    public static IRenderable Draw(Ticket ticket, Screen screen, ChatWords words, TimeZoneInfo zone)
    {
        int width = screen.Width - Frame;
        var facts = new List<(string Name, string Value)> { (words.Queue, SafeText.CleanLine(ticket.Queue)) };
        if (ticket.Due is { } due)
        {
            facts.Add((words.Due, words.Time(TimeZoneInfo.ConvertTime(due, zone))));
        }

        int names = facts.Max(fact => Cells.Width(fact.Name));
        TextLine[] body = [.. TextLine.Wrapped(SafeText.Clean(ticket.Body).TrimEnd(), Styles.Quiet, width)];
        IEnumerable<TextLine> lines =
        [
            .. TextLine.Wrapped(SafeText.CleanLine(ticket.Subject), Styles.Heading, width),
            .. facts.SelectMany(fact => TextLine.Wrapped(
                fact.Value,
                Styles.Plain,
                width,
                new Segment(fact.Name + new string(' ', names - Cells.Width(fact.Name) + 2), Styles.Quiet))),
            TextLine.Empty,
            .. body.Take(body.Length == LinesOfBody + 1 ? body.Length : LinesOfBody),
        ];
        if (body.Length > LinesOfBody + 1)
        {
            lines = lines.Append(TextLine.Of(screen.Glyphs.More + " " + ChatWords.Fill(words.MoreLines, body.Length - LinesOfBody), Styles.Quiet));
        }

        return new Panel(new TextLines(lines))
        {
            Border = screen.Glyphs.Box,
            BorderStyle = Styles.Good,
            Header = new PanelHeader(Markup.Escape(screen.Glyphs.TitleStart + ChatWords.Fill(words.Ticket, SafeText.CleanLine(ticket.Reference)) + screen.Glyphs.TitleEnd)),
        };
    }
}
