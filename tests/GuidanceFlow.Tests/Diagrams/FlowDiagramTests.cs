using GuidanceFlow.Diagrams;
using GuidanceFlow.Testing;
using GuidanceFlow.Tests.Engine;

namespace GuidanceFlow.Tests.Diagrams;

public sealed class FlowDiagramTests
{
    [Fact]
    public void Sample_AsMermaid() => Golden.Verify(FlowDiagram.ToMermaid(Drawing.Sample), "mmd");

    [Fact]
    public void Sample_AsDot() => Golden.Verify(FlowDiagram.ToDot(Drawing.Sample), "dot");

    [Fact]
    public void Interrupts_AsMermaid() => Golden.Verify(FlowDiagram.ToMermaid(NestedFlow.Make()), "mmd");

    [Fact]
    public void SixtySteps_AsMermaid() => Golden.Verify(FlowDiagram.ToMermaid(Drawing.WashingMachine), "mmd");

    [Fact]
    public void SixtySteps_AsDot() => Golden.Verify(FlowDiagram.ToDot(Drawing.WashingMachine), "dot");

    [Fact]
    public void BigFlow_HasSixtySteps() => Drawing.WashingMachine.Steps.Length.ShouldBeGreaterThanOrEqualTo(60);

    [Fact]
    public void Text_IsAlwaysTheSame_WithLineFeedsOnly()
    {
        foreach (Func<Flow, DiagramOptions?, string> write in new Func<Flow, DiagramOptions?, string>[] { FlowDiagram.ToMermaid, FlowDiagram.ToDot })
        {
            string text = write(Drawing.Sample, null);
            text.ShouldBe(write(Drawing.Sample, new DiagramOptions()));
            text.ShouldEndWith("\n");
            text.ShouldNotContain('\r');
        }
    }

    [Fact]
    public void Direction_IsTheOneWanted()
    {
        var sideways = new DiagramOptions { Direction = DiagramDirection.LeftToRight };

        FlowDiagram.ToMermaid(Drawing.Sample, sideways).ShouldContain("\nflowchart LR\n");
        FlowDiagram.ToDot(Drawing.Sample, sideways).ShouldContain("rankdir=LR");
    }

    [Fact]
    public void Fallbacks_CanBeLeftOut() =>
        FlowDiagram.ToMermaid(Drawing.Sample, new DiagramOptions { ShowFallbacks = false }).ShouldNotContain("fallback_");

    [Theory]
    [InlineData(9)]
    [InlineData(501)]
    public void LabelLength_OutOfRange_IsRefused(int length) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new DiagramOptions { MaxLabelLength = length });

    [Fact]
    public void LabelLength_ShortensSteps() =>
        FlowDiagram.ToMermaid(Drawing.Sample, new DiagramOptions { MaxLabelLength = 16 }).ShouldContain("\"Which kind of…\"");
}
