using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using GuidanceFlow.Answers;
using GuidanceFlow.Compilation;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow.Engine;

/// <summary>
/// Decides, for everything that leaves the engine, what of the answers to sensitive questions is hidden: what is said, tickets, errors, journals.
/// A text that reads such an answer does not show it; one typed freely is not shown where it came by another way either.
/// </summary>
internal static class Secrets
{
    /// <summary>What stands for an answer that is hidden.</summary>
    public const string Mask = "•••";

    /// <summary>Shorter answers stand in many texts by chance; they are only looked for in texts that read them.</summary>
    private const int LeastTelling = 4;

    /// <summary>A rendered text without the secrets in it.</summary>
    /// <param name="context">The turn.</param>
    /// <param name="text">The text.</param>
    /// <param name="template">The template it was made from; null for a text that may show anything.</param>
    /// <param name="named">The ticket that may show what its definition names; null for none.</param>
    public static string Hide(EvaluationContext context, string text, Template? template, CompiledTicket? named = null)
    {
        if (text.Length == 0 || !HasAny(context))
        {
            return text;
        }

        foreach (AskStep ask in context.Flow.Secrets)
        {
            if (named is null || !Names(named, ask))
            {
                bool isRead = template is null || !template.Includes.IsEmpty || Reads(template, ask);
                text = Replace(text, Texts(context, ask, isRead));
            }
        }

        foreach (int slot in context.Flow.SecretReturns)
        {
            if (named is null || !Names(named, slot))
            {
                bool isRead = template is null || !template.Includes.IsEmpty || template.Reads.Any(use => use.Slot == slot);
                text = Replace(text, Texts(context, slot, isRead));
            }
        }

        text = Replace(text, named is null ? context.Secrets : NotNamed(context, named));
        return context.State.Caller is null ? text : HideWaiting(context, text, isRead: template is null || !template.Reads.IsEmpty || !template.Includes.IsEmpty, named);
    }

    /// <summary>Hides what flows that wait know: it may have been given to this one.</summary>
    private static string HideWaiting(EvaluationContext context, string text, bool isRead, CompiledTicket? named)
    {
        EvaluationContext given = context;
        while (context.State.Caller is { } frame)
        {
            context = Frames.Leave(context, frame);
            foreach (AskStep ask in context.Flow.Secrets)
            {
                if (named is null || !(Names(named, given, context.Answers.Find(ask.Index)) || (ask.SaveSlot >= 0 && Names(named, given, context.Data[ask.SaveSlot]))))
                {
                    text = Replace(text, Texts(context, ask, isRead));
                }
            }

            foreach (int slot in context.Flow.SecretReturns)
            {
                if (named is null || !Names(named, given, context.Data[slot]))
                {
                    text = Replace(text, Texts(context, slot, isRead));
                }
            }
        }

        return text;
    }

    /// <summary>Whether there is any, or may be.</summary>
    public static bool HasAny(EvaluationContext context) => context.Flow.Secrets.Length > 0 || context.Flow.SecretReturns.Length > 0 || context.State.Caller is not null || context.Secrets.Length > 0;

    /// <summary>The secrets of a flow that are in a value: those that tell something by themselves.</summary>
    public static string[] In(EvaluationContext context, Value value)
    {
        if (context.Flow.Secrets.Length == 0 && context.Flow.SecretReturns.Length == 0)
        {
            return [];
        }

        string[] texts = [.. TextsIn(value)];
        return
        [
            .. context.Flow.Secrets.SelectMany(ask => Texts(context, ask, isRead: false))
                .Concat(context.Flow.SecretReturns.SelectMany(slot => Texts(context, slot, isRead: false)))
                .Where(secret => Array.Exists(texts, text => text.Contains(secret, StringComparison.OrdinalIgnoreCase)))
                .Distinct(StringComparer.Ordinal),
        ];
    }

    /// <summary>How a value may look in a text, where that tells something by itself.</summary>
    public static IEnumerable<string> TextsOf(EvaluationContext context, Value value)
    {
        var texts = new HashSet<string>(StringComparer.Ordinal);
        Add(context, texts, value);
        return Telling(texts, isRead: false);
    }

    private static IEnumerable<string> TextsIn(Value value) =>
        value.TryGetText(out string? text) ? [text]
        : value.TryGetList(out ValueList? list) ? list.SelectMany(TextsIn)
        : value.TryGetObject(out ValueObject? members) ? members.Names.SelectMany(name => members.TryGetValue(name, out Value member) ? TextsIn(member) : [])
        : [value.ToString()];

    /// <summary>A datum or an input without secrets, for what names none: what is equal to a short one by chance is shown, but for an input, which a flow that waits may have given just that.</summary>
    public static Value HideIn(EvaluationContext context, int slot)
    {
        Value value = context.Data[slot];
        if (!HasAny(context) || value.IsNull)
        {
            return value;
        }

        bool isGiven = slot < context.Flow.Parts.InputCount && context.State.Caller is not null;
        bool isSecret = IsSecret(context.Flow, slot) || (isGiven ? TextsIn(value).Any(text => Hide(context, text) != text) : IsIn(context, value));
        return isSecret ? Value.From(Mask) : value;
    }

    /// <summary>A text that reads no secret, without those that came there by a detour.</summary>
    public static string HideDetours(EvaluationContext context, string text) => Hide(context, text, NothingRead);

    /// <summary>Whether a value holds a secret that came there by a detour.</summary>
    public static bool IsIn(EvaluationContext context, Value value) => HasAny(context) && TextsIn(value).Any(text => HideDetours(context, text) != text);

    /// <summary>An error's message without secrets.</summary>
    public static string Hide(EvaluationContext context, string message) => Hide(context, message, template: null);

    /// <summary>Evidence as a ticket may show it: a datum it names is shown; texts in it that hold another secret are not.</summary>
    public static Value Hide(EvaluationContext context, Value value, CompiledTicket named) => !HasAny(context)
        ? value
        : value.TryGetText(out string? text) ? Value.From(Hide(context, text, NothingRead, named))
        : value.TryGetList(out ValueList? list) ? Value.From(ValueList.Adopt([.. list.Select(item => Hide(context, item, named))]))
        : value.TryGetObject(out ValueObject? members) ? Value.From(ValueObject.Create(members.Names.Select(name => KeyValuePair.Create(name, members.TryGetValue(name, out Value member) ? Hide(context, member, named) : Value.Null))))
        : value;

    /// <summary>Whether a datum holds a secret.</summary>
    public static bool IsSecret(Flow flow, int slot) => Array.Exists(flow.Secrets, ask => ask.SaveSlot == slot) || Array.IndexOf(flow.SecretReturns, slot) >= 0;

    /// <summary>Whether a known answer's name, a question's or a datum's, stands for a secret.</summary>
    public static bool IsSecret(Flow flow, string name) =>
        Array.Exists(flow.Secrets, ask => ask.Id == name || (ask.SaveSlot >= 0 && flow.Parts.Variables[ask.SaveSlot].Name == name));

    private static Template NothingRead { get; } = Template.Parse(string.Empty).GetOrThrow();

    private static bool Names(CompiledTicket ticket, AskStep ask) => (ask.SaveSlot >= 0 && ticket.Evidence.Contains(ask.SaveSlot)) || Reads(ticket.Subject.Source, ask) || Reads(ticket.Body.Source, ask);

    private static bool Names(CompiledTicket ticket, int slot) => ticket.Evidence.Contains(slot) || ticket.Subject.Source.Reads.Concat(ticket.Body.Source.Reads).Any(use => use.Slot == slot);

    /// <summary>Whether a ticket names an input that was given just that secret.</summary>
    private static bool Names(CompiledTicket ticket, EvaluationContext given, Value secret)
    {
        for (int slot = 0; slot < given.Flow.Parts.InputCount; slot++)
        {
            if (!secret.IsNull && given.Data[slot] == secret && Names(ticket, slot))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The secrets that came to the session, but for those that a ticket may show.</summary>
    private static IEnumerable<string> NotNamed(EvaluationContext context, CompiledTicket named) => context.Secrets.Where(secret => !Names(named, context, secret));

    /// <summary>Whether a ticket names an input that is just that secret.</summary>
    private static bool Names(CompiledTicket ticket, EvaluationContext context, string secret)
    {
        for (int slot = 0; slot < context.Flow.Parts.InputCount; slot++)
        {
            if (Names(ticket, slot) && TextsOf(context, context.Data[slot]).Contains(secret, StringComparer.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether an expression gives a secret: it reads one, or what it gives holds one.</summary>
    public static bool IsIn(EvaluationContext context, Expression expression, Value value) => HasAny(context)
        && (Array.Exists(context.Flow.Secrets, ask => Reads(expression.Reads, ask)) || expression.Reads.Any(use => Array.IndexOf(context.Flow.SecretReturns, use.Slot) >= 0) || IsIn(context, value));

    private static bool Reads(Template template, AskStep ask) => Reads(template.Reads, ask);

    private static bool Reads(ImmutableArray<Templates.Binding.NameUse> reads, AskStep ask)
    {
        foreach (Templates.Binding.NameUse use in reads)
        {
            if (use.Slot == ask.SaveSlot || use.Slot == Slot.Of(Slot.Answer, ask.Index) || use.Slot == Slot.Of(Slot.Label, ask.Index))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How the answer may look in a text, the longest first.</summary>
    private static IEnumerable<string> Texts(EvaluationContext context, AskStep ask, bool isRead)
    {
        bool isTyped = ask.Answer is TextSpec or EmailSpec or PhoneSpec or NumberSpec;
        if (!isRead && !isTyped)
        {
            return [];
        }

        var texts = new HashSet<string>(StringComparer.Ordinal);
        Value answer = context.GetValue(Slot.Of(Slot.Answer, ask.Index));
        Add(context, texts, answer);
        Add(context, texts, context.Answers.Find(ask.Index));
        if (ask.Answer is OptionsSpec && isRead)
        {
            Add(context, texts, context.GetValue(Slot.Of(Slot.Label, ask.Index)));
        }

        if (ask.SaveSlot >= 0)
        {
            Add(context, texts, context.Data[ask.SaveSlot]);
        }

        if (context.Heard is { } heard && context.State.Step == ask.Index)
        {
            texts.Add(heard.Trim());
        }

        return Telling(texts, isRead);
    }

    /// <summary>How a datum that another flow gave back may look in a text, the longest first.</summary>
    private static IEnumerable<string> Texts(EvaluationContext context, int slot, bool isRead)
    {
        var texts = new HashSet<string>(StringComparer.Ordinal);
        Add(context, texts, context.Data[slot]);
        return Telling(texts, isRead);
    }

    private static IOrderedEnumerable<string> Telling(HashSet<string> texts, bool isRead) =>
        texts.Where(text => text.Length >= (isRead ? 1 : LeastTelling)).OrderByDescending(text => text.Length);

    private static string Replace(string text, IEnumerable<string> secrets)
    {
        foreach (string secret in secrets)
        {
            text = Replace(text, secret);
        }

        return text;
    }

    private static void Add(EvaluationContext context, HashSet<string> texts, Value value)
    {
        if (value.TryGetText(out string? text))
        {
            texts.Add(text);
        }
        else if (value.TryGetList(out ValueList? list))
        {
            foreach (Value item in list)
            {
                Add(context, texts, item);
            }
        }
        else if (value.TryGetObject(out ValueObject? members))
        {
            foreach (string name in members.Names)
            {
                Add(context, texts, members.TryGetValue(name, out Value member) ? member : Value.Null);
            }
        }
        else if (!value.IsNull)
        {
            texts.Add(value.ToString());
            if (value.TryGetNumber(out double number))
            {
                texts.Add(number.ToString(context.Settings.Culture));
                texts.Add(number.ToString("N0", context.Settings.Culture));
                texts.Add(number.ToString("N2", context.Settings.Culture));
            }
            else if (value.TryGetDate(out DateTime date))
            {
                texts.UnionWith([date.ToString("d", context.Settings.Culture), date.ToString("D", context.Settings.Culture), date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), date.ToString("dd MMM yyyy", CultureInfo.InvariantCulture)]);
            }
        }
    }

    /// <summary>A text with each occurrence hidden; of a short one only those that are no part of a word or number.</summary>
    private static string Replace(string text, string secret)
    {
        int at = secret.Length == 0 ? -1 : text.IndexOf(secret, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return text;
        }

        var hidden = new StringBuilder();
        int from = 0;
        for (; at >= 0; at = text.IndexOf(secret, at + secret.Length, StringComparison.OrdinalIgnoreCase))
        {
            int end = at + secret.Length;
            bool isPart = secret.Length < LeastTelling && ((at > 0 && char.IsAsciiLetterOrDigit(text[at - 1])) || (end < text.Length && char.IsAsciiLetterOrDigit(text[end])));
            if (!isPart)
            {
                hidden.Append(text, from, at - from).Append(Mask);
                from = end;
            }
        }

        return hidden.Append(text, from, text.Length - from).ToString();
    }
}
