using System.Globalization;
using System.Text;

namespace GuidanceFlow.Tests.Compilation;

/// <summary>What the compiler says about decision tables. The step stands in line 3.</summary>
public sealed class DecideTests
{
    private const string Head =
        """
        { "flow": "f", "inputs": { "urgency": { "type": "choice", "values": ["low", "high"] }, "vip": { "type": "boolean", "optional": true }, "days": "integer", "sum": "number", "name": "text", "since": "date", "tags": "list of text" },
        "data": { "desk": "text", "wait": "duration", "note": { "type": "text", "optional": true }, "words": "list of text", "level": { "type": "choice", "values": ["a", "b"] } }, "stages": [ { "id": "all", "steps": [

        """;

    private const string End =
        """

        { "id": "bye", "type": "end", "outcome": "resolved" }
        ] } ] }
        """;

    [Theory]
    [InlineData("""["urgency"]""", """{ "if": ["low"] }, { "if": ["high"] }""")]
    [InlineData("""["vip"]""", """{ "if": [[true, null]] }, { "if": [false] }""")]
    [InlineData("""["days"]""", """{ "if": [{ "below": 5 }] }, { "if": [5] }, { "if": [{ "from": 6 }] }""")]
    [InlineData("""["sum"]""", """{ "if": [{ "below": 5 }] }, { "if": [5] }, { "if": [{ "above": 5 }] }""")]
    [InlineData("""["since"]""", """{ "if": [{ "below": "2026-01-01" }] }, { "if": [{ "from": "2026-01-01" }] }""")]
    [InlineData("""["name"]""", """{ "if": ["Ann"] }, { "if": ["*"] }""")]
    [InlineData("""["urgency", "vip"]""", """{ "if": ["high", true] }, { "if": ["low", "*"] }, { "if": ["*", [false, null]] }""")]
    [InlineData("""["days", "sum"]""", """{ "if": [{ "to": 3 }, { "to": 3 }] }, { "if": [{ "above": 3 }, "*"] }, { "if": ["*", { "above": 3 }] }""")]
    public void Table_WhoseRowsTakeEveryCase_NeedsNoDefault(string inputs, string rows) => Findings(inputs, rows).ShouldBeEmpty();

    [Theory]
    [InlineData("""["urgency"]""", """{ "if": ["low"] }""", "'urgency' is 'high'")]
    [InlineData("""["vip"]""", """{ "if": [true] }, { "if": [false] }""", "'vip' is missing")]
    [InlineData("""["vip"]""", """{ "if": [[true, null]] }""", "'vip' is false")]
    [InlineData("""["days"]""", """{ "if": [{ "below": 5 }] }, { "if": [{ "above": 5 }] }""", "'days' is 5")]
    [InlineData("""["days"]""", """{ "if": [{ "from": 0 }] }""", "'days' is -1")]
    [InlineData("""["sum"]""", """{ "if": [{ "to": 5 }] }, { "if": [{ "from": 6 }] }""", "'sum' is 5.1")]
    [InlineData("""["sum"]""", """{ "if": [{ "from": 0 }] }""", "'sum' is -1")]
    [InlineData("""["sum"]""", """{ "if": [[1, 2]] }""", "'sum' is something else")]
    [InlineData("""["since"]""", """{ "if": [{ "to": "2026-01-31" }] }, { "if": [{ "from": "2026-02-01" }] }""", "'since' is 2026-01-31T00:00:00.0000001Z")]
    [InlineData("""["name"]""", """{ "if": ["Ann"] }, { "if": ["Bob"] }""", "'name' is something else")]
    [InlineData("""["days", "urgency"]""", """{ "if": [{ "to": 3 }, "low"] }, { "if": [{ "above": 3 }, "*"] }""", "'days' is 3 and 'urgency' is 'high'")]
    [InlineData("""["name", "urgency"]""", """{ "if": ["Ann", "low"] }, { "if": ["*", "high"] }""", "'name' is something else and 'urgency' is 'low'")]
    public void Table_WithoutARowForSomeCase_NamesOne(string inputs, string rows, string gap) =>
        Findings(inputs, rows).ShouldHaveSingleItem().ShouldEndWith($"error GF0111: No row of 'grade' applies when {gap}. Add a row for that, or a 'default'.");

    [Fact]
    public void Rows_InVain_SayWhichRowsComeFirst()
    {
        string[] findings = Findings(
            """["urgency", "days"]""",
            """{ "if": ["*", { "to": 5 }] }, { "if": ["low", { "from": 2, "to": 4 }] }, { "if": ["low", { "above": 5 }] }, { "if": ["low", 9] }, { "if": ["high", "*"] }, { "if": ["*", { "from": 4, "to": 8 }] }""");

        findings.Select(finding => finding[finding.IndexOf("GF", StringComparison.Ordinal)..]).ShouldBe(
        [
            "GF0110: Row 2 never decides: wherever it applies, row 1 does too, and comes first. Move it up or take it out.",
            "GF0110: Row 4 never decides: wherever it applies, row 3 does too, and comes first. Move it up or take it out.",
            "GF0110: Row 6 never decides: the rows before it take all that it would, together. Move it up or take it out.",
        ]);
    }

    [Fact]
    public void SpecialRow_BeforeTheGeneralOne_IsFine() =>
        Findings("""["urgency", "days"]""", """{ "if": ["high", 3] }, { "if": ["high", { "to": 9 }] }, { "if": ["*", { "to": 9 }] }, { "if": ["*", "*"] }""").ShouldBeEmpty();

    [Fact]
    public void Default_BesideRowsForAllCases_IsInVain() =>
        Findings("""["urgency"]""", """{ "if": ["low"] }, { "if": ["high"] }""", """ "default": { "goto": "bye" }, """).ShouldHaveSingleItem()
            .ShouldEndWith("error GF0110: The 'default' of 'grade' never decides: some row always applies. Take it out.");

    [Theory]
    [InlineData("""["tags"]""", """{ "if": ["*"] }""", "(3,47): error GF0203: A table looks up a text, true or false, a number, a date or a duration; this is list of text. Name a part of it, such as its size.")]
    [InlineData("""["tags[0]?.x"]""", """{ "if": ["*"] }""", null)]
    [InlineData("""["days +"]""", """{ "if": ["*"] }""", null)]
    [InlineData("""["urgency"]""", """{ "if": ["hihg"] }, { "if": ["*"] }""", ": error GF0203: 'urgency' is never this. Unknown value 'hihg'. Did you mean 'high'?")]
    [InlineData("""["days"]""", """{ "if": [2.5] }, { "if": ["*"] }""", ": error GF0203: This cell does not fit: 'days' must be a whole number, but is 2.5. Write such a value, or \"*\" for any.")]
    [InlineData("""["since"]""", """{ "if": [{ "from": "soon" }] }, { "if": ["*"] }""", ": error GF0203: This cell does not fit: 'since' must be a date such as \"2026-01-05T09:00:00Z\", but is \"soon\". Write such a value, or \"*\" for any.")]
    [InlineData("""["days"]""", """{ "if": [null] }, { "if": ["*"] }""", ": error GF0203: 'days' is never null. Take the null out.")]
    [InlineData("""["name"]""", """{ "if": [{ "from": "a" }] }, { "if": ["*"] }""", ": error GF0203: A range is of numbers, dates or durations, but 'name' is a text. Write the values in a list, such as [\"a\", \"b\"].")]
    [InlineData("""["days"]""", """{ "if": [{ "above": 5, "below": 6 }] }, { "if": ["*"] }""", ": error GF0007: This range holds nothing: its lower bound lies behind its upper one. Exchange them, or write a single value.")]
    [InlineData("""["days", "name"]""", """{ "if": ["*"] }""", ": error GF0007: The table has 2 inputs, but this row has 1 cell. Write one cell an input; \"*\" takes any value.")]
    public void Cell_ThatDoesNotFit_IsReported(string inputs, string rows, string? ending)
    {
        string finding = Findings(inputs, rows).ShouldHaveSingleItem();
        if (ending is not null)
        {
            finding.ShouldEndWith(ending);
        }
    }

    [Theory]
    [InlineData("""["deks"]""", """ "then": ["x"]""", "GF0103: There is no datum 'deks'. Declare it under 'data'. Did you mean 'desk'?")]
    [InlineData("""["name"]""", """ "then": ["x"]""", "GF0103: 'name' is an input, and inputs are read-only. Declare a datum under 'data' and write that.")]
    [InlineData("""["words"]""", """ "then": ["x"]""", "GF0203: 'words' is list of text, and a row cannot hold that. Let the table decide a text or a number, and assign 'words' with 'set' behind it.")]
    [InlineData("""["desk", "desk"]""", """ "then": ["x", "y"]""", "GF0102: The output 'desk' is given twice. Take one out.")]
    [InlineData("""["desk", "wait"]""", """ "then": ["x"]""", "GF0007: The table has 2 outputs, but here is 1 value. Write one for each output.")]
    [InlineData("""["desk", "wait"]""", """ "goto": "bye" """, "GF0006: There is no 'then', but the table has 2 outputs. Add \"then\": [ … ] with a value for each.")]
    [InlineData("""["wait"]""", """ "then": ["soon"]""", "GF0203: This value does not fit: 'wait' must be a duration such as \"PT5M\", but is \"soon\". Change the value or the datum's type.")]
    [InlineData("""["level"]""", """ "then": ["c"]""", "GF0203: This value does not fit: 'level' must be one of 'a', 'b', but is \"c\". Change the value or the datum's type.")]
    [InlineData("""["desk"]""", """ "then": [null]""", "GF0203: 'desk' is never null. Write a value, or declare the datum optional.")]
    [InlineData("""["note"]""", """ "then": [null]""", null)]
    public void Output_ThatDoesNotFit_IsReported(string outputs, string result, string? finding)
    {
        string[] findings = Compiling.Findings(
            $$"""
            {{Head}}{ "id": "grade", "type": "decide", "inputs": ["days"], "outputs": {{outputs}}, "rows": [ { "if": ["*"], {{result}} } ] },{{End}}
            """);

        findings.Select(found => found[found.IndexOf("GF", StringComparison.Ordinal)..]).ShouldBe(finding is null ? [] : [finding]);
    }

    [Fact]
    public void Table_ThatDecidesNothing_IsReported() =>
        Compiling.Findings(Head + """{ "id": "grade", "type": "decide", "inputs": ["days"], "rows": [ { "if": ["*"] } ] },""" + End)
            .ShouldBe(["flow.json(3,64): error GF0007: This table decides nothing: it has no 'outputs', and no row has a 'goto'. Add one or the other."]);

    [Fact]
    public void Targets_OfRows_AreRoutes() =>
        Compiling.Findings(
            Head + """
            { "id": "grade", "type": "decide", "inputs": ["days"], "rows": [ { "if": [1], "goto": "won" }, { "if": ["*"], "goto": "bye" } ], "next": "two" },
            { "id": "one", "type": "say", "text": "One." },
            """ + End)
            .ShouldBe(
            [
                "flow.json(3,87): error GF0104: Route to 'won': no such step. Use 'grade', 'one' or 'bye'.",
                "flow.json(3,138): error GF0104: Route to 'two': no such step. Use 'grade', 'one' or 'bye'.",
                "flow.json(3,138): error GF0106: The 'next' of 'grade' is never taken: every row has a 'goto'. Take it out.",
            ]);

    [Fact]
    public void Steps_ReachedByNoRow_AndCyclesOverRows_AreFound()
    {
        Compiling.Findings(
            Head + """
            { "id": "grade", "type": "decide", "inputs": ["days"], "rows": [ { "if": [1], "goto": "one" }, { "if": ["*"], "goto": "bye" } ] },
            { "id": "lost", "type": "say", "text": "Lost.", "next": "bye" },
            { "id": "one", "type": "say", "text": "One.", "next": "grade" },
            """ + End)
            .ShouldBe(
            [
                "flow.json(4,1): error GF0301: No way leads to 'lost'. Route to it or take it out.",
                "flow.json(5,1): error GF0303: From 'one' the flow goes round to 'grade' without a question in between, and would never stop. Put an 'ask' into the cycle or route out of it.",
            ]);
    }

    [Fact]
    public void Outputs_AreAssignedBehindTheTable_WhicheverRowDecides()
    {
        const string Tell = """{ "id": "tell", "type": "say", "text": "{{ desk }}" },""";
        Compiling.Findings(
            Head + """
            { "id": "grade", "type": "decide", "inputs": ["days"], "outputs": ["desk"], "rows": [ { "if": [1], "then": ["a"], "goto": "tell" } ], "default": { "then": ["b"] } },
            """ + Tell + End).ShouldBeEmpty();
        Compiling.Findings(
            Head + """
            { "id": "grade", "type": "decide", "when": "days > 1", "inputs": ["days"], "outputs": ["desk"], "rows": [ { "if": [1], "then": ["a"], "goto": "tell" } ], "default": { "then": ["b"] } },
            """ + Tell + End).ShouldHaveSingleItem().ShouldContain("error GF0204: 'desk' may not be collected yet when 'tell' is reached, for example on the way 'grade' (skipped) → 'tell'.");
    }

    [Fact]
    public void Input_ReadBeforeItIsCollected_IsReported_AndOneThatMayBeMissingThenToo()
    {
        Compiling.Findings(Head + """{ "id": "grade", "type": "decide", "inputs": ["level"], "rows": [ { "if": ["a"], "goto": "bye" }, { "if": ["b"], "goto": "@next" } ] },""" + End)
            .ShouldHaveSingleItem().ShouldContain("error GF0204: 'level' may not be collected yet");
        const string Wait = """ "inputs": ["level ?? note ?? 'x'", "wait?.total_hours"] """;
        Compiling.Findings(Head + "{ \"id\": \"grade\", \"type\": \"decide\", " + Wait + """, "rows": [ { "if": ["a", { "to": 1 }], "goto": "bye" }, { "if": ["*", { "above": 1 }], "goto": "@next" }, { "if": ["*", { "to": 1 }], "goto": "@next" } ] },""" + End)
            .ShouldHaveSingleItem().ShouldContain("error GF0203: This may be missing when its data are not collected yet, and then no row need apply.");
    }

    [Fact]
    public void Table_OfFiveThousandRows_IsChecked()
    {
        string rows = Rows(5_000, static i => $"[\"n{i}\", {(i % 7 == 0 ? "\"*\"" : i % 100)}]");

        Findings("""["name", "days"]""", rows + """, { "if": ["n7", 3] }, { "if": ["n8", 8] }, { "if": ["*", "*"] }""")
            .Select(finding => finding[finding.IndexOf("GF", StringComparison.Ordinal)..])
            .ShouldBe(
            [
                "GF0110: Row 5001 never decides: wherever it applies, row 8 does too, and comes first. Move it up or take it out.",
                "GF0110: Row 5002 never decides: wherever it applies, row 9 does too, and comes first. Move it up or take it out.",
            ]);
    }

    [Fact]
    public void Table_TooLargeToBeLookedThrough_NeedsADefault_AndStillFindsPlainRowsInVain()
    {
        // Each row overlaps a thousand others in both inputs, and the last but one of a kind can only be found in vain by looking everywhere.
        string rows = Rows(2_000, static i => $"[{{ \"from\": {i * 3}, \"to\": {(i * 3) + 4000} }}, {{ \"from\": {i * 2}, \"to\": {(i * 2) + 3000} }}]");
        string[] findings = Findings("""["days", "sum"]""", rows + """, { "if": [5, -1] }, { "if": [5, -1] }, { "if": [{ "to": 0 }, "*"] }, { "if": [{ "above": 0 }, "*"] }, { "if": [{ "to": -9 }, { "to": 3 }] }""");

        findings.Select(finding => finding[finding.IndexOf("GF", StringComparison.Ordinal)..]).ShouldBe(
        [
            "GF0111: 'grade' is too large for telling whether some row always applies. Add a 'default'.",
            "GF0110: Row 2002 never decides: wherever it applies, row 2001 does too, and comes first. Move it up or take it out.",
        ]);
    }

    [Fact]
    public void Table_OfTooManyCombinations_IsRefused()
    {
        string many = "[" + string.Join(", ", Enumerable.Range(0, 1500)) + "]";
        Findings("""["days", "sum"]""", $$"""{ "if": [{{many}}, {{many}}] }, { "if": ["*", "*"] }""").ShouldHaveSingleItem()
            .ShouldEndWith("error GF0007: The rows' lists and ranges make more than 2,000,000 combinations. Use shorter lists, ranges of fewer inputs, or split the table into several steps.");
    }

    private static string[] Findings(string inputs, string rows, string more = "")
    {
        string outputs = more.Length == 0 ? " \"outputs\": [\"desk\"], " : string.Empty;
        string given = more.Length == 0 ? rows.Replace("] }", "], \"then\": [\"x\"] }", StringComparison.Ordinal) : rows;
        return Compiling.Findings(Head + "{ \"id\": \"grade\", \"type\": \"decide\", \"inputs\": " + inputs + "," + outputs + more + " \"rows\": [ " + given + " ] }," + End);
    }

    private static string Rows(int count, Func<int, string> cells)
    {
        var rows = new StringBuilder();
        for (int i = 0; i < count; i++)
        {
            rows.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? null : ", ")}{{ \"if\": {cells(i)} }}");
        }

        return rows.ToString();
    }
}
