using GuidanceFlow.Definitions.Reading;

namespace GuidanceFlow.Definitions.Writing;

/// <summary>Writes answers and options.</summary>
internal static class AnswerWriter
{
    public static void Write(JsonOutput output, AnswerDefinition? answer)
    {
        switch (answer)
        {
            case null:
                output.Null();
                return;
            case YesNoAnswerDefinition { Yes.IsEmpty: true, No.IsEmpty: true }:
                output.Text(answer.Type);
                return;
            case TextAnswerDefinition text when text == new TextAnswerDefinition():
                output.Text(answer.Type);
                return;
            case NumberAnswerDefinition number when number == new NumberAnswerDefinition():
            case RatingAnswerDefinition rating when rating == new RatingAnswerDefinition():
            case DateAnswerDefinition date when date == new DateAnswerDefinition():
            case AttachmentAnswerDefinition attachment when attachment == new AttachmentAnswerDefinition():
            case EmailAnswerDefinition or PhoneAnswerDefinition when answer is { Check: null, Message: null }:
                output.Text(answer.Type);
                return;
        }

        output.StartObject();
        output.Required("type", answer.Type);
        switch (answer)
        {
            case ChoiceAnswerDefinition choice:
                WriteOptions(output, choice);
                break;
            case ChoicesAnswerDefinition choices:
                WriteOptions(output, choices);
                if (choices.Min != new ChoicesAnswerDefinition().Min)
                {
                    output.Name("min");
                    output.Integer(choices.Min);
                }

                if (choices.Max is { } most)
                {
                    output.Name("max");
                    output.Integer(most);
                }

                break;
            case YesNoAnswerDefinition yesNo:
                output.Optional("yes", yesNo.Yes, static (output, word) => output.Text(word));
                output.Optional("no", yesNo.No, static (output, word) => output.Text(word));
                break;
            case TextAnswerDefinition text:
                output.Name("max_length");
                output.Integer(text.MaxLength);
                output.Optional("pattern", text.Pattern);
                break;
            case NumberAnswerDefinition number:
                WriteBounds(output, number);
                break;
            case DateAnswerDefinition date:
                output.Name("past");
                output.Flag(date.Past);
                break;
            case RatingAnswerDefinition rating:
                output.Name("from");
                output.Integer(rating.From);
                output.Name("scale");
                output.Integer(rating.Scale);
                break;
            case AttachmentAnswerDefinition attachment:
                output.Optional("kinds", attachment.Kinds, static (output, kind) => output.Text(AnswerReader.AttachmentKinds.Of(kind) ?? string.Empty));
                WriteBound(output, "max_size", attachment.MaxSize);
                output.Name("min");
                output.Integer(attachment.Min);
                output.Name("max");
                output.Integer(attachment.Max);
                break;
        }

        output.Optional("check", answer.Check);
        output.Optional("message", answer.Message);

        output.EndObject();
    }

    private static void WriteBounds(JsonOutput output, NumberAnswerDefinition number)
    {
        WriteBound(output, "min", number.Min);
        WriteBound(output, "max", number.Max);
        if (number.Integer)
        {
            output.Name("integer");
            output.Flag(true);
        }

        output.Optional("unit", number.Unit);
    }

    private static void WriteBound(JsonOutput output, string name, double? bound)
    {
        if (bound is not { } value)
        {
            return;
        }

        output.Name(name);

        // Here 1 says the same as 1.0 and reads better; of zero only the negative one would be lost.
        if (Math.Abs(value) < 1e15 && Math.Floor(value) == value && !(value == 0 && double.IsNegative(value)))
        {
            output.Integer((long)value);
        }
        else
        {
            output.Number(value);
        }
    }

    private static void WriteOptions(JsonOutput output, OptionsAnswerDefinition answer)
    {
        if (answer.Listed is not { } listed)
        {
            output.Required("options", answer.Options, Write);
            return;
        }

        output.Name("options");
        output.StartObject();
        output.Required("from", listed.From);
        output.Optional("as", listed.As == ListedOptionsDefinition.DefaultItem ? null : listed.As);
        output.Optional("where", listed.Where);
        output.Required("value", listed.Value);
        output.Optional("label", listed.Label);
        output.EndObject();
    }

    private static void Write(JsonOutput output, OptionDefinition option)
    {
        if (option is { Label: null, Synonyms.IsEmpty: true, When: null, Goto: null })
        {
            output.Text(option.Value);
            return;
        }

        output.StartObject();
        output.Required("value", option.Value);
        output.Optional("label", option.Label);
        output.Optional("synonyms", option.Synonyms, static (output, synonym) => output.Text(synonym));
        output.Optional("when", option.When);
        output.Optional("goto", option.Goto);
        output.EndObject();
    }
}
