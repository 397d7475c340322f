using FsCheck;
using FsCheck.Fluent;
using GuidanceFlow.Definitions;

namespace GuidanceFlow.Tests.Definitions.Generators;

/// <summary>Random answers.</summary>
internal static class AnswerGen
{
    private static readonly Gen<OptionDefinition> Option = Gen.OneOf(
        TextGen.Text.Select(value => new OptionDefinition { Value = value }),
        from value in TextGen.Text
        from label in TextGen.Text.Maybe()
        from synonyms in TextGen.Text.Some()
        from condition in TextGen.Text.Maybe()
        from target in TextGen.Text.Maybe()
        select new OptionDefinition { Value = value, Label = label, Synonyms = synonyms, When = condition, Goto = target });

    private static readonly Gen<ListedOptionsDefinition> Listed =
        from list in TextGen.Text
        from name in TextGen.Text.Maybe()
        from condition in TextGen.Text.Maybe()
        from value in TextGen.Text
        from label in TextGen.Text.Maybe()
        select new ListedOptionsDefinition { From = list, As = name ?? ListedOptionsDefinition.DefaultItem, Where = condition, Value = value, Label = label };

    public static Gen<AnswerDefinition> Answer { get; } =
        from answer in Plain
        from check in TextGen.Text.Maybe()
        from message in TextGen.Text.Maybe()
        from pattern in TextGen.Text.Maybe()
        select answer switch
        {
            ChoiceAnswerDefinition or YesNoAnswerDefinition => answer,
            TextAnswerDefinition text => text with { Pattern = pattern, Check = check, Message = pattern is null && check is null ? null : message },
            _ => answer with { Check = check, Message = check is null ? null : message },
        };

    private static Gen<AnswerDefinition> Plain => Gen.OneOf(
        Gen.Elements<AnswerDefinition>(new YesNoAnswerDefinition(), new TextAnswerDefinition(), new NumberAnswerDefinition(), new EmailAnswerDefinition(), new PhoneAnswerDefinition()),
        TextGen.Flag.Select(past => (AnswerDefinition)new DateAnswerDefinition { Past = past }),
        from best in Gen.Choose(2, 10)
        from least in Gen.Choose(0, 1)
        select (AnswerDefinition)new RatingAnswerDefinition { From = least, Scale = best },
        from yes in TextGen.Text.Some()
        from no in TextGen.Text.Some()
        select (AnswerDefinition)new YesNoAnswerDefinition { Yes = yes, No = no },
        Option.Some(least: 1).Select(options => (AnswerDefinition)new ChoiceAnswerDefinition { Options = options }),
        from kinds in Gen.Elements(Enum.GetValues<AttachmentKind>()).Some()
        from size in Gen.Choose(1, 1_000).MaybeValue()
        from least in Gen.Choose(0, 2)
        from more in Gen.Choose(0, 18)
        select (AnswerDefinition)new AttachmentAnswerDefinition { Kinds = kinds, MaxSize = size, Min = least, Max = Math.Max(1, least + more) },
        from listed in Listed
        from several in TextGen.Flag
        select several ? (AnswerDefinition)new ChoicesAnswerDefinition { Listed = listed } : new ChoiceAnswerDefinition { Listed = listed },
        from options in Option.Some(least: 1)
        from least in Gen.Choose(0, 1)
        from most in Gen.Choose(1, 1_000).MaybeValue()
        select (AnswerDefinition)new ChoicesAnswerDefinition { Options = options.Select(option => option with { Goto = null }).ToEquatableArray(), Min = least, Max = most },
        Gen.Choose(1, 100_000).Select(length => (AnswerDefinition)new TextAnswerDefinition { MaxLength = length }),
        from one in TypeGen.Number.MaybeValue()
        from other in TypeGen.Number.MaybeValue()
        from integer in TextGen.Flag
        from unit in TextGen.Text.Maybe()
        select (AnswerDefinition)new NumberAnswerDefinition
        {
            Min = one > other ? other : one,
            Max = one > other ? one : other,
            Integer = integer,
            Unit = unit,
        });
}
