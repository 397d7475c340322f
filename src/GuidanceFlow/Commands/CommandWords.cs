using System.Collections.Frozen;
using GuidanceFlow.Answers;

namespace GuidanceFlow.Commands;

/// <summary>What customers may ask for in one language of a flow, and in which words. Only whole utterances count.</summary>
internal sealed class CommandWords
{
    private static readonly FrozenDictionary<string, SessionCommand> English = Index(
        (SessionCommand.Back, ["back", "go back", "please go back", "previous", "previous question", "last question", "one step back", "step back", "undo", "undo that"]),
        (SessionCommand.Repeat, ["repeat", "repeat that", "please repeat", "repeat the question", "say that again", "say again", "once more", "what was the question", "come again", "pardon"]),
        (SessionCommand.Help, ["help", "help me", "please help", "what can i say", "what can i answer", "what are my options", "commands"]),
        (SessionCommand.Person, ["person", "a person", "human", "a human", "agent", "an agent", "operator", "representative", "real person", "talk to a person", "talk to a human", "talk to someone", "talk to an agent", "speak to a person",
            "speak to a human", "speak to someone", "speak to an agent", "i want a person", "i want a human", "i want to talk to a person", "i want to talk to a human", "i want to speak to a person", "i want to speak to a human", "customer service", "human please", "person please", "agent please"]),
        (SessionCommand.Restart, ["restart", "start over", "start again", "start from the beginning", "begin again", "from the beginning", "from the start"]),
        (SessionCommand.Cancel, ["cancel", "stop", "quit", "exit", "abort", "i give up", "leave it", "forget it"]));

    private static readonly FrozenDictionary<string, SessionCommand> Chinese = Index(
        (SessionCommand.Back, ["返回", "后退", "上一步", "上一题", "上一个问题", "回到上一步", "回到上一题", "返回上一步", "撤销"]),
        (SessionCommand.Repeat, ["重复", "重复一遍", "再说一遍", "再说一次", "再问一遍", "请再说一遍", "请重复"]),
        (SessionCommand.Help, ["帮助", "帮帮我", "请帮助", "我可以说什么", "怎么回答", "有哪些选项"]),
        (SessionCommand.Person, ["人工", "人工客服", "转人工", "转人工客服", "人工服务", "真人", "真人客服", "客服", "找人工", "找客服", "我要人工", "我要转人工", "我要找人工", "我要找客服", "请转人工"]),
        (SessionCommand.Restart, ["重新开始", "从头开始", "从头再来", "重来", "重新来过"]),
        (SessionCommand.Cancel, ["取消", "退出", "停止", "算了", "结束", "不弄了", "我放弃"]));

    private static readonly Dictionary<string, SessionCommand> Nothing = [];

    private readonly IReadOnlyDictionary<string, SessionCommand> _byWord;
    private readonly SessionCommand[] _off;
    private readonly string?[] _texts;
    private readonly string?[] _names;

    private CommandWords(string language, IReadOnlyDictionary<string, SessionCommand> byWord, SessionCommand[] off, string?[] texts, string?[] names)
    {
        Phrases = Phrases.In(language);
        _byWord = byWord;
        _off = off;
        _texts = texts;
        _names = names;
    }

    /// <summary>What the engine says to commands in this language; null for a language it does not speak.</summary>
    public Phrases? Phrases { get; }

    /// <summary>The built-in words of a language, all commands on.</summary>
    public static CommandWords BuiltIn(string locale)
    {
        string language = LanguageOf(locale);
        return new CommandWords(language, WordsOf(language), [], [], []);
    }

    /// <summary>The words of a language with what a flow changes.</summary>
    /// <param name="locale">The language.</param>
    /// <param name="only">The commands whose built-in words do not count.</param>
    /// <param name="own">The flow's words, normalised; they come before built-in ones.</param>
    /// <param name="off">The commands that are switched off.</param>
    /// <param name="texts">What the flow says to each command, in their order; null for nothing.</param>
    /// <param name="names">The word to tell customers of, for each command; null for the built-in one.</param>
    public static CommandWords Of(string locale, IReadOnlyCollection<SessionCommand> only, IReadOnlyDictionary<string, SessionCommand> own, SessionCommand[] off, string?[] texts, string?[] names)
    {
        string language = LanguageOf(locale);
        var words = WordsOf(language).Where(word => !only.Contains(word.Value)).ToDictionary(StringComparer.Ordinal);
        foreach ((string word, SessionCommand command) in own)
        {
            words[word] = command;
        }

        return new CommandWords(language, words, off, texts, names);
    }

    /// <summary>Whether there are built-in words in a language.</summary>
    public static bool Knows(string locale) => LanguageOf(locale) is "en" or "zh";

    /// <summary>What the flow says to a command; null where it says nothing of its own.</summary>
    public string? TextOf(SessionCommand command) => _texts.Length == 0 ? null : _texts[(int)command];

    /// <summary>The word to tell customers of; null where there is none.</summary>
    public string? NameOf(SessionCommand command) => (_names.Length == 0 ? null : _names[(int)command]) ?? Phrases?.Name(command);

    public bool IsOn(SessionCommand command) => Array.IndexOf(_off, command) < 0;

    /// <summary>The command an utterance is; null for any other utterance.</summary>
    /// <param name="normalized">The utterance as <see cref="AnswerText.Normalize"/> gives it.</param>
    public SessionCommand? Find(string normalized) => _byWord.TryGetValue(normalized, out SessionCommand command) ? command : null;

    private static IReadOnlyDictionary<string, SessionCommand> WordsOf(string language) => language switch
    {
        "en" => English,
        "zh" => Chinese,
        _ => Nothing,
    };

    public static string LanguageOf(string locale) => locale.Split('-')[0].ToLowerInvariant();

    private static FrozenDictionary<string, SessionCommand> Index(params (SessionCommand Command, string[] Words)[] commands) =>
        commands.SelectMany(command => command.Words.Select(word => KeyValuePair.Create(word, command.Command))).ToFrozenDictionary(StringComparer.Ordinal);
}
