using System.Globalization;

namespace SupportDeskConsole.Data;

/// <summary>What the console says itself, in one language. Commands and outcomes are understood in all languages there are.</summary>
internal sealed class Words
{
    private static readonly string[] Languages = ["en", "zh-CN"];

    private readonly WordFile _own;
    private readonly Dictionary<string, string> _commands;

    private readonly IReadOnlyList<WordFile> _all;

    private Words(string locale, WordFile own, IReadOnlyList<WordFile> all)
    {
        Locale = locale;
        (_own, _all) = (own, all);
        _commands = all.SelectMany(file => file.Commands).SelectMany(command => command.Names.Select(name => (name, command.Id))).ToDictionary(pair => pair.name, pair => pair.Id, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The language.</summary>
    public string Locale { get; }

    /// <summary>The commands, in the order of the help.</summary>
    public IReadOnlyList<CommandWords> Commands => _own.Commands;

    /// <summary>A text with its values; a name without a text, such as a queue's, is its own text.</summary>
    public string this[string name, params object?[] values] => string.Format(CultureInfo.InvariantCulture, _own.Texts.GetValueOrDefault(name, name), values);

    public static Words For(string locale)
    {
        string own = Array.Find(Languages, language => string.Equals(language.Split('-')[0], locale.Split('-', '_')[0], StringComparison.OrdinalIgnoreCase)) ?? Languages[0];
        Dictionary<string, WordFile> files = Languages.ToDictionary(language => language, language => DataFiles.Read($"words.{language}.json", DataJson.Default.WordFile));
        return new Words(own, files[own], [.. files.Values]);
    }

    /// <summary>The command of a name; null when there is none.</summary>
    public string? CommandOf(string name) => _commands.GetValueOrDefault(name);

    /// <summary>A word of an enumeration, by its name in JSON.</summary>
    public string Of(Enum value) => this[NameOf(value)];

    /// <summary>The value of an enumeration that a word of any language stands for, or its name in JSON; null for none.</summary>
    public T? Find<T>(string word)
        where T : struct, Enum =>
        Enum.GetValues<T>().Where(value => _all.Select(file => file.Texts.GetValueOrDefault(NameOf(value))).Append(NameOf(value)).Contains(word, StringComparer.OrdinalIgnoreCase)).Select(value => (T?)value).FirstOrDefault();

    private static string NameOf(Enum value) => value switch
    {
        GuidanceFlow.Sessions.SessionStatus.Busy => "busy_status",
        GuidanceFlow.Sessions.SessionStatus.WithPerson => "with_person",
        GuidanceFlow.Tickets.TicketKind.FollowUp => "follow_up",
        _ => value.ToString().ToLowerInvariant(),
    };
}
