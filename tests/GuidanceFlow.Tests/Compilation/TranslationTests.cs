using GuidanceFlow.Commands;
using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Translations;

namespace GuidanceFlow.Tests.Compilation;

/// <summary>What the compiler says about translations, and what customers then read.</summary>
public sealed class TranslationTests
{
    private const string FlowText =
        """
        { "flow": "tea", "title": "Tea", "locales": ["en", "zh-CN"], "fallback": { "goto": "bye" },
        "data": { "kind": "text" },
        "stages": [ { "id": "all", "title": "Choosing", "steps": [
        { "id": "ask", "type": "ask", "text": "Which tea, {{ stage.title }}?", "save": "kind",
          "show": [ "progress", { "type": "table", "columns": ["Tea"], "rows": [["Green"]] } ],
          "answer": { "type": "choice", "options": [ { "value": "green", "label": "Green tea", "synonyms": ["sencha"] }, { "value": "black" } ] },
          "retry": { "texts": ["Green or black?"] } },
        { "id": "bye", "type": "end", "outcome": "resolved", "text": "You take {{ labels['ask'] ?? 'none' }}." }
        ] } ] }
        """;

    private static readonly FlowDefinition Definition = FlowReader.Read(FlowSource.FromText("tea.json", FlowText)).GetOrThrow();

    private static readonly Dictionary<string, string[]> Chinese = new(StringComparer.Ordinal)
    {
        ["title"] = ["茶"],
        ["stages/all/title"] = ["挑选"],
        ["steps/ask/text"] = ["要哪种茶，{{ stage.title }}？"],
        ["steps/ask/show.1.columns.0"] = ["茶"],
        ["steps/ask/show.1.rows.0.0"] = ["绿茶"],
        ["steps/ask/answer.options.green.label"] = ["绿茶"],
        ["steps/ask/answer.options.green.synonyms"] = ["煎茶", "抹茶"],
        ["steps/ask/answer.options.black.label"] = ["红茶"],
        ["steps/ask/retry.texts.0"] = ["绿茶还是红茶？"],
        ["steps/bye/text"] = ["您选了{{ labels['ask'] ?? '无' }}。"],
    };

    [Fact]
    public void WordsForCommands_ThatTheFlowDoesNotName_MayStandInATranslationAlone()
    {
        const string Text = """
            { "flow": "f", "locales": ["en", "de"], "fallback": { "goto": "bye" }, "stages": [ { "id": "all", "steps": [
            { "id": "name", "type": "ask", "text": "Name?", "answer": "text" },
            { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }
            """;
        (string Command, string Word)[] words = [("back", "zurück"), ("repeat", "noch mal"), ("help", "hilfe"), ("person", "mitarbeiter"), ("restart", "von vorn"), ("cancel", "abbrechen")];
        FlowSource In(IEnumerable<(string Command, string Word)> some) => FlowSource.FromText("f.json", Text).WithTranslation(TranslationSource.FromText("f.de.json", $$"""
            { "flow": "f", "locale": "de", "commands": { {{string.Join(", ", some.Select(word => $$"""
            "{{word.Command}}": { "words": { "text": ["{{word.Word}}"] } }
            """))}} }, "steps": { "name": { "text": { "of": "238e08b6", "text": "Name?" } } } }
            """));
        Compiling.Findings(In(words)).ShouldBeEmpty();
        Compiling.Findings(In(words.Skip(1))).ShouldHaveSingleItem().ShouldContain("no words in 'de' for 'back';");
        Flow flow = FlowCompiler.Compile([In(words)]).GetOrThrow();
        GuidanceSession german = GuidanceEngine.Start(flow, new StartRequest { SessionId = "s", Locale = "de" }, Now).Session;
        GuidanceSession english = GuidanceEngine.Start(flow, new StartRequest { SessionId = "s", Locale = "en" }, Now).Session;
        GuidanceEngine.Step(flow, german, new AnswerInput("Noch mal!"), Now).Command.ShouldBe(SessionCommand.Repeat);
        GuidanceEngine.Step(flow, english, new AnswerInput("Noch mal!"), Now).Command.ShouldBeNull();
        GuidanceEngine.Step(flow, english, new AnswerInput("repeat"), Now).Command.ShouldBe(SessionCommand.Repeat);
    }

    [Fact]
    public void Translation_ThatIsComplete_GivesNoFinding() => Findings(All()).ShouldBeEmpty();

    [Fact]
    public void Customer_WithTheOtherLanguage_ReadsAndIsUnderstoodInIt()
    {
        Flow flow = FlowCompiler.Compile([Source(All())]).GetOrThrow();
        Turn asked = GuidanceEngine.Start(flow, new StartRequest { SessionId = "s", Locale = "zh-CN" }, Now);
        asked.Messages.ShouldHaveSingleItem().Text.ShouldBe("要哪种茶，挑选？");
        GuidanceFlow.Prompts.PlainText.Render(asked.Messages[0]).ShouldBe("[■]\n要哪种茶，挑选？\n  茶\n  ----\n  绿茶");
        GuidanceEngine.Describe(flow, asked.Session, Now).Expects!.Options.Select(option => option.Label).ShouldBe(["绿茶", "红茶"]);
        GuidanceEngine.Step(flow, asked.Session, new AnswerInput("乌龙"), Now).Messages.ShouldHaveSingleItem().Text.ShouldBe("绿茶还是红茶？");

        Turn ended = GuidanceEngine.Step(flow, asked.Session, new AnswerInput("抹茶"), Now);
        ended.Messages.ShouldHaveSingleItem().Text.ShouldBe("您选了绿茶。");
        ended.Session.Data("kind").ShouldBe(Templates.Value.From("green"));
        flow.TitleIn("zh-CN").ShouldBe("茶");
        flow.StageTitle(flow.Stages[0], "zh-CN").ShouldBe("挑选");
        flow.TitleIn("fr").ShouldBe("Tea");
    }

    [Fact]
    public void Customer_WithTheFlowsOwnLanguage_ReadsThat()
    {
        Flow flow = FlowCompiler.Compile([Source(All())]).GetOrThrow();
        Turn asked = GuidanceEngine.Start(flow, new StartRequest { SessionId = "s", Locale = "en-GB" }, Now);
        asked.Messages.ShouldHaveSingleItem().Text.ShouldBe("Which tea, Choosing?");
        GuidanceEngine.Step(flow, asked.Session, new AnswerInput("抹茶"), Now).Result.ShouldBe(TurnResult.NoMatch);
        GuidanceEngine.Step(flow, asked.Session, new AnswerInput("sencha"), Now).Messages.ShouldHaveSingleItem().Text.ShouldBe("You take Green tea.");
    }

    [Fact]
    public void Language_WithoutATranslation_IsReported() =>
        Compiling.Findings(FlowSource.FromText("tea.json", FlowText))
            .ShouldBe(["tea.json(1,52): error GF0701: There is no translation for 'zh-CN'. Make one with 'guidanceflow strings extract' beside the flow, or take the language out."]);

    [Fact]
    public void Ways_AreLookedAtBeforeTheirTextsAreTranslated()
    {
        const string text =
            """
            { "flow": "tea", "locales": ["en", "zh-CN"], "data": { "kind": "text" }, "fallback": { "goto": "bye" },
            "stages": [ { "id": "all", "steps": [
            { "id": "ask", "type": "ask", "text": "Which tea?", "save": "kind", "answer": "text" },
            { "id": "bye", "type": "end", "outcome": "resolved", "text": "You take {{ kind }}." },
            { "id": "never", "type": "end", "outcome": "resolved" } ] } ] }
            """;
        Compiling.Findings(FlowSource.FromText("tea.json", text)).Select(finding => finding.Split(": ")[0] + finding.Split("error")[1][..7]).ShouldBe(
            ["tea.json(1,36) GF0701", "tea.json(4,75) GF0204", "tea.json(5,1) GF0301"]);
    }

    [Fact]
    public void Text_WithoutTranslation_IsReportedWhereItsOwnerStands()
    {
        string[] findings = Findings(All().Where(entry => entry.Key.ToString() is not ("steps/ask/retry.texts.0" or "stages/all/title")));
        findings.Length.ShouldBe(2);
        findings[0].ShouldStartWith("tea.zh-CN.json(1,1): error GF0701: 'stages/all/title' has no entry: 'Choosing'. Add it with 'guidanceflow strings update', which finds the translation of a text that has moved and else writes an empty entry.");
        findings[1].ShouldStartWith("tea.zh-CN.json(9,12): error GF0701: 'steps/ask/retry.texts.0' has no entry: 'Green or black?'.");
    }

    [Fact]
    public void Text_WhoseEntryIsEmpty_IsToldFromOneWithoutAnEntry() =>
        Findings(All().Select(entry => entry.Key.Member == "retry.texts.0" ? entry with { Texts = [] } : entry)).ShouldHaveSingleItem()
            .ShouldContain("error GF0701: The entry of 'steps/ask/retry.texts.0' is empty: 'Green or black?'. Write the translation under 'text', or mark it \"untranslated\": true.");

    [Fact]
    public void EmptyEntry_OfNothing_IsTakenOutByUpdate() =>
        Findings(All().Append(new TranslationEntry { Key = new TextKey(TextPart.Step, "gone", "text") })).ShouldHaveSingleItem()
            .ShouldEndWith("'guidanceflow strings update' takes this entry out, which is empty.");

    [Fact]
    public void Text_MarkedUntranslated_IsTheFlowsOwn()
    {
        TranslationEntry[] entries = [.. All().Select(entry => entry.Key.Member == "retry.texts.0" ? entry with { Texts = [], Untranslated = true } : entry)];
        Findings(entries).ShouldBeEmpty();
        Flow flow = FlowCompiler.Compile([Source(entries)]).GetOrThrow();
        Turn asked = GuidanceEngine.Start(flow, new StartRequest { SessionId = "s", Locale = "zh-CN" }, Now);
        GuidanceEngine.Step(flow, asked.Session, new AnswerInput("?"), Now).Messages.ShouldHaveSingleItem().Text.ShouldBe("Green or black?");
    }

    [Fact]
    public void Translation_OfAnotherWording_IsStale()
    {
        string finding = Findings(All().Select(entry => entry.Key.Member == "retry.texts.0" ? entry with { Of = "00000000" } : entry)).ShouldHaveSingleItem();
        finding.ShouldContain("error GF0702: 'steps/ask/retry.texts.0' translates another wording than the flow has now: 'Green or black?'.");
        finding.ShouldContain($"set \"of\": \"{FlowTexts.Of(Definition).Single(text => text.Key.Member == "retry.texts.0").Fingerprint}\"");
    }

    [Fact]
    public void Translation_WrittenByHand_IsToldWhatWorks_AlsoAfterAnUpdate()
    {
        TranslationEntry[] byHand = [.. All().Select(entry => entry.Key.Member == "retry.texts.0" ? entry with { Of = null } : entry)];
        TranslationUpdate update = TranslationUpdate.Make(Definition, new TranslationDefinition { FlowId = "tea", Locale = "zh-CN", Entries = byHand.ToEquatableArray() });
        foreach (IEnumerable<TranslationEntry> entries in (IEnumerable<TranslationEntry>[])[byHand, update.Translation.Entries])
        {
            string finding = Findings(entries).ShouldHaveSingleItem();
            finding.ShouldContain("error GF0702: 'steps/ask/retry.texts.0' does not say which text it translates: 'Green or black?'. If it fits, set \"of\": ");
            finding.ShouldEndWith("or run 'guidanceflow strings update <flow> --confirm steps/ask/retry.texts.0'.");
        }
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("\u200B")]
    public void Translation_OfWhichNothingCanBeSeen_IsEmpty(string text) =>
        Findings(All().Select(entry => entry.Key.Member == "retry.texts.0" ? entry with { Texts = [text] } : entry)).ShouldHaveSingleItem().ShouldContain("error GF0701: The entry of 'steps/ask/retry.texts.0' is empty");

    [Fact]
    public void Translation_UnderReview_IsStaleUntilWasIsRemoved() =>
        Findings(All().Select(entry => entry.Key.Member == "retry.texts.0" ? entry with { Was = ["Green?"] } : entry)).ShouldHaveSingleItem().ShouldContain("error GF0702: 'steps/ask/retry.texts.0' still translates what stands under 'was'.");

    [Fact]
    public void Translation_OfNothing_IsAWarningThatNamesTheNearestText() =>
        Findings(All().Append(new TranslationEntry { Key = new TextKey(TextPart.Step, "ask", "texd"), Texts = ["?"] })).ShouldHaveSingleItem()
            .ShouldContain("warning GF0703: The flow has no text 'steps/ask/texd'. Did you mean 'steps/ask/text'?");

    [Fact]
    public void Template_WithAMistakeInATranslation_IsReportedInItsFile() =>
        Findings(All().Select(entry => entry.Key.ToString() == "steps/ask/text" ? entry with { Texts = ["哪{{ stage.titel }}"] } : entry)).ShouldHaveSingleItem()
            .ShouldStartWith("tea.zh-CN.json(20,28): error GF0202: \"stage\" has no \"titel\". Did you mean \"title\"?");

    [Fact]
    public void Datum_ReadTooEarlyInATranslation_IsReportedInItsFile() =>
        Findings(All().Select(entry => entry.Key.ToString() == "steps/ask/text" ? entry with { Texts = ["{{ kind }}"] } : entry)).ShouldHaveSingleItem()
            .ShouldStartWith("tea.zh-CN.json(20,21): error GF0204: 'kind' may not be collected yet");

    [Fact]
    public void Options_ThatCannotBeToldApartInATranslation_AreReportedInItsFile() =>
        Findings(All().Select(entry => entry.Key.Member == "answer.options.black.label" ? entry with { Texts = ["绿茶"] } : entry)).ShouldHaveSingleItem()
            .ShouldContain("error GF0109: The answer '绿茶' would choose both 'green' and 'black'.");

    [Theory]
    [InlineData("coffee", "zh-CN", "This is a translation of 'coffee', but it stands with the flow 'tea'.")]
    [InlineData("tea", "en", "'en' is the flow's own language.")]
    [InlineData("tea", "fr", "The flow does not have the language 'fr'.")]
    public void Translation_OfAnotherFlowOrLanguage_IsMisplaced(string flow, string locale, string message) =>
        FlowCompiler.Compile([Source(All()).WithTranslation(TranslationSource.FromDefinition(new TranslationDefinition { FlowId = flow, Locale = locale }))])
            .Diagnostics.ShouldHaveSingleItem().ToString().ShouldContain("error GF0704: " + message);

    [Fact]
    public void Language_WithAParent_TakesFromItWhatItDoesNotSay()
    {
        FlowDefinition definition = Definition with { Locales = ["en", "zh", "zh-CN", "zh-TW"] };
        FlowSource source = FlowSource.FromDefinition(definition)
            .WithTranslation(TranslationSource.FromDefinition(new TranslationDefinition { FlowId = "tea", Locale = "zh", Entries = All().ToEquatableArray() }))
            .WithTranslation(TranslationSource.FromDefinition(new TranslationDefinition { FlowId = "tea", Locale = "zh-TW", Entries = [.. All().Where(entry => entry.Key.Member == "retry.texts.0").Select(entry => entry with { Texts = ["綠茶還是紅茶？"] })] }));
        Flow flow = FlowCompiler.Compile([source]).GetOrThrow();
        Turn taiwan = GuidanceEngine.Start(flow, new StartRequest { SessionId = "s", Locale = "zh-TW" }, Now);
        taiwan.Messages.ShouldHaveSingleItem().Text.ShouldBe("要哪种茶，挑选？");
        GuidanceEngine.Step(flow, taiwan.Session, new AnswerInput("?"), Now).Messages.ShouldHaveSingleItem().Text.ShouldBe("綠茶還是紅茶？");
        Turn mainland = GuidanceEngine.Start(flow, new StartRequest { SessionId = "s", Locale = "zh-CN" }, Now);
        GuidanceEngine.Step(flow, mainland.Session, new AnswerInput("?"), Now).Messages.ShouldHaveSingleItem().Text.ShouldBe("绿茶还是红茶？");
        flow.ResolveLocale("zh-HK").ShouldBe("zh");
    }

    [Fact]
    public void Wording_OfATranslation_ChangesTheTextHashAlone()
    {
        Flow before = FlowCompiler.Compile([Source(All())]).GetOrThrow();
        Flow after = FlowCompiler.Compile([Source(All().Select(entry => entry.Key.Member == "retry.texts.0" ? entry with { Texts = ["哪个？"] } : entry))]).GetOrThrow();
        after.StructureHash.ShouldBe(before.StructureHash);
        after.TextHash.ShouldNotBe(before.TextHash);
    }

    [Fact]
    public void Numbers_Dates_AndLists_FollowTheSessionsLanguage()
    {
        FlowDefinition definition = FlowReader.Read(FlowSource.FromText("f.json", """
            { "flow": "f", "locales": ["en", "de", "zh-CN"], "stages": [ { "id": "all", "steps": [
            { "id": "bye", "type": "end", "outcome": "resolved", "text": "{{ 1234.5 | locale.number }} {{ 0.5 }} {{ session.started | locale.date }} {{ ['a', 'b', 'c'] | locale.list }}" } ] } ] }
            """)).GetOrThrow();
        TranslationSource Same(string locale) => TranslationSource.FromDefinition(new TranslationDefinition
        {
            FlowId = "f",
            Locale = locale,
            Entries = [.. FlowTexts.Of(definition).Select(text => new TranslationEntry { Key = text.Key, Of = text.Fingerprint, Untranslated = true })],
        });
        Flow flow = FlowCompiler.Compile([FlowSource.FromDefinition(definition).WithTranslation(Same("de")).WithTranslation(Same("zh-CN"))]).GetOrThrow();
        string Said(string locale) => GuidanceEngine.Start(flow, new StartRequest { SessionId = "s", Locale = locale }, Now).Messages.ShouldHaveSingleItem().Text;
        Said("en").ShouldBe("1,234.5 0.5 March 2, 2026 a, b and c");
        Said("de").ShouldBe("1.234,5 0,5 2. März 2026 a, b und c");
        Said("zh-CN").ShouldBe("1,234.5 0.5 2026年3月2日 a、b和c");
    }

    [Fact]
    public void YesAndNo_AreUnderstoodInTheWordsOfTheSessionsLanguage()
    {
        const string Text = """
            { "flow": "f", "locales": ["en", "de"], "fallback": { "goto": "bye" }, "stages": [ { "id": "all", "steps": [
            { "id": "lit", "type": "ask", "text": "Lit?", "answer": { "type": "yes_no", "yes": ["it shines"] }, "next": "bye" },
            { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }
            """;
        var words = new Dictionary<string, string[]>(StringComparer.Ordinal) { ["text"] = ["An?"], ["answer.yes"] = ["ja"], ["answer.no"] = ["nein"] };
        FlowText[] texts = [.. FlowTexts.Of(FlowReader.Read(FlowSource.FromText("f.json", Text)).GetOrThrow())];
        texts.Select(text => (text.Key.ToString(), text.IsRequired)).ShouldBe([("steps/lit/text", true), ("steps/lit/answer.yes", true), ("steps/lit/answer.no", false)]);
        var german = new TranslationDefinition { FlowId = "f", Locale = "de", Entries = [.. texts.Select(text => new TranslationEntry { Key = text.Key, Of = text.Fingerprint, Texts = words[text.Key.Member].ToEquatableArray() })] };
        FlowSource source = FlowSource.FromText("f.json", Text).WithTranslation(TranslationSource.FromDefinition(german));
        Compiling.Findings(source).ShouldHaveSingleItem().ShouldContain("GF0906: Customers have no words in 'de'");
        Flow flow = FlowCompiler.Compile([source]).GetOrThrow();
        Templates.Value? Understood(string locale, string answer)
        {
            Turn asked = GuidanceEngine.Start(flow, new StartRequest { SessionId = "s", Locale = locale }, Now);
            return GuidanceEngine.Step(flow, asked.Session, new AnswerInput(answer), Now).Answer?.Value;
        }

        Understood("de", "Ja!").ShouldBe(Templates.Value.True);
        Understood("de", "nein").ShouldBe(Templates.Value.False);
        Understood("de", "it shines").ShouldBe(Templates.Value.Null);
        Understood("en", "it shines").ShouldBe(Templates.Value.True);
        Understood("en", "ja").ShouldBe(Templates.Value.Null);
    }

    private static DateTimeOffset Now => Engine.Conversation.Noon;

    private static IEnumerable<TranslationEntry> All() =>
        from text in FlowTexts.Of(Definition)
        where text.IsRequired
        select new TranslationEntry { Key = text.Key, Of = text.Fingerprint, Texts = Chinese[text.Key.ToString()].ToEquatableArray() };

    private static FlowSource Source(IEnumerable<TranslationEntry> entries) =>
        FlowSource.FromText("tea.json", FlowText).WithTranslation(TranslationSource.FromText(
            "tea.zh-CN.json",
            TranslationWriter.WriteText(new TranslationDefinition { FlowId = "tea", Locale = "zh-CN", Entries = entries.ToEquatableArray() })));

    private static string[] Findings(IEnumerable<TranslationEntry> entries) => Compiling.Findings(Source(entries));
}
