using FsCheck;
using FsCheck.Fluent;
using GuidanceFlow.Definitions;
using GuidanceFlow.Tests.Definitions.Generators;
using GuidanceFlow.Translations;

namespace GuidanceFlow.Tests.Translations;

/// <summary>Translations follow their flow, and no translated word is lost on the way.</summary>
public sealed class TranslationUpdateTests
{
    private static readonly TextKey Hello = new(TextPart.Step, "hello", "text");
    private static readonly TextKey Bye = new(TextPart.Step, "bye", "text");

    [Fact]
    public void NewTranslation_HasAnEmptyEntryForEachText()
    {
        TranslationUpdate update = TranslationUpdate.Make(Flow(("hello", "Hello."), ("bye", "Bye.")), Empty);

        update.Missing.ShouldBe([Hello, Bye]);
        update.Translation.Entries.Select(entry => (entry.Source[0], entry.Texts.IsEmpty)).ShouldBe([("Hello.", true), ("Bye.", true)]);
        update.Translation.Entries.ShouldAllBe(entry => entry.Of != null);
    }

    [Fact]
    public void Translation_OfUnchangedTexts_StaysAsItIs()
    {
        TranslationDefinition translated = Translated(("hello", "Hello.", "您好。"), ("bye", "Bye.", "再见。"));
        TranslationUpdate update = TranslationUpdate.Make(Flow(("hello", "Hello."), ("bye", "Bye.")), translated);
        update.Translation.ShouldBe(translated);
        (update.Missing.Length + update.Stale.Length + update.Found.Length + update.SetAside.Length).ShouldBe(0);
    }

    [Fact]
    public void ChangedText_KeepsItsTranslationAndSaysWhatItWas()
    {
        TranslationDefinition translated = Translated(("hello", "Hello.", "您好。"));
        TranslationUpdate update = TranslationUpdate.Make(Flow(("hello", "Good day.")), translated);
        TranslationEntry entry = update.Translation.Entries.ShouldHaveSingleItem();
        update.Stale.ShouldBe([Hello]);
        (entry.Was[0], entry.Source[0], entry.Texts[0]).ShouldBe(("Hello.", "Good day.", "您好。"));

        // A second change still compares with what was translated; a change back may meet a translation that was corrected meanwhile.
        TranslationEntry twice = TranslationUpdate.Make(Flow(("hello", "Good morning.")), update.Translation).Translation.Entries[0];
        (twice.Was[0], twice.Source[0]).ShouldBe(("Hello.", "Good morning."));
        TranslationUpdate back = TranslationUpdate.Make(Flow(("hello", "Hello.")), update.Translation);
        back.Stale.ShouldBe([Hello]);
        (back.Translation.Entries[0].Was[0], back.Translation.Entries[0].Source[0]).ShouldBe(("Good day.", "Hello."));
    }

    [Fact]
    public void TextPutInFrontOfOthers_LeavesTheirTranslationsWithThem()
    {
        static FlowDefinition Asking(params string[] retries) => new()
        {
            Id = "f",
            Locales = ["en", "zh-CN"],
            Stages = [new StageDefinition { Id = "all", Steps = [new AskStepDefinition { Id = "ask", Text = "?", Answer = new YesNoAnswerDefinition(), Retry = new RetryDefinition { Texts = retries.ToEquatableArray() } }] }],
        };
        TranslationDefinition blank = TranslationUpdate.Make(Asking("Alpha", "Beta"), Empty).Translation;
        TranslationDefinition translated = blank with { Entries = blank.Entries.Select(entry => entry with { Texts = ["译" + entry.Source[0]] }).ToEquatableArray() };

        TranslationUpdate more = TranslationUpdate.Make(Asking("New", "Alpha", "Beta"), translated);
        more.Translation.Entries.Select(entry => (entry.Source[0], entry.Texts.IsEmpty ? null : entry.Texts[0])).ShouldBe([("?", "译?"), ("New", null), ("Alpha", "译Alpha"), ("Beta", "译Beta")]);
        (more.Missing.Length, more.Stale.Length, more.SetAside.Length).ShouldBe((1, 0, 0));

        TranslationUpdate fewer = TranslationUpdate.Make(Asking("Beta"), translated);
        fewer.Translation.Entries[1].Texts.ShouldBe(["译Beta"]);
        fewer.SetAside.Length.ShouldBe(1);
        fewer.Stale.ShouldBeEmpty();
    }

    [Fact]
    public void ChangedText_ThatWasConfirmed_IsUpToDate()
    {
        TranslationUpdate update = TranslationUpdate.Make(Flow(("hello", "Hello!")), Translated(("hello", "Hello.", "您好。")), key => key == Hello);
        update.Stale.ShouldBeEmpty();
        update.Translation.ShouldBe(Translated(("hello", "Hello!", "您好。")));
    }

    [Fact]
    public void ChangedText_OfAnEntryWithoutItsSource_StaysStaleByItsFingerprint()
    {
        TranslationDefinition translated = Translated(("hello", "Hello.", "您好。"));
        TranslationUpdate update = TranslationUpdate.Make(Flow(("hello", "Good day.")), translated with { Entries = [translated.Entries[0] with { Source = [] }] });
        update.Stale.ShouldBe([Hello]);
        update.Translation.Entries[0].Of.ShouldBe(translated.Entries[0].Of);
    }

    [Fact]
    public void RenamedStep_KeepsItsTranslation()
    {
        TranslationUpdate update = TranslationUpdate.Make(Flow(("greeting", "Hello.")), Translated(("hello", "Hello.", "您好。")));
        update.Found.ShouldBe([Hello with { Id = "greeting" }]);
        update.Translation.ShouldBe(Translated(("greeting", "Hello.", "您好。")));
    }

    [Fact]
    public void EqualTexts_KeepTheirOwnTranslations_WhenOneGoesAndTheOtherIsRenamed()
    {
        TranslationDefinition translated = Translated(("a", "Ok.", "好。"), ("middle", "Now we wait.", "我们等一下。"), ("b", "Ok.", "行。"), ("c", "Ok.", "可以。"));
        TranslationUpdate one = TranslationUpdate.Make(Flow(("middle", "Now we wait."), ("b-two", "Ok."), ("c-two", "Ok.")), translated);
        Texts(one).ShouldBe(["我们等一下。", "行。", "可以。"]);
        one.SetAside.ShouldBe([new TextKey(TextPart.Step, "a", "text")]);

        TranslationUpdate all = TranslationUpdate.Make(Flow(("a-two", "Ok."), ("middle", "Now we wait."), ("b-two", "Ok."), ("c-two", "Ok."), ("d", "Ok.")), translated);
        Texts(all).ShouldBe(["好。", "我们等一下。", "行。", "可以。", null]);
    }

    [Fact]
    public void EqualTexts_PreferWhatStandsInItsPlaceToWhatWasSetAside()
    {
        TranslationDefinition translated = Translated(("a", "Ok.", "好。"));
        translated = translated with { Unused = [.. translated.Entries.Select(entry => entry with { Key = new TextKey(TextPart.Step, "old", "text"), Texts = ["旧。"] })] };
        Texts(TranslationUpdate.Make(Flow(("b", "Ok.")), translated)).ShouldBe(["好。"]);
    }

    [Fact]
    public void StepRenamedAndRewordedAtOnce_KeepsItsTranslationForReview()
    {
        TranslationDefinition translated = Translated(("hello", "Hello.", "您好。"), ("ask-lamp", "What colour is the lamp?", "灯是什么颜色？"), ("bye", "Bye.", "再见。"));
        TranslationUpdate update = TranslationUpdate.Make(Flow(("hello", "Hello."), ("lamp-colour", "What colour has the lamp now?"), ("bye", "Bye.")), translated);
        update.Stale.ShouldBe([new TextKey(TextPart.Step, "lamp-colour", "text")]);
        (update.Missing.Length, update.SetAside.Length).ShouldBe((0, 0));
        (update.Translation.Entries[1].Was[0], update.Translation.Entries[1].Texts[0]).ShouldBe(("What colour is the lamp?", "灯是什么颜色？"));
    }

    [Theory]
    [InlineData("hello", "new", "Please unplug the router.", "bye")]
    [InlineData("bye", "new", "What colour has the lamp now?", "hello")]
    public void NewStep_OfOtherWordsOrInAnotherPlace_LeavesTheOldTranslationSetAside(string first, string id, string text, string last)
    {
        (string, string) Step(string step) => step == "hello" ? (step, "Hello.") : (step, "Bye.");
        TranslationDefinition translated = Translated(("hello", "Hello.", "您好。"), ("ask-lamp", "What colour is the lamp?", "灯是什么颜色？"), ("bye", "Bye.", "再见。"));
        TranslationUpdate update = TranslationUpdate.Make(Flow(Step(first), (id, text), Step(last)), translated);
        update.Missing.ShouldBe([new TextKey(TextPart.Step, "new", "text")]);
        update.SetAside.ShouldBe([new TextKey(TextPart.Step, "ask-lamp", "text")]);
    }

    [Fact]
    public void StepRenamedAmongOthers_IsKnownByItsOtherTexts()
    {
        static FlowDefinition Titled(params (string Id, string Title, string Text)[] steps) => new()
        {
            Id = "f",
            Locales = ["en", "zh-CN"],
            Stages = [new StageDefinition { Id = "all", Steps = steps.Select(step => (StepDefinition)new SayStepDefinition { Id = step.Id, Title = step.Title, Text = step.Text }).ToEquatableArray() }],
        };
        TranslationDefinition blank = TranslationUpdate.Make(Titled(("a", "Lamp", "Look at the lamp."), ("b", "Cable", "Look at the cable.")), Empty).Translation;
        TranslationDefinition translated = blank with { Entries = blank.Entries.Select(entry => entry with { Texts = ["译" + entry.Source[0]] }).ToEquatableArray() };

        TranslationUpdate update = TranslationUpdate.Make(Titled(("a-two", "Lamp", "Please look at the lamp."), ("b-two", "Cable", "Please look at the cable.")), translated);
        Texts(update).ShouldBe(["译Lamp", "译Look at the lamp.", "译Cable", "译Look at the cable."]);
        update.Stale.Length.ShouldBe(2);
    }

    [Fact]
    public void RemovedStep_IsSetAsideAndComesBack()
    {
        TranslationDefinition translated = Translated(("hello", "Hello.", "您好。"), ("bye", "Bye.", "再见。"));
        TranslationUpdate without = TranslationUpdate.Make(Flow(("hello", "Hello.")), translated);
        without.SetAside.ShouldBe([Bye]);
        without.Translation.Unused.ShouldHaveSingleItem().Texts.ShouldBe(["再见。"]);
        TranslationUpdate.Make(Flow(("hello", "Hello.")), without.Translation).SetAside.ShouldBeEmpty();
        TranslationUpdate.Make(Flow(("hello", "Hello."), ("bye", "Bye.")), without.Translation).Translation.ShouldBe(translated);
    }

    [Fact]
    public void Remark_StaysWithItsEntry_AndOneWithoutTranslationComesBackWithItsText()
    {
        TranslationDefinition translated = Translated(("hello", "Hello.", "您好。"));
        translated = translated with { Entries = [translated.Entries[0] with { Note = "Warm." }] };
        TranslationUpdate.Make(Flow(("greeting", "Hello.")), translated).Translation.Entries[0].Note.ShouldBe("Warm.");

        TranslationDefinition blank = translated with { Entries = [translated.Entries[0] with { Texts = [] }] };
        TranslationDefinition without = TranslationUpdate.Make(Flow(("bye", "Bye.")), blank).Translation;
        without.Unused.ShouldHaveSingleItem().Note.ShouldBe("Warm.");
        TranslationUpdate.Make(Flow(("hello", "Hello.")), without).Translation.ShouldBe(blank);
    }

    [Fact]
    public void EntryLeftUntranslated_IsWorkTooAndIsLookedThroughWhenTheTextChanges()
    {
        TranslationDefinition translated = Translated(("hello", "Hello.", ""));
        translated = translated with { Entries = [translated.Entries[0] with { Texts = [], Untranslated = true }] };
        TranslationUpdate.Make(Flow(("hello", "Hello.")), translated).Missing.ShouldBeEmpty();
        TranslationUpdate.Make(Flow(("hello", "Hey.")), translated).Stale.ShouldBe([Hello]);
    }

    [Fact]
    public void LanguageWithAParent_GetsNoEmptyEntries()
    {
        FlowDefinition flow = Flow(("hello", "Hello.")) with { Locales = ["en", "zh", "zh-TW"] };
        TranslationUpdate.Make(flow, Empty with { Locale = "zh-TW" }).Translation.Entries.ShouldBeEmpty();
        TranslationUpdate.Make(flow, Empty with { Locale = "zh" }).Missing.ShouldBe([Hello]);
    }

    [Fact]
    public void ManyEqualTexts_RenamedAtOnce_KeepTheirOrder()
    {
        const int Many = 5_000;
        (string, string)[] Steps(string prefix) => [.. Enumerable.Range(0, Many).Select(i => ($"{prefix}-{i}", "Ok."))];
        TranslationDefinition translated = Translated([.. Steps("a").Select((step, i) => (step.Item1, step.Item2, $"好{i}"))]);
        Texts(TranslationUpdate.Make(Flow(Steps("b")), translated)).ShouldBe(Enumerable.Range(0, Many).Select(i => $"好{i}"));
    }

    [Fact]
    public void Update_ToAnyFlow_LosesNoTranslatedWord() =>
        Prop.ForAll(FlowGen.Flow.ToArbitrary(), FlowGen.Flow.ToArbitrary(), (before, after) =>
        {
            int number = 0;
            TranslationDefinition blank = TranslationUpdate.Make(before, Empty).Translation;
            TranslationDefinition translated = blank with { Entries = blank.Entries.Select(entry => entry with { Texts = [$"译{number++}"] }).ToEquatableArray() };

            TranslationUpdate update = TranslationUpdate.Make(after, translated);

            Words(update.Translation).ShouldBe(Words(translated), ignoreOrder: true);
            TranslationUpdate again = TranslationUpdate.Make(after, update.Translation);
            again.Translation.ShouldBe(update.Translation);
            TranslationReadResult read = TranslationSource.FromText("t.json", TranslationWriter.WriteText(update.Translation)).Read();
            read.Diagnostics.ShouldBeEmpty();
            TranslationWriter.WriteText(read.Definition!).ShouldBe(TranslationWriter.WriteText(update.Translation));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    private static IEnumerable<string?> Texts(TranslationUpdate update) => update.Translation.Entries.Select(entry => entry.Texts.IsEmpty ? null : entry.Texts[0]);

    private static IEnumerable<string> Words(TranslationDefinition translation) =>
        translation.Entries.Concat(translation.Unused).SelectMany(entry => entry.Texts);

    private static TranslationDefinition Empty => new() { FlowId = "f", Locale = "zh-CN" };

    private static FlowDefinition Flow(params (string Id, string Text)[] steps) => new()
    {
        Id = "f",
        Locales = ["en", "zh-CN"],
        Stages = [new StageDefinition { Id = "all", Steps = steps.Select(step => (StepDefinition)new SayStepDefinition { Id = step.Id, Text = step.Text }).ToEquatableArray() }],
    };

    private static TranslationDefinition Translated(params (string Id, string Source, string Text)[] texts)
    {
        TranslationDefinition blank = TranslationUpdate.Make(Flow([.. texts.Select(text => (text.Id, text.Source))]), Empty).Translation;
        return blank with { Entries = blank.Entries.Select((entry, i) => entry with { Texts = [texts[i].Text] }).ToEquatableArray() };
    }
}
