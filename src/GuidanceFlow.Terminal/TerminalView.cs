using System.Globalization;
using GuidanceFlow.Prompts;
using GuidanceFlow.Sessions;
using GuidanceFlow.Terminal.Drawing;
using GuidanceFlow.Terminal.Words;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace GuidanceFlow.Terminal;

/// <summary>
/// Draws what sessions say on the process's terminal, for programs that read what is typed themselves: texts, tables, checklists, progress and tickets as a <see cref="TerminalChat"/> draws them, and the options
/// of a question as a numbered list.
/// </summary>
/// <remarks>
/// Only writes, and only where it is; one at a time. <c>NO_COLOR</c> and <c>TERM=dumb</c> in the environment are honoured. Signs that would steer the terminal are taken out. Where
/// <see cref="TerminalChat.IsPossible"/> is false, write plain text instead (<see cref="TurnReply.ToPlainText"/>, <see cref="PlainText"/>).
/// </remarks>
public sealed class TerminalView
{
    private readonly Screen _screen;
    private readonly ReplyDrawing _drawing;

    /// <summary>Makes a view.</summary>
    /// <param name="locale">The language of its own words, such as those around a ticket: Chinese for <c>zh</c>, else English.</param>
    /// <param name="time">The clock, whose zone is that of the times that are read; null for the system's.</param>
    public TerminalView(string locale, TimeProvider? time = null)
        : this(locale, (time ?? TimeProvider.System).LocalTimeZone, ScreenFactory.Create(new AnsiConsoleOutput(Console.Out), Environment.GetEnvironmentVariable))
    {
    }

    internal TerminalView(string locale, TimeZoneInfo zone, Screen screen)
    {
        ArgumentNullException.ThrowIfNull(locale);
        _screen = screen;
        _drawing = new ReplyDrawing(screen, ChatWords.For(locale), zone);
    }

    /// <summary>Draws all that a reply says: messages, tickets, options.</summary>
    public void Draw(TurnReply reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        _drawing.Draw(reply);
        if (reply.Expects is { Options: { IsEmpty: false } options })
        {
            int digits = Number(options.Count).Length;
            _screen.Continue(new TextLines(options.SelectMany((option, i) =>
                TextLine.Wrapped(SafeText.CleanLine(option.Label), Styles.Plain, _screen.Width, new Segment($"  {Number(i + 1).PadLeft(digits)}. ", Styles.Quiet)))));
        }
    }

    /// <summary>Draws a message with its blocks.</summary>
    public void Draw(Message message)
    {
        ArgumentNullException.ThrowIfNull(message);
        _drawing.Draw(message);
    }

    /// <summary>Draws words of the program itself, set apart from those of sessions.</summary>
    public void Note(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _screen.Draw(text, Styles.Quiet);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
