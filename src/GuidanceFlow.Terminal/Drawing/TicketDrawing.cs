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

        // The queue is a word among agents, and is in no language of the flow.
        IEnumerable<TextLine> due = ticket.Due is { } time
            ? TextLine.Wrapped(words.Time(TimeZoneInfo.ConvertTime(time, zone)), Styles.Plain, width, new Segment(words.Due + "  ", Styles.Quiet))
            : [];
        TextLine[] body = [.. TextLine.Wrapped(SafeText.Clean(ticket.Body).TrimEnd(), Styles.Quiet, width)];
        IEnumerable<TextLine> lines =
        [
            .. TextLine.Wrapped(SafeText.CleanLine(ticket.Subject), Styles.Heading, width),
            .. due,
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
