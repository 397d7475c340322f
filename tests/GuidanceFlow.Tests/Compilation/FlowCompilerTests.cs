using GuidanceFlow.Compilation;
using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Sessions;

namespace GuidanceFlow.Tests.Compilation;

/// <summary>Sources, the order of findings, and definitions built in code.</summary>
public sealed class FlowCompilerTests
{
    private const string Sound = """{ "flow": "sound", "stages": [ { "id": "s", "steps": [ { "id": "e", "type": "end", "outcome": "resolved" } ] } ] }""";

    [Fact]
    public void Compile_OfAFileWithManyMistakes_ReportsThemAllInTheOrderOfTheFile() =>
        Compiling.Findings(
            """
            {
              "flow": "Many_Mistakes",
              "data": { "lamp": "text" },
              "tickets": { "line": { "queue": "q", "subject": "{{ lmap }}", "body": "b" } },
              "fallback": { "goto": "nowhere-at-all" },
              "stages": [
                { "id": "one", "steps": [
                  { "id": "a", "type": "ask", "text": "{{ 1 + }}", "answer": "yes_no", "save": "lamp", "when": "lamp ==", "next": [ { "when": "1", "goto": "c" } ] },
                  { "id": "a", "type": "ticket", "ticket": "lines" }
                ] },
                { "id": "two", "steps": [ { "id": "b", "type": "say", "text": "{{ nobody }}", "next": "@break" } ] }
              ]
            }
            """)
            .ShouldBe(
            [
                "flow.json(2,11): error GF0101: The flow id 'Many_Mistakes' is not in kebab-case. Use at most 64 lower-case letters a to z, digits and single hyphens.",
                "flow.json(4,16): warning GF0901: The ticket 'line' promises no time to respond, and customers ask for one. Add 'respond_within', for example \"PT4H\".",
                "flow.json(4,55): error GF0202: There is no name \"lmap\" here. Did you mean \"lamp\"?",
                "flow.json(5,25): error GF0104: Fallback to 'nowhere-at-all': no such step. Use 'a' or 'b'.",
                "flow.json(6,13): warning GF0903: The flow has several stages but never shows how far the customer is. Show a 'progress' block where a stage begins.",
                "flow.json(8,51): error GF0201: \"+\" needs a value to its right.",
                "flow.json(8,84): error GF0203: The datum 'lamp' is text, but the answer is boolean. Change the datum's type or the answer's.",
                "flow.json(8,108): error GF0201: \"==\" needs a value to its right.",
                "flow.json(8,119): error GF0105: When no guard of 'a' is true, nothing is next. End the list with a route that has no 'when', for example { \"goto\": \"@next\" }.",
                "flow.json(8,132): error GF0203: This must be true or false but gives a number; compare it, for example \"… > 0\".",
                "flow.json(8,144): error GF0104: Route to 'c': no such step. Use 'a' or 'b'.",
                "flow.json(9,15): error GF0102: Another step has the id 'a' too. Give each step its own.",
                "flow.json(9,48): error GF0103: There is no ticket 'lines'. Did you mean 'line'?",
                "flow.json(11,71): error GF0202: There is no name \"nobody\" here. Declare it under 'inputs' or 'data', or correct the name.",
                "flow.json(11,91): error GF0108: '@break' means something only inside an 'each' step. Name a step.",
            ]);

    [Fact]
    public void Compile_OfAFileWithMistakesOfFormat_ReportsInTheOrderOfTheFileWhatElseIsWrong() =>
        Compiling.Findings(
            """
            { "flow": "a", "stages": [ { "id": "s", "steps": [
              { "id": "a", "type": "say", "text": "{{ nobody }}" },
              { "id": "b", "type": "say", "text": "x", "extra": 1, "next": "c" }
            ], "extra": 1 } ], "extra": 1 }
            """)
            .ShouldBe(
            [
                "flow.json(2,43): error GF0202: There is no name \"nobody\" here. Declare it under 'inputs' or 'data', or correct the name.",
                "flow.json(3,44): error GF0003: Unknown member 'extra' in a say step. Its members are id, type, title, note, when, text, show, variants, next.",
                "flow.json(3,64): error GF0104: Route to 'c': no such step. Use 'a' or 'b'.",
                "flow.json(4,4): error GF0003: Unknown member 'extra' in a stage. Its members are id, title, note, counted, retry, silence, fallback, steps.",
                "flow.json(4,20): error GF0003: Unknown member 'extra' in a flow. Its members are $schema, flow, version, title, note, locales, inputs, data, actions, signals, starts_on, returns, remembers, knowledge, partials, tickets, retry, silence, expiry, fallback, commands, interrupts, upset, migrate, stages.",
            ]);

    [Theory]
    [InlineData("")]
    [InlineData("""{ "id": "end", "type": "end", "outcome": "resolved" },""")]
    public void Compile_OfALoopWithoutSteps_NeverThrows(string before) =>
        Compiling.Findings(
            $$"""
            { "flow": "a", "inputs": { "l": "list of text" }, "stages": [ { "id": "s", "steps": [
              {{before}} { "id": "x", "type": "each", "in": "l", "as": "i",
              "steps": [] }
            ] } ] }
            """)
            .ShouldBe(["flow.json(3,12): error GF0007: This array is empty. Add at least one step."]);

    [Fact]
    public void Compile_OfSeveralSources_GivesTheFirstFlow()
    {
        CompilationResult result = FlowCompiler.Compile(FlowSource.FromText("a.json", Sound), FlowSource.FromText("b.json", Sound.Replace("sound", "other", StringComparison.Ordinal)));
        result.GetOrThrow().Id.ShouldBe("sound");
        result.Diagnostics.ShouldBeEmpty();
    }

    [Fact]
    public void Compile_OfSeveralSources_ReportsTheMistakesOfAllSourceBySource()
    {
        CompilationResult result = FlowCompiler.Compile(
            FlowSource.FromText("a.json", Sound),
            FlowSource.FromText("b.json", "{"),
            FlowSource.FromText("c.json", Sound.Replace("\"e\"", "\"E\"", StringComparison.Ordinal)),
            FlowSource.FromText("d.json", Sound));

        result.Success.ShouldBeFalse();
        result.Diagnostics.Select(finding => finding.ToString()).ShouldBe(
        [
            "b.json(1,2): error GF0001: The file ends, but the object opened in line 1 is not closed. Add '}'.",
            "c.json(1,11): error GF0102: Another source has the flow id 'sound' too. Give each flow its own.",
            "c.json(1,64): error GF0101: The step id 'E' is not in kebab-case. Use at most 64 lower-case letters a to z, digits and single hyphens.",
            "d.json(1,11): error GF0102: Another source has the flow id 'sound' too. Give each flow its own.",
        ]);
    }

    [Fact]
    public void Compile_OfNoSource_Throws() => Should.Throw<ArgumentException>(() => FlowCompiler.Compile()).ParamName.ShouldBe("sources");

    [Fact]
    public void GetOrThrow_OfAFlowWithErrors_SaysWhat()
    {
        var exception = Should.Throw<FlowCompilationException>(() => FlowCompiler.Compile(FlowSource.FromText("a.json", "{")).GetOrThrow());
        exception.Message.ShouldBe("The flow has errors." + Environment.NewLine + "a.json(1,2): error GF0001: The file ends, but the object opened in line 1 is not closed. Add '}'.");
        exception.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe("GF0001");
    }

    [Fact]
    public void Compile_WithWarningsOnly_GivesAFlow()
    {
        CompilationResult result = FlowCompiler.Compile(FlowSource.FromText("a.json", DiagnosticPage("GF0901")));
        result.Success.ShouldBeTrue();
        result.Diagnostics.ShouldHaveSingleItem().Severity.ShouldBe(DiagnosticSeverity.Warning);
    }

    [Fact]
    public void Compile_OfADefinitionBuiltInCode_ReportsPaths()
    {
        var definition = new FlowDefinition
        {
            Id = "built",
            Data = [new() { Name = "a", Type = DataType.Text }, new() { Name = "Bad", Type = DataType.ListOf(DataType.Object(new DataDefinition { Name = "In", Type = DataType.Text })) }],
            Stages =
            [
                new()
                {
                    Id = "s",
                    Steps =
                    [
                        new SayStepDefinition { Id = "one", Text = "{{ nobody }}", Next = [new() { When = "true", Goto = "two" }] },
                        new SetStepDefinition { Id = "set", Values = [new("a", "1")] },
                        new EndStepDefinition { Id = "end", Outcome = SessionOutcome.Resolved },
                    ],
                },
            ],
        };

        FlowCompiler.Compile(definition).Diagnostics.Select(finding => finding.ToString()).ShouldBe(
        [
            "built#/data/Bad: error GF0101: 'Bad' is not in snake_case. Use at most 64 lower-case letters a to z, digits and single underscores, a letter first.",
            "built#/data/Bad/of/fields/In: error GF0101: The field 'In' is not in snake_case. Use lower-case letters a to z, digits and single underscores, a letter first.",
            "built#/stages/0/steps/0/text: error GF0202: There is no name \"nobody\" here. Declare it under 'inputs' or 'data', or correct the name.",
            "built#/stages/0/steps/0/next/0/goto: error GF0104: Route to 'two': no such step. Use 'one', 'set' or 'end'.",
            "built#/stages/0/steps/1/values/a: error GF0203: This must be a text but gives a number.",
        ]);
    }

    [Fact]
    public void Compile_OfADefinitionThatTheFormatDoesNotAllow_ReportsPaths()
    {
        var definition = new FlowDefinition
        {
            Id = "built",
            Data = [new() { Name = "a", Type = DataType.Text }, new() { Name = "a", Type = DataType.Text }],
            Stages =
            [
                new()
                {
                    Id = "s",
                    Fallback = new() { Attempts = 99 },
                    Steps = [new EachStepDefinition { Id = "each", In = "[]", As = "x" }, new EndStepDefinition { Id = "end", Outcome = SessionOutcome.Resolved, Next = [new() { Goto = "each" }] }],
                },
            ],
        };

        FlowCompiler.Compile(definition).Diagnostics.Select(finding => finding.ToString()).ShouldBe(
        [
            "built#/data/a: error GF0004: 'a' is given twice in data. Remove or rename one of them.",
            "built#/stages/0/fallback/attempts: error GF0007: Expected a whole number from 1 to 20.",
            "built#/stages/0/steps/0/steps: error GF0007: This array is empty. Add at least one step.",
            "built#/stages/0/steps/1/next: error GF0003: Member 'next' has no place in an end step. Nothing comes behind an end. Remove it.",
        ]);
    }

    [Fact]
    public void Compile_OfADefinitionBuiltInCode_IsTheSameAsOfItsText()
    {
        Flow read = Compiling.Flow(Sound);
        Flow built = FlowCompiler.Compile(read.Definition).GetOrThrow();
        (built.StructureHash, built.TextHash).ShouldBe((read.StructureHash, read.TextHash));
    }

    private static string DiagnosticPage(string code) => Diagnostics.DiagnosticPage.Read(code).Wrong;
}
