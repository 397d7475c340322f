using GuidanceFlow.Answers;
using GuidanceFlow.Compilation;

namespace GuidanceFlow.Tests.Compilation;

/// <summary>Options that cannot be told apart, and too many of them.</summary>
public sealed class OptionTests
{
    [Fact]
    public void Options_ThatTheSameAnswerChooses_AreReported() =>
        Compiling.Findings(
            """
            { "flow": "test", "fallback": { "goto": "bye" },
            "stages": [ { "id": "all", "steps": [
            { "id": "a", "type": "ask", "text": "?", "answer": { "type": "choice", "options": [
              "Red",
              "red!",
              { "value": "blue", "label": "RED" },
              { "value": "sky", "synonyms": ["Blue"] },
              "blue"
            ] } },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(5,3): error GF0109: The answer 'red' would choose both 'Red' and 'red!'. Change a label or a synonym.",
                "flow.json(6,3): error GF0109: The answer 'red' would choose both 'Red' and 'blue'. Change a label or a synonym.",
                "flow.json(7,3): error GF0109: The answer 'blue' would choose both 'blue' and 'sky'. Change a label or a synonym.",
                "flow.json(8,3): error GF0109: Another option of 'a' has the value 'blue' too. Give each option its own.",
            ]);

    [Fact]
    public void Options_BehindAConditionalOne_AreStillToldApart() =>
        Compiling.Findings(
            """
            { "flow": "test", "fallback": { "goto": "bye" },
            "stages": [ { "id": "all", "steps": [
            { "id": "a", "type": "ask", "text": "?", "answer": { "type": "choice", "options": [
              { "value": "x", "synonyms": ["same"], "when": "session.turn > 1" },
              { "value": "y", "synonyms": ["same"] },
              { "value": "z", "synonyms": ["same"] }
            ] } },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(6,3): error GF0109: The answer 'same' would choose both 'y' and 'z'. Change a label or a synonym.",
            ]);

    [Fact]
    public void Options_ThatMayNotBeOfferedTogether_AreSpared() =>
        Compiling.Findings(
            """
            { "flow": "test", "fallback": { "goto": "bye" },
            "stages": [ { "id": "all", "steps": [
            { "id": "a", "type": "ask", "text": "?", "answer": { "type": "choice", "options": [
              { "value": "x", "synonyms": ["same"], "when": "session.turn > 1" },
              { "value": "y", "synonyms": ["same"], "when": "session.turn == 1" },
              "z"
            ] } },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBeEmpty();

    [Fact]
    public void MoreThanSevenOptions_AreWarnedAbout() =>
        Compiling.Findings(
            """
            { "flow": "test", "fallback": { "goto": "bye" },
            "stages": [ { "id": "all", "steps": [
            { "id": "a", "type": "ask", "text": "?", "answer": { "type": "choice", "options": [
              "a",
              "b",
              "c",
              "d",
              "e",
              "f",
              "g",
              "h"
            ] } },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(3,83): warning GF0902: 'a' offers 8 options; more than 7 are hard to keep in mind. Ask in two steps.",
            ]);

    [Fact]
    public void SevenOptions_AreFine() =>
        Compiling.Findings(
            """
            { "flow": "test", "fallback": { "goto": "bye" },
            "stages": [ { "id": "all", "steps": [
            { "id": "a", "type": "ask", "text": "?", "answer": { "type": "choice", "options": [
              "a",
              "b",
              "c",
              "d",
              "e",
              "f",
              "g"
            ] } },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBeEmpty();

    [Fact]
    public void Options_ThatAreAWordAlone_AreTheSameAtAllQuestions_AndOthersOfThatValueAreNot()
    {
        Flow flow = Compiling.Flow(
            """
            { "flow": "test", "fallback": { "goto": "bye" },
            "stages": [ { "id": "all", "steps": [
            { "id": "a", "type": "ask", "text": "?", "answer": { "type": "choice", "options": [ "red", "other" ] } },
            { "id": "b", "type": "ask", "text": "?", "answer": { "type": "choice", "options": [
              { "value": "other", "label": "Something else" },
              { "value": "red", "synonyms": ["crimson"] }
            ] } },
            { "id": "c", "type": "ask", "text": "?", "answer": { "type": "choice", "options": [
              { "value": "red", "when": "session.turn > 1" },
              { "value": "other", "goto": "bye" },
              { "value": "blue" }
            ] } },
            { "id": "d", "type": "ask", "text": "?", "answer": { "type": "choice", "options": [ "other", "red" ] } },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """);

        OptionsOf(flow, "d")[0].ShouldBeSameAs(OptionsOf(flow, "a")[1]);
        OptionsOf(flow, "d")[1].ShouldBeSameAs(OptionsOf(flow, "a")[0]);
        OptionsOf(flow, "b").Select(option => string.Join(", ", option.Keys)).ShouldBe(["other, something else", "red, crimson"]);
        OptionsOf(flow, "c").Select(option => (option.When is not null, option.Target is not null)).ShouldBe([(true, false), (false, true), (false, false)]);
    }

    private static ChoiceOption[] OptionsOf(Flow flow, string step) => ((OptionsSpec)((AskStep)flow.FindStep(step)!).Answer).Options;
}
