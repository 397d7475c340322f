using System.Text.RegularExpressions;
using GuidanceFlow.Definitions;
using GuidanceFlow.Definitions.Reading;
using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Tests.Definitions;

/// <summary>The page about the format says what the reader does.</summary>
public sealed partial class FlowFormatPageTests
{
    private static readonly string Page = RepositoryFiles.Read("docs/flow-format.md");

    public static TheoryData<string> Examples => [.. Example().Matches(Page).Select(match => match.Groups[1].Value)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_IsAFlow(string text)
    {
        Reading.Errors(text).ShouldBeEmpty();
        FlowDefinition flow = FlowReader.Read(FlowSource.FromText("flow.json", text)).GetOrThrow();
        FlowReader.Read(FlowSource.FromText("flow.json", FlowWriter.WriteText(flow))).GetOrThrow().ShouldBe(flow);
    }

    [Fact]
    public void Page_NamesEveryMemberTypeAndWord()
    {
        IEnumerable<string> words =
        [
            .. MemberTables.All.SelectMany(table => table.Members.Select(member => member.Name).Concat(table.Planned)),
            .. StepReader.Types.Words, .. StepReader.Types.Planned,
            .. AnswerReader.Types.Words, .. AnswerReader.Types.Planned,
            .. BlockReader.Types.Words, .. BlockReader.Types.Planned,
            .. DataTypeReader.Simple.All, .. KnowledgeReader.Kinds.All, .. TicketReader.Kinds.All, .. TicketReader.Priorities.All,
            .. EndStepReader.Outcomes.All, .. EachStepReader.Policies.All, .. MigrationReader.Policies.All,
            .. DiagnosticCatalog.All.Select(descriptor => descriptor.Code).Where(code => code.StartsWith("GF00", StringComparison.Ordinal)),
        ];

        // In a table or a sentence, as code; the codes of findings stand plainly.
        words.Distinct().Where(word => !Regex.IsMatch(Page, $"`{Regex.Escape(word)}`|\\| {Regex.Escape(word)} \\||`{{ \"{Regex.Escape(word)}\"")).ShouldBeEmpty();
    }

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
