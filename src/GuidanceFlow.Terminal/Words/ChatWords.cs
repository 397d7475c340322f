using System.Globalization;
using GuidanceFlow.Sessions;

namespace GuidanceFlow.Terminal.Words;

/// <summary>What the front end itself says, in one language. Immutable.</summary>
internal sealed record ChatWords
{
    public static ChatWords English { get; } = new()
    {
        Culture = "en",
        Yes = "Yes",
        No = "No",
        Placeholder = "or type your own words",
        AnswerPlaceholder = "type your answer",
        BusyPlaceholder = "one moment …",
        PersonPlaceholder = "write to the colleague",
        StillBusy = "One moment, please: this is still under way.",
        NumberBetween = "a number from {0} to {1}",
        NumberFrom = "a number from {0}",
        NumberUpTo = "a number up to {0}",
        AnyNumber = "a number",
        WholeNumber = "a whole number",
        EmailAddress = "an e-mail address such as name@example.com",
        PhoneNumber = "a telephone number, 7 to 15 digits",
        Date = "a date such as 2026-01-05",
        NotUnderstood = "I did not understand that.",
        DidYouMean = "Did you mean “{0}”?",
        OrDidYouMean = "” or “",
        PleaseGive = "Please give {0}.",
        TooLong = "That is too long. Please say it in fewer words.",
        WithUnit = "{0} ({1})",
        ListKeys = "↑↓ choose · Enter send · Ctrl+C save and leave · /help",
        TextKeys = "Enter send · Ctrl+C save and leave · /help",
        OneOption = "at least one option",
        JustOneOption = "1 option",
        OptionsFrom = "at least {0} options",
        OptionsExactly = "{0} options",
        OptionsBetween = "{0} to {1} options",
        PleaseChoose = "Please choose {0}.",
        SeveralKeys = "↑↓ go · Space tick · Enter send · Ctrl+C save and leave · /help",
        SeveralPlaceholder = "or type which ones, such as 1 and 2",
        NoFilesSkip = "Files cannot be sent from here. Say “skip” to go on without.",
        NoFilesPerson = "Files cannot be sent from here. Say “person” to be helped by somebody.",
        MoreAbove = "{0} more above",
        MoreBelow = "{0} more below",
        Help =
        [
            ("↑ ↓", "go through the options"),
            ("1 2 3 …", "go to an option by its number"),
            ("Space", "tick an option, where several can be chosen"),
            ("Enter", "send the option, or what you have typed"),
            ("Esc", "clear what you have typed"),
            ("Ctrl+C", "save and leave; you can go on later"),
            ("/again", "show the question again"),
            ("/quit", "save and leave, like Ctrl+C"),
            ("//…", "send an answer that begins with a slash"),
        ],
        HelpTitle = "Answer in your own words, or choose an option.",
        UnknownCommand = "There is no command {0}. /help lists those there are.",
        LeaveHint = "To save and leave, press Ctrl+C or type /quit. To send “{0}” as your answer, enter it again.",
        Saved = "Saved. Go on with: {0}",
        NotSaved = "The conversation could not be saved: {0} cannot be written.",
        Resumed = "Welcome back. We go on where you left.",
        AlreadyFiled = "Filed so far: {0}",
        Ticket = "Ticket {0}",
        Due = "Answer by",
        MoreLines = "{0} more lines",
        Resolved = "Done. Everything is settled.",
        Unresolved = "This is the end of the conversation. The matter is not settled.",
        Escalated = "A colleague takes it from here.",
        EscalatedWith = "A colleague takes it from here. Your reference: {0}",
        Abandoned = "The conversation has ended here.",
        TurnFailed = "Something went wrong on our side, and your answer did not count. Please try again.",
        DueFormat = "ddd d MMM yyyy, HH:mm",
    };

    public static ChatWords Chinese { get; } = new()
    {
        Culture = "zh-CN",
        Yes = "是",
        No = "不是",
        Placeholder = "也可以直接输入",
        AnswerPlaceholder = "请输入您的回答",
        BusyPlaceholder = "请稍候……",
        PersonPlaceholder = "请给我们的同事留言",
        StillBusy = "请稍等，正在为您处理。",
        NumberBetween = "{0} 到 {1} 之间的数字",
        NumberFrom = "不小于 {0} 的数字",
        NumberUpTo = "不大于 {0} 的数字",
        AnyNumber = "一个数字",
        WholeNumber = "一个整数",
        EmailAddress = "一个邮箱地址，例如 name@example.com",
        PhoneNumber = "一个电话号码（7 到 15 位数字）",
        Date = "一个日期，例如 2026-01-05",
        NotUnderstood = "抱歉，我没有听懂。",
        DidYouMean = "您是想说“{0}”？",
        OrDidYouMean = "”还是“",
        PleaseGive = "请输入{0}。",
        TooLong = "这段话太长了，请说得简短一些。",
        WithUnit = "{0}（{1}）",
        ListKeys = "↑↓ 选择 · 回车 发送 · Ctrl+C 保存并离开 · /help 帮助",
        TextKeys = "回车 发送 · Ctrl+C 保存并离开 · /help 帮助",
        OneOption = "至少一项",
        JustOneOption = " 1 项",
        OptionsFrom = "至少 {0} 项",
        OptionsExactly = " {0} 项",
        OptionsBetween = " {0} 到 {1} 项",
        PleaseChoose = "请选择{0}。",
        SeveralKeys = "↑↓ 移动 · 空格 勾选 · 回车 发送 · Ctrl+C 保存并离开 · /help 帮助",
        SeveralPlaceholder = "也可以直接输入，例如 1和2",
        NoFilesSkip = "这里无法发送文件。请说“跳过”，不发送也可以继续。",
        NoFilesPerson = "这里无法发送文件。需要人工帮助请说“人工”。",
        MoreAbove = "上面还有 {0} 项",
        MoreBelow = "下面还有 {0} 项",
        Help =
        [
            ("↑ ↓", "在选项之间移动"),
            ("1 2 3 …", "按编号选中选项"),
            ("空格", "勾选选项（可多选时）"),
            ("回车", "发送选中的选项，或者您输入的内容"),
            ("Esc", "清空输入的内容"),
            ("Ctrl+C", "保存并离开，以后可以接着来"),
            ("/again", "再看一遍问题"),
            ("/quit", "保存并离开，与 Ctrl+C 相同"),
            ("//…", "发送以斜杠开头的回答"),
        ],
        HelpTitle = "您可以用自己的话回答，也可以选一个选项。",
        UnknownCommand = "没有 {0} 这个命令。输入 /help 查看所有命令。",
        LeaveHint = "要保存并离开，请按 Ctrl+C 或输入 /quit。如果“{0}”就是您的回答，请再输入一次。",
        Saved = "已保存。继续请运行：{0}",
        NotSaved = "对话无法保存：无法写入 {0}。",
        Resumed = "欢迎回来，我们从上次停下的地方继续。",
        AlreadyFiled = "已提交的工单：{0}",
        Ticket = "工单 {0}",
        Due = "答复时限",
        MoreLines = "还有 {0} 行",
        Resolved = "完成，一切就绪。",
        Unresolved = "对话到此结束，问题还没有解决。",
        Escalated = "接下来由我们的同事处理。",
        EscalatedWith = "接下来由我们的同事处理。您的受理编号：{0}",
        Abandoned = "对话到此结束。",
        TurnFailed = "我们这边出了点问题，您的回答没有生效，请再试一次。",
        DueFormat = "yyyy年M月d日（ddd）HH:mm",
    };

    public required string Culture { get; init; }

    public required string Yes { get; init; }

    public required string No { get; init; }

    public required string Placeholder { get; init; }

    public required string AnswerPlaceholder { get; init; }

    public required string BusyPlaceholder { get; init; }

    public required string PersonPlaceholder { get; init; }

    public required string StillBusy { get; init; }

    public required string NumberBetween { get; init; }

    public required string NumberFrom { get; init; }

    public required string NumberUpTo { get; init; }

    public required string AnyNumber { get; init; }

    public required string WholeNumber { get; init; }

    public required string EmailAddress { get; init; }

    public required string PhoneNumber { get; init; }

    public required string Date { get; init; }

    public required string NotUnderstood { get; init; }

    public required string DidYouMean { get; init; }

    /// <summary>What stands between two of them.</summary>
    public required string OrDidYouMean { get; init; }

    public required string PleaseGive { get; init; }

    public required string TooLong { get; init; }

    public required string WithUnit { get; init; }

    public required string ListKeys { get; init; }

    public required string TextKeys { get; init; }

    public required string OneOption { get; init; }

    public required string JustOneOption { get; init; }

    public required string OptionsFrom { get; init; }

    public required string OptionsExactly { get; init; }

    public required string OptionsBetween { get; init; }

    public required string PleaseChoose { get; init; }

    public required string SeveralKeys { get; init; }

    public required string SeveralPlaceholder { get; init; }

    public required string NoFilesSkip { get; init; }

    public required string NoFilesPerson { get; init; }

    public required string MoreAbove { get; init; }

    public required string MoreBelow { get; init; }

    public required IReadOnlyList<(string Key, string Meaning)> Help { get; init; }

    public required string HelpTitle { get; init; }

    public required string UnknownCommand { get; init; }

    public required string LeaveHint { get; init; }

    public required string Saved { get; init; }

    public required string NotSaved { get; init; }

    public required string Resumed { get; init; }

    public required string AlreadyFiled { get; init; }

    public required string Ticket { get; init; }

    public required string Due { get; init; }

    public required string MoreLines { get; init; }

    public required string Resolved { get; init; }

    public required string Unresolved { get; init; }

    public required string Escalated { get; init; }

    public required string EscalatedWith { get; init; }

    public required string Abandoned { get; init; }

    public required string TurnFailed { get; init; }

    public required string DueFormat { get; init; }

    /// <summary>The words for a session's language; English where there are none.</summary>
    public static ChatWords For(string locale) =>
        string.Equals(locale.Split('-', '_')[0], "zh", StringComparison.OrdinalIgnoreCase) ? Chinese : English;

    public string Of(SessionOutcome outcome, string? reference) => outcome switch
    {
        SessionOutcome.Resolved => Resolved,
        SessionOutcome.Unresolved => Unresolved,
        SessionOutcome.Escalated => reference is null ? Escalated : Fill(EscalatedWith, reference),
        _ => Abandoned,
    };

    public string Time(DateTimeOffset time) => time.ToString(DueFormat, CultureInfo.GetCultureInfo(Culture));

    public static string Fill(string text, params ReadOnlySpan<object?> values) => string.Format(CultureInfo.InvariantCulture, text, values);
}
