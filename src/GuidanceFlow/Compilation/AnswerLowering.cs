using System.Text.RegularExpressions;
using GuidanceFlow.Answers;
using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Templates.Binding;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Compilation;

/// <summary>Compiles what questions understand.</summary>
internal sealed class AnswerLowering(CompilationContext context, Scopes scopes, TemplateBinder binder, TargetResolver targets)
{
    // Options that are nothing but a word stand at many questions, and are the same everywhere. A word has one place, and a later one takes it.
    private const int PlainOptions = 64;

    private readonly ChoiceOption?[] _plainOptions = new ChoiceOption?[PlainOptions];
    private readonly List<string> _keys = [];
    private readonly ListedOptionsLowering _listed = new(context, scopes, binder);

    // The time a pattern may take; those that need none to speak of are the only ones allowed.
    private static readonly TimeSpan PatternTime = TimeSpan.FromSeconds(1);

    public AnswerSpec Lower(StepPlace place, AnsweredStepDefinition ask)
    {
        AnswerSpec spec = LowerType(place, ask);
        if (ask.Answer is { Check: null, Message: null })
        {
            return spec;
        }

        SourcePath path = place.Path.Member("answer");
        return spec with
        {
            Check = binder.Guard(ask.Answer.Check, scopes.WithAnswer(place, ask), path.Member("check"), place.Index, UsePhase.Entry),
            Message = ask.Answer.Message is { } message ? MessageOf(message, place, ask, binder) : null,
        };
    }

    private Template MessageOf(string message, StepPlace place, AnsweredStepDefinition ask, TemplateBinder language) =>
        language.Template(message, scopes.WithAnswer(place, ask), place.Path.Member("answer").Member("message"), place.Index, UsePhase.Entry);

    private Regex? PatternOf(StepPlace place, TextAnswerDefinition text)
    {
        if (text.Pattern is null)
        {
            return null;
        }

        SourcePath path = place.Path.Member("answer").Member("pattern");
        try
        {
            return new Regex($"\\A(?:{text.Pattern})\\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, PatternTime);
        }
        catch (RegexParseException problem)
        {
            context.ReportInText(DiagnosticCatalog.InvalidValue, path, Math.Clamp(problem.Offset - "\\A(?:".Length, 0, text.Pattern.Length), $"{Spelling.Quote(text.Pattern)} is no regular expression ({problem.Error}). Correct it.");
        }
        catch (NotSupportedException)
        {
            context.Report(DiagnosticCatalog.InvalidValue, path, $"{Spelling.Quote(text.Pattern)} looks around, refers back or is atomic, which could take very long. Write it without, or use a 'check'.");
        }

        return null;
    }

    private AnswerSpec LowerType(StepPlace place, AnsweredStepDefinition ask) => ask.Answer switch
    {
        ChoiceAnswerDefinition choice => new ChoiceSpec(LowerOptions(place, choice), _listed.Lower(place, choice)),
        ChoicesAnswerDefinition choices => new ChoicesSpec(LowerOptions(place, choices), _listed.Lower(place, choices), choices.Min, choices.Max),
        YesNoAnswerDefinition yesNo => new YesNoSpec(KeysOf(yesNo.Yes), KeysOf(yesNo.No)),
        NumberAnswerDefinition number => new NumberSpec(number),
        TextAnswerDefinition text => new TextSpec(text.MaxLength, PatternOf(place, text)),
        DateAnswerDefinition date => new DateSpec(date.Past),
        EmailAnswerDefinition => new EmailSpec(),
        PhoneAnswerDefinition => new PhoneSpec(),
        AttachmentAnswerDefinition attachment => new AttachmentSpec(attachment),
        RatingAnswerDefinition rating => new RatingSpec(rating.From, rating.Scale),
        _ => throw new InvalidOperationException("Unknown kind of answer."),
    };

    /// <summary>The same in another language: what is saved and where it leads stays, words change.</summary>
    public AnswerSpec Translate(AnswerSpec source, StepPlace place, AnsweredStepDefinition ask, TranslatedTexts texts, TemplateBinder translator)
    {
        SourcePath path = place.Path.Member("answer");
        if (ask.Answer.Message is { } message)
        {
            source = source with { Message = MessageOf(message, place, ask, translator) };
        }

        if (source is NumberSpec { Definition: { Unit: { } unit } number } measured)
        {
            return measured with { Definition = number with { Unit = texts.Find(path.Member("unit"), unit) } };
        }

        if (ask.Answer is YesNoAnswerDefinition yesNo)
        {
            return new YesNoSpec(KeysOf(WordsOf(texts, path.Member("yes"), yesNo.Yes)), KeysOf(WordsOf(texts, path.Member("no"), yesNo.No)));
        }

        if (source is not OptionsSpec choice)
        {
            return source;
        }

        ListedOptions? listed = _listed.Translate(choice.Listed, place, (OptionsAnswerDefinition)ask.Answer, translator);
        SourcePath list = path.Member("options").Kept();
        EquatableArray<OptionDefinition> definitions = ((OptionsAnswerDefinition)ask.Answer).Options;
        var options = new ChoiceOption[definitions.Count];
        for (int i = 0; i < options.Length; i++)
        {
            OptionDefinition option = definitions[i];
            SourcePath at = list.Item(i).Kept();
            Template label = LabelOf(option, place, at, translator);
            options[i] = choice.Options[i] with { Label = label, Keys = KeysOf(option.Value, WordsOf(texts, at.Member("synonyms"), option.Synonyms), label) };
        }

        return source is ChoicesSpec several
            ? new ChoicesSpec(options, listed, several.Min, several.Max) { Check = source.Check, Message = source.Message }
            : new ChoiceSpec(options, listed);
    }

    /// <summary>The slot an answer is saved in; reports a datum that is missing, an input, or of another type.</summary>
    public int SaveSlotOf(StepPlace place, AnsweredStepDefinition ask)
    {
        if (ask.Save is null)
        {
            return -1;
        }

        SourcePath path = place.Path.Member("save");
        if (!TryFindDatum(context, ask.Save, path, out int slot))
        {
            return -1;
        }

        DataType type = context.Variables[slot].Type;

        // Which texts an answer may be is looked at below.
        StaticType answer = AnswerTypes.OfLabel(ask.Answer);
        if (!type.ToStaticType().Accepts(answer))
        {
            context.Report(DiagnosticCatalog.TypeMismatch, path, $"The datum '{ask.Save}' is {type.ToStaticType()}, but the answer is {answer}. Change the datum's type or the answer's.");
        }
        else if ((type.Kind == DataKind.List ? type.Item! : type) is { Kind: DataKind.Choice } choice)
        {
            CheckValues(ask, choice, place.Path);
        }

        return slot;
    }

    /// <summary>Finds the slot of a datum that may be written; reports one that is missing or an input.</summary>
    public static bool TryFindDatum(CompilationContext context, string name, SourcePath path, out int slot)
    {
        if (!context.Slots.TryGetValue(name, out slot))
        {
            context.Report(DiagnosticCatalog.UnknownReference, path, $"There is no datum {Spelling.Quote(name)}. Declare it under 'data'.{Hints.DidYouMean(context, name, context.Definition.Data.Select(datum => datum.Name), "Or use")}");
            return false;
        }

        if (slot < context.InputCount)
        {
            context.Report(DiagnosticCatalog.UnknownReference, path, $"'{name}' is an input, and inputs are read-only. Declare a datum under 'data' and write that.");
            return false;
        }

        return true;
    }

    private void CheckValues(AnsweredStepDefinition ask, DataType type, SourcePath path)
    {
        if (ask.Answer is not OptionsAnswerDefinition { Listed: null } choice)
        {
            context.Report(DiagnosticCatalog.TypeMismatch, path.Member("save"), $"The datum '{ask.Save}' takes one of {string.Join(", ", type.Values.Select(value => $"'{value}'"))}, but the answer may be any {AnswerTypes.Of(ask.Answer)}. Ask with options of these values.");
            return;
        }

        for (int i = 0; i < choice.Options.Count; i++)
        {
            if (!type.Values.Contains(choice.Options[i].Value))
            {
                context.Report(DiagnosticCatalog.TypeMismatch, path.Member("answer").Member("options").Item(i), $"The datum '{ask.Save}' does not take '{choice.Options[i].Value}'. Its values are {string.Join(", ", type.Values.Select(value => $"'{value}'"))}.");
            }
        }
    }

    private ChoiceOption[] LowerOptions(StepPlace place, OptionsAnswerDefinition choice)
    {
        INameScope scope = scopes.Around(place);
        var options = new ChoiceOption[choice.Options.Count];
        for (int i = 0; i < options.Length; i++)
        {
            OptionDefinition option = choice.Options[i];
            Template? constant = binder.Constant(option.Label ?? option.Value);
            if (constant is not null && option is { Label: null, Synonyms.IsEmpty: true, When: null, Goto: null })
            {
                options[i] = PlainOption(option.Value, constant);
                continue;
            }

            // Of words and a label without code nothing can be wrong here.
            SourcePath at = constant is not null && option.When is null && option.Goto is null ? default : OptionsOf(place).Item(i).Kept();
            Template label = constant ?? LabelOf(option, place, at, binder);
            Expression? when = option.When is null ? null : binder.Guard(option.When, scope, at.Member("when"), place.Index, UsePhase.Entry);
            int? target = option.Goto is null ? null : targets.Resolve(option.Goto, place, at);
            options[i] = new ChoiceOption(option.Value, label, KeysOf(option.Value, option.Synonyms, label), when, target);
        }

        return options;
    }

    private ChoiceOption PlainOption(string value, Template label)
    {
        ref ChoiceOption? known = ref _plainOptions[(uint)value.GetHashCode(StringComparison.Ordinal) % PlainOptions];
        if (known is null || !string.Equals(known.Value, value, StringComparison.Ordinal))
        {
            known = new ChoiceOption(value, label, KeysOf(value, default, label), When: null, Target: null);
        }

        return known;
    }

    private static SourcePath OptionsOf(StepPlace place) => place.Path.Member("answer").Member("options");

    /// <summary>A value shown as it is, even if it looks like a template.</summary>
    private static string Literal(string value) => value.Contains("{{", StringComparison.Ordinal) ? "{%{" + value + "}%}" : value;

    private Template LabelOf(OptionDefinition option, StepPlace place, SourcePath path, TemplateBinder language) =>
        language.Template(option.Label ?? Literal(option.Value), scopes.Around(place), path.Member("label"), place.Index, UsePhase.Entry);

    private static EquatableArray<string> WordsOf(TranslatedTexts texts, SourcePath path, EquatableArray<string> source) =>
        texts.TryFind(path, out TranslatedText? words) ? words.Texts : source;

    private string[] KeysOf(EquatableArray<string> words)
    {
        _keys.Clear();
        AddKeys(words);
        return [.. _keys];
    }

    private string[] KeysOf(string value, EquatableArray<string> synonyms, Template label)
    {
        _keys.Clear();
        AddKey(value);
        AddKeys(synonyms);
        if (label.IsConstant)
        {
            AddKey(label.Render(NoValues.Instance));
        }

        return [.. _keys];
    }

    private void AddKeys(EquatableArray<string> words)
    {
        foreach (string word in words)
        {
            AddKey(word);
        }
    }

    private void AddKey(string word)
    {
        string key = AnswerText.Normalize(AnswerText.Repair(word));
        if (key.Length > 0 && !_keys.Contains(key))
        {
            _keys.Add(key);
        }
    }
}
