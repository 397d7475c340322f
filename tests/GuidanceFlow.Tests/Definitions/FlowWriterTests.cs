using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using GuidanceFlow.Definitions;
using GuidanceFlow.Tests.Definitions.Generators;

namespace GuidanceFlow.Tests.Definitions;

public sealed class FlowWriterTests
{
    [Fact]
    public void Write_OfAnyFlow_ReadsBackEqual() =>
        Prop.ForAll(FlowGen.Flow.ToArbitrary(), flow =>
        {
            byte[] written = FlowWriter.Write(flow);
            FlowReadResult read = FlowReader.Read(FlowSource.FromUtf8("flow.json", written));
            read.Diagnostics.ShouldBeEmpty();
            read.Definition.ShouldBe(flow);

            // Canonical: what was read is written the same again. And it is plain JSON, without comments and the like.
            FlowWriter.Write(read.GetOrThrow()).ShouldBe(written);
            JsonDocument.Parse(written).Dispose();
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Write_OfAFlowThatUsesEveryMember_ReadsBackEqual()
    {
        FlowDefinition flow = FlowReader.Read(FlowSource.FromText("flow.json", Samples.EveryMember)).GetOrThrow();

        FlowReader.Read(FlowSource.FromText("flow.json", FlowWriter.WriteText(flow))).GetOrThrow().ShouldBe(flow);
        FlowReader.Read(FlowSource.FromDefinition(flow)).GetOrThrow().ShouldBeSameAs(flow);
    }

    [Fact]
    public void Write_OfASmallFlow_IsIndentedAndPlain()
    {
        var flow = new FlowDefinition
        {
            Id = "small",
            Title = "é 中 😀 <b> \"'\n",
            Data = [new DataDefinition { Name = "n", Type = DataType.ListOf(DataType.Text) }],
            Fallback = new FallbackDefinition { Attempts = 2 },
            Stages =
            [
                new StageDefinition
                {
                    Id = "s",
                    Steps =
                    [
                        new AskStepDefinition { Id = "a", Text = "?", Answer = new YesNoAnswerDefinition(), Next = [new RouteDefinition { Goto = "b" }] },
                        new AskStepDefinition { Id = "b", Text = "?", Answer = new NumberAnswerDefinition { Min = 1, Max = 2.5 } },
                    ],
                },
            ],
        };

        FlowWriter.WriteText(flow).ShouldBe(
            """
            {
              "flow": "small",
              "version": 1,
              "title": "é 中 😀 <b> \"'\n",
              "data": {
                "n": "list of text"
              },
              "fallback": {
                "attempts": 2
              },
              "stages": [
                {
                  "id": "s",
                  "steps": [
                    {
                      "id": "a",
                      "type": "ask",
                      "text": "?",
                      "answer": "yes_no",
                      "next": "b"
                    },
                    {
                      "id": "b",
                      "type": "ask",
                      "text": "?",
                      "answer": {
                        "type": "number",
                        "min": 1,
                        "max": 2.5
                      }
                    }
                  ]
                }
              ]
            }

            """);
    }

    [Fact]
    public void WriteText_IsTheTextOfWrite()
    {
        FlowDefinition flow = FlowReader.Read(FlowSource.FromText("flow.json", Samples.EveryMember)).GetOrThrow();
        FlowWriter.WriteText(flow).ShouldBe(Encoding.UTF8.GetString(FlowWriter.Write(flow)));
    }
}
