namespace GuidanceFlow.Commands;

/// <summary>What the engine itself says, in one language.</summary>
internal sealed record Phrases
{
    public required string NothingBefore { get; init; }

    public required string Barrier { get; init; }

    public required string Bound { get; init; }

    public required string NoPerson { get; init; }

    public required string Cancelled { get; init; }

    /// <summary>What is said when a newer version of the flow asks something again.</summary>
    public required string AskedAgain { get; init; }

    /// <summary>What can be said, behind which the words of <see cref="Name"/> stand.</summary>
    public required string Help { get; init; }

    public required string Separator { get; init; }

    /// <summary>The word for each command, in its order.</summary>
    public required string[] Names { get; init; }

    private static Phrases English { get; } = new()
    {
        NothingBefore = "This is where we began; there is no question before it.",
        Barrier = "Your request is on its way already, so what came before it can no longer be changed.",
        Bound = "We cannot go back any further than this.",
        NoPerson = "There is nobody here who could take over right now.",
        Cancelled = "All right, we stop here. You are welcome back at any time.",
        AskedAgain = "Something has changed here meanwhile, so please let me ask you this once more.",
        Help = "Just answer the question. You can also write: ",
        Separator = ", ",
        Names = ["back", "repeat", "help", "person", "restart", "cancel"],
    };

    private static Phrases Chinese { get; } = new()
    {
        NothingBefore = "这是第一个问题，前面没有别的问题了。",
        Barrier = "您的请求已经提交，之前的回答不能再改了。",
        Bound = "不能再往前返回了。",
        NoPerson = "现在这里没有可以接手的同事。",
        Cancelled = "好的，我们就到这里。欢迎您随时再来。",
        AskedAgain = "这里的流程有了更新，这个问题需要再问您一次。",
        Help = "直接回答问题就可以。您也可以输入：",
        Separator = "、",
        Names = ["返回", "重复", "帮助", "人工", "重新开始", "取消"],
    };

    /// <summary>The phrases of a language; null for one the engine does not speak.</summary>
    public static Phrases? In(string language) => language switch
    {
        "en" => English,
        "zh" => Chinese,
        _ => null,
    };

    /// <summary>The word for a command.</summary>
    public string Name(SessionCommand command) => Names[(int)command];
}
