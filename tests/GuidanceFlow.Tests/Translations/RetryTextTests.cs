using GuidanceFlow.Compilation;
using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Engine;
using GuidanceFlow.Tests.Engine;
using GuidanceFlow.Translations;

namespace GuidanceFlow.Tests.Translations;

/// <summary>Retries of the flow and of stages in other languages.</summary>
public sealed class RetryTextTests
{
    private const string Flow =
        """
        { "flow": "f", "locales": ["en", "de"], "fallback": { "goto": "bye" }, "retry": { "texts": ["Once more."] }, "stages": [
          { "id": "one", "retry": { "invalid": ["Too many."] }, "steps": [
            { "id": "a", "type": "ask", "text": "How many?", "answer": { "type": "number", "max": 9 } },
            { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }
        """;

    private static string Translation(string retry) => Untranslated(
        $$"""
        { "flow": "f", "locale": "de", "retry": { {{retry}} },
          "stages": { "one": { "retry.invalid.0": { "of": "#Too many.", "text": "Zu viele." } } },
          "steps": { "a": { "text": { "of": "#How many?", "text": "Wie viele?" } } } }
        """);

    private static string Untranslated(string json)
    {
        foreach (string text in (string[])["Too many.", "How many?", "Once more."])
        {
            json = json.Replace("#" + text, Fingerprint.Of([text]), StringComparison.Ordinal);
        }

        return json;
    }

    private static CompilationResult Compile(string translation) =>
        FlowCompiler.Compile([FlowSource.FromText("f.json", Flow).WithTranslation(TranslationSource.FromText("f.de.json", translation))]);

    [Fact]
    public void Retries_AreSaidInTheSessionsLanguage()
    {
        CompilationResult compiled = Compile(Translation(Untranslated("\"texts.0\": { \"of\": \"#Once more.\", \"text\": \"Noch einmal.\" }")));
        var talk = new Conversation(compiled.GetOrThrow(), new StartRequest { SessionId = "s", Locale = "de" });
        talk.Say("x").Said.ShouldBe(["Noch einmal."]);
        talk.Say("10").Said.ShouldBe(["Zu viele."]);
    }

    [Fact]
    public void AMissingOne_IsNamedWithItsPlace()
    {
        Diagnostic finding = Compile(Translation(string.Empty)).Diagnostics.Single(found => found.Severity == DiagnosticSeverity.Error);
        finding.ToString().ShouldStartWith("f.de.json(1,41): error GF0701: 'retry.texts.0' has no entry: 'Once more.'.");
    }

    [Fact]
    public void Keys_AreWrittenAndReadBack()
    {
        FlowDefinition flow = FlowSource.FromText("f.json", Flow).Read().Definition!;
        FlowTexts.Of(flow).Select(text => text.Key.ToString()).ShouldBe(["retry.texts.0", "stages/one/retry.invalid.0", "steps/a/text"]);
        TextKey.TryParse("retry.texts.0", out TextKey key).ShouldBeTrue();
        key.ShouldBe(new TextKey(TextPart.Flow, string.Empty, "retry.texts.0"));
    }
}
