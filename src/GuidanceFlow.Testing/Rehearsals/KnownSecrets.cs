using GuidanceFlow.Actions;
using GuidanceFlow.Compilation;
using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow.Testing.Rehearsals;

/// <summary>The answers to sensitive questions, so that what is shown of actions and corrections does not hold them. Not thread-safe.</summary>
internal sealed class KnownSecrets
{
    private const string Mask = "•••";

    // What is shorter stands in many a text by chance.
    private const int ShortestPart = 4;

    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);

    /// <summary>Learns what a turn answered, and what the session keeps.</summary>
    public void Learn(Flow flow, string? asked, Turn turn)
    {
        if (asked is not null && IsSecret(flow, asked) && turn.Answer is { } answer)
        {
            Add(answer.Value);
            Add(Value.From(answer.Raw.Trim()));
        }

        foreach (FlowStep step in flow.Steps.Where(step => step.AsksForSecret))
        {
            Add(turn.Session.Answer(step.Id));
        }
    }

    /// <summary>Whether a question is sensitive, in the flow or in one it runs.</summary>
    public static bool IsSecret(Flow flow, string step) => flow.Closure.Any(id => flow.FindFlow(id)?.FindStep(step) is { AsksForSecret: true });

    public SessionInput? Shown(SessionInput? input, Flow flow) => input switch
    {
        AnswerInput => null,
        CorrectionInput correction when IsSecret(flow, correction.Step) => correction with { Answer = Mask },
        ActionResultInput ended => ended with { Result = ended.Result with { Returned = Shown(ended.Result.Returned), Message = ended.Result.Message is { } message ? Shown(message) : null } },
        _ => input,
    };

    public ActionCall Shown(ActionCall call) => call with { Arguments = Shown(call.Arguments) };

    private EquatableArray<KeyValuePair<string, Value>> Shown(EquatableArray<KeyValuePair<string, Value>> values) =>
        _texts.Count == 0 ? values : values.Select(value => KeyValuePair.Create(value.Key, Shown(value.Value))).ToEquatableArray();

    private Value Shown(Value value)
    {
        if (value.TryGetList(out ValueList? items))
        {
            return Value.From(ValueList.Create([.. items.Select(Shown)]));
        }

        if (value.TryGetObject(out ValueObject? members))
        {
            return Value.From(ValueObject.Create(members.Select(member => KeyValuePair.Create(member.Key, Shown(member.Value)))));
        }

        string text = TextOf(value);
        string shown = Shown(text);
        return ReferenceEquals(shown, text) ? value : Value.From(shown);
    }

    private string Shown(string text)
    {
        if (_texts.Contains(text))
        {
            return Mask;
        }

        foreach (string secret in _texts.Where(secret => secret.Length >= ShortestPart))
        {
            text = text.Replace(secret, Mask, StringComparison.Ordinal);
        }

        return text;
    }

    private void Add(Value value)
    {
        if (value.TryGetList(out ValueList? items))
        {
            foreach (Value item in items)
            {
                Add(item);
            }
        }
        else if (TextOf(value) is { Length: > 0 } text)
        {
            _texts.Add(text);
        }
    }

    private static string TextOf(Value value) => value.IsNull ? string.Empty : value.TryGetText(out string? text) ? text : value.ToString();
}
