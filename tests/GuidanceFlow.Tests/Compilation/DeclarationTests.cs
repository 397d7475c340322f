namespace GuidanceFlow.Tests.Compilation;

/// <summary>Ids, names, and references to data, tickets and knowledge.</summary>
public sealed class DeclarationTests
{
    [Fact]
    public void Ids_NotInKebabCase_AreReported() =>
        Compiling.Findings(
            """
            { "flow": "test",
            "stages": [ { "id": "all", "steps": [
            { "id": "Say_Hello", "type": "say", "text": "Hello." },
            { "id": "a--b", "type": "say", "text": "Hello." },
            { "id": "-a", "type": "say", "text": "Hello." },
            { "id": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "type": "say", "text": "Hello." },
            { "id": "a\nb", "type": "say", "text": "Hello." },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(3,9): error GF0101: The step id 'Say_Hello' is not in kebab-case. Use at most 64 lower-case letters a to z, digits and single hyphens.",
                "flow.json(4,9): error GF0101: The step id 'a--b' is not in kebab-case. Use at most 64 lower-case letters a to z, digits and single hyphens.",
                "flow.json(5,9): error GF0101: The step id '-a' is not in kebab-case. Use at most 64 lower-case letters a to z, digits and single hyphens.",
                "flow.json(6,9): error GF0101: The step id 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…' is not in kebab-case. Use at most 64 lower-case letters a to z, digits and single hyphens.",
                "flow.json(7,9): error GF0101: The step id 'a\\u000ab' is not in kebab-case. Use at most 64 lower-case letters a to z, digits and single hyphens.",
            ]);

    [Fact]
    public void Names_NotInSnakeCaseOrReserved_AreReported() =>
        Compiling.Findings(
            """
            { "flow": "test", "inputs": { "Name": "text", "session": "text" }, "data": { "a-b": "text", "date": "text", "a_": "text" },
            "stages": [ { "id": "all", "steps": [
            { "id": "a", "type": "say", "text": "Hello." },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(1,31): error GF0101: 'Name' is not in snake_case. Use at most 64 lower-case letters a to z, digits and single underscores, a letter first.",
                "flow.json(1,47): error GF0101: 'session' is a word of flows or templates. Choose another name, for example 'session_value'.",
                "flow.json(1,78): error GF0101: 'a-b' is not in snake_case. Use at most 64 lower-case letters a to z, digits and single underscores, a letter first.",
                "flow.json(1,93): error GF0101: 'date' is a word of flows or templates. Choose another name, for example 'date_value'.",
                "flow.json(1,109): error GF0101: 'a_' is not in snake_case. Use at most 64 lower-case letters a to z, digits and single underscores, a letter first.",
            ]);

    [Fact]
    public void Datum_WithTheNameOfAnInput_IsReported() =>
        Compiling.Findings(
            """
            { "flow": "test", "inputs": { "name": "text" }, "data": { "name": "text" },
            "stages": [ { "id": "all", "steps": [
            { "id": "a", "type": "say", "text": "Hello." },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(1,59): error GF0102: 'name' is an input already. Give the datum another name.",
            ]);

    [Fact]
    public void Steps_WithOneId_AreReportedAlsoAcrossLoops() =>
        Compiling.Findings(
            """
            { "flow": "test", "inputs": { "list": "list of text" },
            "stages": [ { "id": "all", "steps": [
            { "id": "a", "type": "say", "text": "Hello." },
            { "id": "each", "type": "each", "in": "list", "as": "item", "steps": [
              { "id": "a", "type": "say", "text": "Hello." }
            ] },
            { "id": "a", "type": "say", "text": "Hello." },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(5,11): error GF0102: Another step has the id 'a' too. Give each step its own.",
                "flow.json(7,9): error GF0102: Another step has the id 'a' too. Give each step its own.",
            ]);

    [Fact]
    public void Fields_AreReportedAtTheirPlace() =>
        Compiling.Findings(
            """
            { "flow": "test", "data": { "rows": { "type": "list", "of": { "type": "object", "fields": { "ok": "text", "Bad": "text", "in": { "type": "object", "fields": { "b-d": "text" } } } }, "default": [] } },
            "stages": [ { "id": "all", "steps": [
            { "id": "a", "type": "say", "text": "Hello." },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(1,107): error GF0101: The field 'Bad' is not in snake_case. Use lower-case letters a to z, digits and single underscores, a letter first.",
                "flow.json(1,160): error GF0101: The field 'b-d' is not in snake_case. Use lower-case letters a to z, digits and single underscores, a letter first.",
            ]);

    [Fact]
    public void ValuesOfAChoice_GivenTwice_AreReported() =>
        Compiling.Findings(
            """
            { "flow": "test", "inputs": { "size": { "type": "choice", "values": ["s", "l", "s"] } },
            "stages": [ { "id": "all", "steps": [
            { "id": "a", "type": "say", "text": "Hello." },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(1,80): error GF0102: The value 's' is given twice. Take one out.",
            ]);

    [Fact]
    public void Evidence_NotDeclaredOrGivenTwice_IsReported() =>
        Compiling.Findings(
            """
            { "flow": "test", "inputs": { "lamp": "text" }, "tickets": { "line": { "queue": "q", "respond_within": "PT1H", "subject": "s", "body": "b", "evidence": ["lmap", "lamp", "lamp"] } },
            "stages": [ { "id": "all", "steps": [
            { "id": "t", "type": "ticket", "ticket": "line" },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(1,154): error GF0103: There is no datum or input 'lmap'. Did you mean 'lamp'?",
                "flow.json(1,170): error GF0102: The evidence 'lamp' is given twice. Take one out.",
            ]);

    [Fact]
    public void LoopItem_NamedAsADatumOrAnOuterItem_IsReported() =>
        Compiling.Findings(
            """
            { "flow": "test", "inputs": { "list": "list of text" },
            "stages": [ { "id": "all", "steps": [
            { "id": "outer", "type": "each", "in": "list", "as": "item", "steps": [
              { "id": "inner", "type": "each", "in": "list", "as": "item", "steps": [ { "id": "a", "type": "say", "text": "." } ] }
            ] },
            { "id": "third", "type": "each", "in": "list", "as": "list", "steps": [ { "id": "b", "type": "say", "text": "." } ] },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(4,56): error GF0102: 'item' is a name of the flow already. Call the item something else.",
                "flow.json(6,54): error GF0102: 'list' is a name of the flow already. Call the item something else.",
            ]);

    [Fact]
    public void LoopItem_NotWellFormedOrReserved_IsReported() =>
        Compiling.Findings(
            """
            { "flow": "test", "inputs": { "list": "list of text" },
            "stages": [ { "id": "all", "steps": [
            { "id": "one", "type": "each", "in": "list", "as": "Item", "steps": [ { "id": "a", "type": "say", "text": "." } ] },
            { "id": "two", "type": "each", "in": "list", "as": "loop", "steps": [ { "id": "b", "type": "say", "text": "." } ] },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(3,52): error GF0101: 'Item' is not in snake_case. Use at most 64 lower-case letters a to z, digits and single underscores, a letter first.",
                "flow.json(4,52): error GF0101: 'loop' is a word of flows or templates. Choose another name, for example 'loop_value'.",
            ]);

    [Fact]
    public void Ticket_NotDeclared_IsReportedWithASuggestion() =>
        Compiling.Findings(
            """
            { "flow": "test", "tickets": { "line": { "queue": "q", "respond_within": "PT1H", "subject": "s", "body": "b" } },
            "stages": [ { "id": "all", "steps": [
            { "id": "t", "type": "ticket", "ticket": "lime" },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(3,42): error GF0103: There is no ticket 'lime'. Did you mean 'line'?",
            ]);

    [Fact]
    public void Knowledge_NotDeclared_IsReportedWithASuggestion() =>
        Compiling.Findings(
            """
            { "flow": "test", "knowledge": { "reset": { "title": "t", "url": "https://example.com" } },
            "stages": [ { "id": "all", "steps": [
            { "id": "a", "type": "say", "text": "Hello.", "show": [ { "type": "knowledge", "id": "rest" } ] },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(3,86): error GF0103: There is no knowledge entry 'rest'. Did you mean 'reset'?",
            ]);

    [Fact]
    public void Writing_ToNothingOrAnInput_IsReported() =>
        Compiling.Findings(
            """
            { "flow": "test", "fallback": { "goto": "bye" },"inputs": { "name": "text", "list": "list of text" }, "data": { "lamp": "text" },
            "stages": [ { "id": "all", "steps": [
            { "id": "a", "type": "ask", "text": "?", "answer": "yes_no", "save": "lmap" },
            { "id": "b", "type": "ask", "text": "?", "answer": "yes_no", "save": "name" },
            { "id": "c", "type": "set", "values": { "nme": "nmae", "name": "1" } },
            { "id": "each", "type": "each", "in": "list", "as": "item", "collect": { "lamp": "1", "lst": "itm" }, "steps": [
              { "id": "d", "type": "say", "text": "Hello." }
            ] },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(3,70): error GF0103: There is no datum 'lmap'. Declare it under 'data'. Did you mean 'lamp'?",
                "flow.json(4,70): error GF0103: 'name' is an input, and inputs are read-only. Declare a datum under 'data' and write that.",
                "flow.json(5,48): error GF0103: There is no datum 'nme'. Declare it under 'data'. Or use 'lamp'.",
                "flow.json(5,49): error GF0202: There is no name \"nmae\" here. Did you mean \"name\"?",
                "flow.json(5,64): error GF0103: 'name' is an input, and inputs are read-only. Declare a datum under 'data' and write that.",
                "flow.json(6,82): error GF0203: 'lamp' is text, but items are collected in a list. Declare it as 'list of text'.",
                "flow.json(6,94): error GF0103: There is no datum 'lst'. Declare it under 'data'. Or use 'lamp'.",
                "flow.json(6,95): error GF0202: There is no name \"itm\" here. Did you mean \"item\"?",
            ]);

    [Theory]
    [InlineData("loop.failed ? null : {nmae: item}", "'found' has no field 'nmae'; its fields are name")]
    [InlineData("loop.failed ? null : {name: loop.index}", "'found.name' must be a text, not a whole number")]
    [InlineData("loop.failed ? null : item", "This must be an object but gives a text")]
    public void Collecting_WhatDoesNotFitUnlessTheItemFailed_IsReported(string value, string expected) =>
        Compiling.Findings(
            $$"""
            { "flow": "test", "inputs": { "list": "list of text" }, "data": { "found": { "type": "list", "of": { "type": "object", "fields": { "name": "text" } } } },
            "stages": [ { "id": "all", "steps": [
            { "id": "each", "type": "each", "in": "list", "as": "item", "on_failure": "next_item", "collect": { "found": "{{value}}" }, "steps": [
              { "id": "d", "type": "say", "text": "Hello." }
            ] },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldHaveSingleItem().ShouldContain(expected);
}
