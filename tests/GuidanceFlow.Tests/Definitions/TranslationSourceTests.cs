using System.Text.Json;
using GuidanceFlow.Definitions;
using GuidanceFlow.Definitions.Reading;

namespace GuidanceFlow.Tests.Definitions;

/// <summary>How translation files are written, and what is said about those that are not.</summary>
public sealed class TranslationSourceTests
{
    public static TheoryData<string> Tables => [.. MemberTables.OfTranslations.Select(table => table.Name)];

    [Fact]
    public void Translation_WithEverything_IsReadAndWrittenBack()
    {
        const string Text =
            """
            {
              "flow": "tea",
              "locale": "zh-CN",
              "note": "Warm, with 您.",
              "title": {
                "source": "Tea",
                "of": "01234567",
                "text": "茶"
              },
              "steps": {
                "ask": {
                  "text": {
                    "note": "Spoken, not written.",
                    "source": "Which tea?",
                    "was": "Tea?",
                    "of": "01234567",
                    "text": "哪种茶？"
                  },
                  "answer.options.green.synonyms": {
                    "text": [
                      "煎茶",
                      "抹茶"
                    ]
                  },
                  "answer.options.oolong.label": {
                    "source": "Oolong",
                    "of": "01234567",
                    "untranslated": true
                  }
                }
              },
              "unused": [
                {
                  "key": "steps/a~1b/text",
                  "of": "01234567",
                  "text": "旧"
                }
              ]
            }

            """;

        TranslationReadResult read = Read(Text);

        read.Diagnostics.ShouldBeEmpty();
        TranslationDefinition definition = read.Definition.ShouldNotBeNull();
        TranslationWriter.WriteText(definition).ShouldBe(Text);
        definition.Entries.Count.ShouldBe(4);
        definition.Entries[2].Texts.ShouldBe(["煎茶", "抹茶"]);
        definition.Unused[0].Key.ShouldBe(new TextKey(TextPart.Step, "a/b", "text"));
    }

    [Theory]
    [InlineData("{ \"flow\": \"f\" }", "t.json(1,1): error GF0006: Member 'locale' is missing in a translation. Add \"locale\": \"zh-CN\".")]
    [InlineData("{ \"flow\": \"f\", \"locale\": \"Chinese!\" }", "t.json(1,26): error GF0007: 'Chinese!' is not the name of a language. Write one such as \"en\", \"de-AT\" or \"zh-CN\".")]
    [InlineData("{ \"flow\": \"f\", \"locale\": \"chinese\" }", "t.json(1,26): error GF0007: 'chinese' is not the name of a language. Write one such as \"en\", \"de-AT\" or \"zh-CN\".")]
    [InlineData("{ \"flow\": \"f\", \"locale\": \"zh_CN\" }", "t.json(1,26): error GF0007: 'zh_CN' is not the name of a language. Write \"zh-CN\".")]
    [InlineData("{ \"flow\": \"f\", \"locale\": \"zh\", \"step\": {} }", "t.json(1,32): error GF0003: Unknown member 'step' in a translation. Did you mean 'steps'?")]
    [InlineData("{ \"flow\": \"f\", \"locale\": \"zh\", \"steps\": { \"a\": { \"text\": \"您好\" } } }", "t.json(1,58): error GF0005: Expected an object, found a text. Write { \"text\": … }.")]
    [InlineData("{ \"flow\": \"f\", \"locale\": \"zh\", \"steps\": { \"a\": { \"text\": { \"text\": 5 } } } }", "t.json(1,68): error GF0005: Expected a text, found a number. Put it in quotes.")]
    [InlineData("{ \"flow\": \"f\", \"locale\": \"zh\", \"steps\": { \"a\": { \"text\": { \"text\": [\"x\"] } } } }", "t.json(1,68): error GF0005: Expected a text, found an array. Only synonyms, words for yes and no and words for commands are lists.")]
    [InlineData("{ \"flow\": \"f\", \"locale\": \"zh\", \"steps\": { \"a\": { \"answer.options.x.synonyms\": { \"text\": 5 } } } }", "t.json(1,89): error GF0005: Expected a list of texts, found a number.")]
    [InlineData("{ \"flow\": \"f\", \"locale\": \"zh\", \"steps\": { \"a\": { \"text\": { \"text\": \"x\", \"untranslated\": true } } } }", "t.json(1,68): error GF0007: A text that is left untranslated has no translation. Remove 'text' or 'untranslated'.")]
    [InlineData("{ \"flow\": \"f\", \"locale\": \"zh\", \"unused\": [ { \"key\": \"a/b\" } ] }", "t.json(1,53): error GF0007: This is not the key of a text. Write it as \"steps/hello/text\".")]
    [InlineData("{ \"flow\": \"f\", \"locale\": \"zh\", }x", "t.json(1,33): error GF0001: Something stands behind the end of the translation. Remove it.")]
    [InlineData("", "t.json(1,1): error GF0001: The file holds no translation. A translation starts with '{'.")]
    public void Translation_WithAMistake_IsReportedAtItsPlace(string text, string finding)
    {
        TranslationReadResult read = Read(text);
        read.Definition.ShouldBeNull();
        read.Diagnostics.ShouldHaveSingleItem().ToString().ShouldBe(finding);
    }

    [Theory]
    [InlineData("flows/router.json", "zh-CN", "flows/router.zh-CN.json")]
    [InlineData("a.b/router.v2.json", "de", "a.b/router.v2.de.json")]
    public void PathBeside_PutsTheLanguageBeforeTheEnding(string flow, string locale, string path) => TranslationSource.PathBeside(flow, locale).ShouldBe(path);

    [Theory]
    [MemberData(nameof(Tables))]
    public void Schema_OfEveryKindOfObject_HasTheMembersOfTheReader(string name)
    {
        MemberTable table = MemberTables.OfTranslations.Single(table => table.Name == name);
        JsonElement definition = JsonDocument.Parse(RepositoryFiles.Read("schemas/translation-v1.schema.json")).RootElement.GetProperty("$defs").GetProperty(name);
        definition.GetProperty("properties").EnumerateObject().Select(member => member.Name).ShouldBe(table.Members.Select(member => member.Name), ignoreOrder: true);
        (definition.TryGetProperty("required", out JsonElement required) ? required.EnumerateArray().Select(member => member.GetString()!) : [])
            .ShouldBe(table.Members.Where(member => member.IsRequired).Select(member => member.Name), ignoreOrder: true);
        definition.GetProperty("additionalProperties").GetBoolean().ShouldBeFalse();
    }

    private static TranslationReadResult Read(string text) => TranslationSource.FromText("t.json", text).Read();
}
