namespace GuidanceFlow.Definitions.Reading;

/// <summary>Reads what a question understands. <c>"yes_no"</c> alone stands for an answer without other members.</summary>
internal static class AnswerReader
{
    public const int LongestText = 100_000;
    public const int BestRating = 10;
    public const int MostOptions = 1_000;
    public const int MostAttachments = 20;

    public static readonly Words<AttachmentKind> AttachmentKinds = new(
        "attachment kind", new("image", AttachmentKind.Image), new("video", AttachmentKind.Video), new("audio", AttachmentKind.Audio), new("document", AttachmentKind.Document));


    public static readonly Variants<AnswerDefinition> Types = new(
        "answer",
        new("choice", new MemberTable("choice_answer", "a choice answer", Type, new("options", "\"options\": [ … ]")), BindChoice),
        new("choices", new MemberTable("choices_answer", "a choices answer", Type, new("options", "\"options\": [ … ]"), new("min"), new("max"), new("check"), new("message")), BindChoices),
        new("yes_no", new MemberTable("yes_no_answer", "a yes_no answer", Type, new("yes"), new("no")), BindYesNo),
        new("text", new MemberTable("text_answer", "a text answer", Type, new("max_length"), new("pattern"), new("check"), new("message")), BindText),
        new("number", new MemberTable("number_answer", "a number answer", Type, new("min"), new("max"), new("integer"), new("unit"), new("check"), new("message")), BindNumber),
        new("email", new MemberTable("email_answer", "an email answer", Type, new("check"), new("message")), static (in MemberValues members) => Checked(members, new EmailAnswerDefinition())),
        new("phone", new MemberTable("phone_answer", "a phone answer", Type, new("check"), new("message")), static (in MemberValues members) => Checked(members, new PhoneAnswerDefinition())),
        new("date", new MemberTable("date_answer", "a date answer", Type, new("past"), new("check"), new("message")), BindDate),
        new("rating", new MemberTable("rating_answer", "a rating answer", Type, new("from"), new("scale"), new("check"), new("message")), BindRating),
        new("attachment", new MemberTable("attachment_answer", "an attachment answer", Type, new("kinds"), new("max_size"), new("min"), new("max"), new("check"), new("message")), BindAttachment))
    {
        HasShortForm = true,
    };

    private static Member Type => new("type", "\"type\": \"…\"");

    public static AnswerDefinition? Read(ReadContext context, int node) => Types.Read(context, node);

    private static ChoiceAnswerDefinition BindChoice(in MemberValues members) => ListedOptionsReader.Read(members) is { } listed
        ? new ChoiceAnswerDefinition { Listed = listed }
        : new ChoiceAnswerDefinition { Options = members.List("options", OptionReader.Read, "option") };

    private static AnswerDefinition BindChoices(in MemberValues members)
    {
        var answer = new ChoicesAnswerDefinition();
        answer = answer with
        {
            Listed = ListedOptionsReader.Read(members),
            Min = members.Integer("min", 0, MostOptions) ?? answer.Min,
            Max = members.Integer("max", 1, MostOptions),
        };
        if (answer.Listed is null)
        {
            answer = answer with { Options = members.List("options", OptionReader.ReadOneOfSeveral, "option") };
        }

        if (answer.Min > answer.Max)
        {
            members.Context.Invalid(members["max"], "The greatest number is less than the least one. Exchange 'min' and 'max'.");
        }
        else if (!answer.Options.IsEmpty && answer.Min > answer.Options.Count)
        {
            members.Context.Invalid(members["min"], "There are fewer options than must be chosen. Add options, or lower 'min'.");
        }

        return Checked(members, answer);
    }

    private static YesNoAnswerDefinition BindYesNo(in MemberValues members) => new()
    {
        Yes = members.List("yes", static (context, item) => context.Text(item)),
        No = members.List("no", static (context, item) => context.Text(item)),
    };

    private static AnswerDefinition BindText(in MemberValues members)
    {
        var answer = new TextAnswerDefinition { Pattern = members.OptionalText("pattern") };
        return Checked(members, members.Integer("max_length", 1, LongestText) is { } length ? answer with { MaxLength = length } : answer, answer.Pattern is not null);
    }

    private static AnswerDefinition BindDate(in MemberValues members) => Checked(members, new DateAnswerDefinition { Past = members.Flag("past") ?? false });

    private static AnswerDefinition BindRating(in MemberValues members)
    {
        var answer = new RatingAnswerDefinition();
        return Checked(members, new RatingAnswerDefinition
        {
            From = members.Integer("from", 0, 1) ?? answer.From,
            Scale = members.Integer("scale", 2, BestRating) ?? answer.Scale,
        });
    }

    private static AnswerDefinition BindAttachment(in MemberValues members)
    {
        var answer = new AttachmentAnswerDefinition();
        answer = answer with
        {
            Kinds = members.List<AttachmentKind?>("kinds", static (context, item) => context.Word(item, AttachmentKinds), "kind").OfType<AttachmentKind>().ToEquatableArray(),
            MaxSize = members.Number("max_size"),
            Min = members.Integer("min", 0, MostAttachments) ?? answer.Min,
            Max = members.Integer("max", 1, MostAttachments) ?? answer.Max,
        };
        if (answer.MaxSize <= 0)
        {
            members.Context.Invalid(members["max_size"], "The largest size must be more than 0 megabytes.");
        }

        if (answer.Min > answer.Max)
        {
            members.Context.Invalid(members["max"] > 0 ? members["max"] : members["min"], "The greatest number is less than the least one. Raise 'max'; it is 1 where it is left out.");
        }

        return Checked(members, answer);
    }

    /// <summary>The answer with its check and what is said when that fails.</summary>
    private static AnswerDefinition Checked(in MemberValues members, AnswerDefinition answer, bool hasPattern = false)
    {
        AnswerDefinition read = answer with { Check = members.OptionalText("check"), Message = members.OptionalText("message") };
        if (read.Message is not null && read.Check is null && !hasPattern)
        {
            members.Context.Invalid(members["message"], "Nothing is checked here, so this is never said. Add a 'check', or use 'retry' of the step.");
        }

        return read;
    }

    private static AnswerDefinition BindNumber(in MemberValues members)
    {
        var answer = new NumberAnswerDefinition
        {
            Min = members.Number("min"),
            Max = members.Number("max"),
            Integer = members.Flag("integer") ?? false,
            Unit = members.OptionalText("unit"),
        };
        if (answer.Min > answer.Max)
        {
            members.Context.Invalid(members["max"], "The greatest number is less than the least one. Exchange 'min' and 'max'.");
        }

        return Checked(members, answer);
    }
}
