using GuidanceFlow.Answers;
using GuidanceFlow.Compilation;
using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Binding;
using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow.Migration;

/// <summary>What a question that waits had offered and heard, as far as the one in its place takes it over.</summary>
internal readonly struct QuestionMapping
{
    /// <param name="ask">The question of the newer version.</param>
    /// <param name="unrecognised">The answers that were not understood.</param>
    /// <param name="offered">The items it offered.</param>
    /// <param name="confirming">How far confirming an answer was.</param>
    public QuestionMapping(AskStep ask, string[] unrecognised, Value[] offered, Confirmation? confirming)
    {
        // The next answer that is not understood must not be one too many already.
        Unrecognised = unrecognised.Length < ask.Attempts ? unrecognised : unrecognised[^(ask.Attempts - 1)..];
        ListedOptions? listed = ask.Answer is OptionsSpec { Listed: { } list } ? list : null;
        LacksItems = listed is not null && !(offered.Length > 0 && AreOf(listed, offered));
        Offered = listed is null || LacksItems ? [] : offered;
        bool keeps = confirming is not null && ask.Confirms && (!confirming.IsPending || OptionOffer.Accept(ask.Answer, confirming.Answer, AnswerMatch.Exact).Kind == AnswerMatchKind.Matched);
        Confirming = keeps ? confirming : null;
        MustBeAsked = LacksItems || (confirming is { IsPending: true } && !keeps);
    }

    public string[] Unrecognised { get; }

    public Value[] Offered { get; }

    public Confirmation? Confirming { get; }

    /// <summary>Whether its options are made from a list, and what was offered is not of that.</summary>
    public bool LacksItems { get; }

    /// <summary>Whether the customer has to read it before an answer can be one to it.</summary>
    public bool MustBeAsked { get; }

    /// <summary>Whether items are what a list of options is made of.</summary>
    public static bool AreOf(ListedOptions listed, Value items) => items.TryGetList(out ValueList? list) && AreOf(listed, [.. list]);

    private static bool AreOf(ListedOptions listed, Value[] items)
    {
        StaticType type = listed.From.Type.Item ?? StaticType.Any;
        return Array.TrueForAll(items, item => StoredItems.Fits(item, type));
    }
}
