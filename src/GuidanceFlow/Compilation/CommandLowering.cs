using GuidanceFlow.Answers;
using GuidanceFlow.Commands;
using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Prompts;

namespace GuidanceFlow.Compilation;

/// <summary>Compiles what a flow changes about commands, and checks it.</summary>
internal static class CommandLowering
{
    private const int DefaultUndoBound = 50;

    /// <summary>How many answers can be taken back.</summary>
    public static int UndoBoundOf(FlowDefinition flow) =>
        flow.Commands.FirstOrDefault(command => command.Command == SessionCommand.Back) is { } back ? back.Off ? 0 : back.Limit ?? DefaultUndoBound : DefaultUndoBound;

    /// <summary>The commands in every language.</summary>
    public static Localized<CommandWords> Run(CompilationContext context)
    {
        EquatableArray<string> locales = context.Definition.Locales;
        return new Localized<CommandWords>(
            In(context, locales.FirstOrDefault("en"), texts: null),
            [.. context.TranslatedTexts.Select((texts, i) => In(context, locales[i + 1], texts))]);
    }

    /// <summary>Where the command for a person leads; <see cref="Target.None"/> where the flow does not say.</summary>
    public static int PersonTarget(CompilationContext context)
    {
        if (context.Definition.Commands.FirstOrDefault(command => command.Command == SessionCommand.Person)?.Goto is not { } id)
        {
            return Target.None;
        }

        SourcePath path = PathOf(SessionCommand.Person).Member("goto");
        if (!context.PlacesById.TryGetValue(id, out StepPlace? step))
        {
            context.Report(DiagnosticCatalog.UnknownTarget, path, $"The command 'person' leads to {Spelling.Quote(id)}: no such step.{Hints.ForTarget(context, id)}");
            return Target.None;
        }

        if (step.Loop is not null)
        {
            context.Report(DiagnosticCatalog.JumpIntoLoop, path, $"'{id}' stands inside the loop '{step.Loop.Definition.Id}', and the command also comes from outside. Name a step outside loops.");
            return Target.None;
        }

        return step.Index;
    }

    private static CommandWords In(CompilationContext context, string locale, TranslatedTexts? texts)
    {
        EquatableArray<CommandDefinition> commands = context.Definition.Commands;
        CommandDefinition[] translated = [.. TranslatedOnly(commands, texts)];
        if (commands.IsEmpty && translated.Length == 0)
        {
            return CommandWords.BuiltIn(locale);
        }

        var own = new Dictionary<string, SessionCommand>(StringComparer.Ordinal);
        var said = new string?[Enum.GetValues<SessionCommand>().Length];
        var names = new string?[said.Length];
        foreach (CommandDefinition command in commands.Concat(translated))
        {
            SourcePath path = PathOf(command.Command);
            SourcePath list = path.Member("words");
            TranslatedText? found = null;
            EquatableArray<string> words = texts?.TryFind(list, out found) == true ? found.Texts : command.Words;
            for (int i = 0; i < words.Count; i++)
            {
                Add(context, own, command.Command, words[i], found?.Path ?? list.Item(i));
            }

            names[(int)command.Command] = command.Only && !words.IsEmpty ? words[0] : null;
            said[(int)command.Command] = command.Text is null ? null : texts?.Find(path.Member("text"), command.Text) ?? command.Text;
        }

        return CommandWords.Of(
            locale,
            [.. commands.Where(command => command.Only).Select(command => command.Command)],
            own,
            [.. commands.Where(command => command.Off).Select(command => command.Command)],
            said,
            names);
    }

    /// <summary>Commands that the flow does not name, and that a translation has words for.</summary>
    private static IEnumerable<CommandDefinition> TranslatedOnly(EquatableArray<CommandDefinition> commands, TranslatedTexts? texts) => texts is null ? [] : Enum.GetValues<SessionCommand>()
        .Where(command => !commands.Any(named => named.Command == command) && texts.TryFind(PathOf(command).Member("words"), out _))
        .Select(command => new CommandDefinition { Command = command });

    private static void Add(CompilationContext context, Dictionary<string, SessionCommand> own, SessionCommand command, string word, SourcePath path)
    {
        string normal = AnswerText.Normalize(word);
        if (normal.Length == 0)
        {
            context.Report(DiagnosticCatalog.InvalidValue, path, $"{Spelling.Quote(word)} holds no letter or digit, so that nobody can say it. Write a word.");
        }
        else if (!own.TryAdd(normal, command) && own[normal] != command)
        {
            context.Report(DiagnosticCatalog.AmbiguousOptions, path, $"{Spelling.Quote(word)} would mean both '{CommandNames.Of(own[normal])}' and '{CommandNames.Of(command)}'. Take it out of one of the two.");
        }
    }

    private static SourcePath PathOf(SessionCommand command) => SourcePath.Root.Member("commands").Member(CommandNames.Of(command));
}
