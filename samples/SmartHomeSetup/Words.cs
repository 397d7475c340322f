using GuidanceFlow.Sessions;

namespace SmartHomeSetup;

/// <summary>What the plain chat says itself, in the customer's language.</summary>
internal sealed record Words(string Nobody, string Over, string Waits, string Ticket, string OtherLanguage)
{
    private static readonly Words English = new(
        "Nobody is here to answer, so the rehearsal does: {0}",
        "-- The session is {0}.",
        "-- The answers are used up; the session waits at '{0}'.",
        "-- Ticket {0} to {1}, answered within {2} hours",
        "The flow does not have the language '{0}'; the conversation is in {1}.");

    private static readonly Words Chinese = new(
        "没有人在这里回答，因此由预演来回答：{0}",
        "-- 对话已结束：{0}。",
        "-- 回答已用完；对话在等下一个回答。",
        "-- 工单 {0} 已提交，{2} 小时内答复",
        "这个流程没有“{0}”这种语言，对话使用 {1}。");

    public static Words For(string locale) => locale.StartsWith("zh", StringComparison.Ordinal) ? Chinese : English;

    /// <summary>How a session ended.</summary>
    public string Of(SessionOutcome outcome) =>
        this == English ? SessionOutcomeNames.Of(outcome) : outcome switch
        {
            SessionOutcome.Resolved => "已解决",
            SessionOutcome.Unresolved => "未解决",
            SessionOutcome.Escalated => "已转交",
            _ => "已中止",
        };
}
