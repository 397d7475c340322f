namespace GuidanceFlow.Tests.Compilation;

/// <summary>Names and types in templates and expressions.</summary>
public sealed class TemplateTests
{
    [Fact]
    public void UnknownName_BehindEscapes_IsReportedAtItsUnit() =>
        Compiling.Findings(
            """
            { "flow": "test", "inputs": { "customer": "text" },
            "stages": [ { "id": "all", "steps": [
            { "id": "a", "type": "say", "text": "One \"two\"\n\u00e9 😀 {{ custmer }} and {{ nobody }}" },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(3,64): error GF0202: There is no name \"custmer\" here. Did you mean \"customer\"?",
                "flow.json(3,82): error GF0202: There is no name \"nobody\" here. Declare it under 'inputs' or 'data', or correct the name.",
            ]);

    [Fact]
    public void UnknownMemberFunctionAndGroupMember_AreReported() =>
        Compiling.Findings(
            """
            { "flow": "test", "inputs": { "c": { "type": "object", "fields": { "name": "text" } } },
            "stages": [ { "id": "all", "steps": [
            { "id": "a", "type": "say", "text": "{{ c.nmae }} {{ c.name | string.upcas }} {{ session.trun }} {{ answers['q'] }} {{ knowledge['k'].url }}" },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(3,43): error GF0202: This object has no member \"nmae\". Did you mean \"name\"?",
                "flow.json(3,70): error GF0202: There is no function \"string.upcas\". Did you mean \"string.upcase\"?",
                "flow.json(3,90): error GF0202: \"session\" has no \"trun\". Did you mean \"turn\"?",
                "flow.json(3,108): error GF0202: \"answers\" has no \"q\".",
                "flow.json(3,129): error GF0202: \"knowledge\" has no \"k\".",
            ]);

    [Fact]
    public void MistakesOfSyntax_AreReported() =>
        Compiling.Findings(
            """
            { "flow": "test",
            "stages": [ { "id": "all", "steps": [
            { "id": "a", "type": "say", "text": "{{ if true }}x" },
            { "id": "b", "type": "say", "text": "{{ 1 + }}" },
            { "id": "c", "type": "say", "text": "Hello.", "when": "1 ==" },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(3,41): error GF0201: This \"if\" has no end; add \"{{ end }}\" where it stops.",
                "flow.json(4,45): error GF0201: \"+\" needs a value to its right.",
                "flow.json(5,60): error GF0201: \"==\" needs a value to its right.",
            ]);

    [Fact]
    public void ThingsThatFlowsDoNotAllow_AreReported() =>
        Compiling.Findings(
            """
            { "flow": "test",
            "stages": [ { "id": "all", "steps": [
            { "id": "a", "type": "say", "text": "{{ session }}" },
            { "id": "b", "type": "say", "text": "{{ answers[session.id] }}" },
            { "id": "c", "type": "say", "text": "{{ this.x }}" },
            { "id": "d", "type": "say", "text": "{{ tablerow x in y }}{{ end }}" },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(3,41): error GF0205: \"session\" is a group of names and no value; name one of its members, for example \"session[\"id\"]\".",
                "flow.json(4,48): error GF0205: \"answers\" is a group of names, so its index must be a text literal.",
                "flow.json(5,41): error GF0205: \"this\" cannot be used here; name the values one by one.",
                "flow.json(6,41): error GF0201: \"tablerow\" is not supported; write the rows and cells in a \"for\".",
            ]);

    [Fact]
    public void Guards_ThatAreNotBoolean_AreReported() =>
        Compiling.Findings(
            """
            { "flow": "test", "fallback": { "goto": "bye" },
            "stages": [ { "id": "all", "steps": [
            { "id": "a", "type": "say", "text": "Hello.", "when": "1" },
            { "id": "b", "type": "say", "text": "Hello.", "when": "'x'", "next": [ { "when": "session.path", "goto": "bye" }, { "goto": "@next" } ] },
            { "id": "c", "type": "ask", "text": "?", "answer": { "type": "choice", "options": [ { "value": "x", "when": "session.started" }, "y" ] } },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(3,56): error GF0203: This must be true or false but gives a number; compare it, for example \"… > 0\".",
                "flow.json(4,56): error GF0203: This must be true or false but gives a text; compare it, for example \"… == 'yes'\".",
                "flow.json(4,83): error GF0203: This must be true or false but gives a list; compare it, for example \"session.path.size > 0\".",
                "flow.json(5,110): error GF0203: This must be true or false but gives a date; compare it, for example \"session.started < date.now\".",
            ]);

    [Fact]
    public void Guards_ThatMayBeNull_AreReported() =>
        Compiling.Findings(
            """
            { "flow": "test", "fallback": { "goto": "bye" },"inputs": { "sure": { "type": "boolean", "optional": true } },
            "stages": [ { "id": "all", "steps": [
            { "id": "a", "type": "say", "text": "Hello.", "when": "sure" },
            { "id": "q", "type": "ask", "text": "?", "answer": "yes_no" },
            { "id": "b", "type": "say", "text": "Hello.", "when": "answers['q']" },
            { "id": "c", "type": "say", "text": "Hello.", "when": "answers['q'] ?? false" },
            { "id": "d", "type": "say", "text": "Hello.", "when": "sure != null && sure" },
            { "id": "e", "type": "say", "text": "Hello.", "show": [ { "type": "checklist", "items": [ { "text": "x", "done": "sure" } ] } ] },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(3,55): error GF0203: This may be null, which is neither true nor false. Add '?? false'.",
                "flow.json(5,55): error GF0203: This may be null, which is neither true nor false. Add '?? false'.",
                "flow.json(8,114): error GF0203: This may be null, which is neither true nor false. Add '?? false'.",
            ]);

    [Fact]
    public void Guard_OnTheOwnAnswer_IsNeverNull() =>
        Compiling.Findings(
            """
            { "flow": "test", "fallback": { "goto": "bye" },
            "stages": [ { "id": "all", "steps": [
            { "id": "q", "type": "ask", "text": "?", "answer": "yes_no", "next": [ { "when": "answers['q']", "goto": "bye" }, { "when": "answer", "goto": "q" }, { "goto": "@next" } ] },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBeEmpty();

    [Fact]
    public void Guard_ThatIsNullWhenNothingIsCollected_IsReported() =>
        Compiling.Findings(
            """
            { "flow": "test", "inputs": { "maybe": { "type": "boolean", "optional": true } }, "data": { "sure": "boolean" },
            "stages": [ { "id": "all", "steps": [
            { "id": "a", "type": "say", "text": "Hello.", "when": "sure ?? maybe" },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(3,55): error GF0203: This may be null, which is neither true nor false. Add '?? false'.",
            ]);

    [Fact]
    public void Loop_OverWhatIsNoListOrMayBeNull_IsReported() =>
        Compiling.Findings(
            """
            { "flow": "test", "inputs": { "name": "text", "maybe": { "type": "list of text", "optional": true }, "list": "list of text" },
            "stages": [ { "id": "all", "steps": [
            { "id": "one", "type": "each", "in": "name", "as": "one_item", "steps": [
              { "id": "a", "type": "say", "text": "Hello." }
            ] },
            { "id": "two", "type": "each", "in": "maybe", "as": "two_item", "steps": [
              { "id": "b", "type": "say", "text": "Hello." }
            ] },
            { "id": "three", "type": "each", "in": "maybe ?? []", "as": "three_item", "steps": [
              { "id": "c", "type": "say", "text": "Hello." }
            ] },
            { "id": "four", "type": "each", "in": "list", "as": "four_item", "where": "1", "order_by": "loop.index", "steps": [
              { "id": "d", "type": "say", "text": "Hello." }
            ] },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(3,39): error GF0203: This must be a list but gives a text; name a list, or write one, for example \"['a', 'b']\".",
                "flow.json(6,38): error GF0203: This list may be null. Add '?? []'.",
                "flow.json(12,76): error GF0203: This must be true or false but gives a number; compare it, for example \"… > 0\".",
                "flow.json(12,93): error GF0202: 'loop' is not known here, only inside an 'each' step. Use it there, or keep it in a datum with a 'set' step.",
            ]);

    [Fact]
    public void Name_ThatIsNotKnown_SaysWhereItWouldBe() =>
        Compiling.Findings(
            """
            { "flow": "test", "inputs": { "devices": "list of text" },
            "stages": [ { "id": "all", "steps": [
            { "id": "each", "type": "each", "in": "devices", "as": "device", "steps": [ { "id": "a", "type": "say", "text": "{{ device }}" } ] },
            { "id": "b", "type": "say", "text": "{{ device }} {{ 客户 }} {{ for d in devices }}{{ end }}{{ d }}" },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(4,41): error GF0202: 'device' is not known here, only inside the loop 'each'. Use it there, or keep it in a datum with 'collect' or a 'set' step.",
                "flow.json(4,54): error GF0202: There is no name \"客户\" here. Names have only the letters a to z, digits and underscores; declare one such as 'customer' under 'inputs' or 'data', and write that.",
                "flow.json(4,94): error GF0202: 'd' is not known here, only between its 'for' and 'end'. Move this in between.",
            ]);

    [Fact]
    public void LoopNames_AreKnownInsideOnly() =>
        Compiling.Findings(
            """
            { "flow": "test", "inputs": { "list": "list of text" },"data": { "names": "list of text" },
            "stages": [ { "id": "all", "steps": [
            { "id": "each", "type": "each", "in": "list", "as": "item", "collect": { "names": "item" }, "steps": [
              { "id": "a", "type": "say", "text": "{{ item }} {{ loop.index }}" }
            ] },
            { "id": "b", "type": "say", "text": "{{ item }} {{ loop.index }}" },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(6,41): error GF0202: 'item' is not known here, only inside the loop 'each'. Use it there, or keep it in a datum with 'collect' or a 'set' step.",
                "flow.json(6,52): error GF0202: 'loop' is not known here, only inside an 'each' step. Use it there, or keep it in a datum with a 'set' step.",
            ]);

    [Fact]
    public void Answer_IsKnownInRoutesOnly() =>
        Compiling.Findings(
            """
            { "flow": "test", "fallback": { "goto": "bye" },
            "stages": [ { "id": "all", "steps": [
            { "id": "a", "type": "ask", "text": "?", "answer": "yes_no", "next": [ { "when": "answer", "goto": "bye" }, { "goto": "@next" } ] },
            { "id": "b", "type": "say", "text": "{{ answer }}" },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(4,41): error GF0202: There is no name \"answer\" here. Did you mean \"answers\"?",
            ]);

    [Fact]
    public void Set_OfAnotherType_IsReported() =>
        Compiling.Findings(
            """
            { "flow": "test", "data": { "number": "number", "whole": "integer", "text": "text", "list": "list of text", "row": { "type": "object", "fields": { "a": "text" } }, "flag": "boolean" },
            "stages": [ { "id": "all", "steps": [
            { "id": "a", "type": "set", "values": {
              "number": "'x'",
              "whole": "1.5",
              "text": "1",
              "list": "'x'",
              "row": "{ a: 1 }",
              "flag": "text"
            } },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(4,14): error GF0203: This must be a number but gives a text.",
                "flow.json(5,13): error GF0203: This must be a whole number but may give a fraction; round it, for example with \"//\" instead of \"/\".",
                "flow.json(6,12): error GF0203: This must be a text but gives a number.",
                "flow.json(7,12): error GF0203: This must be a list but gives a text; name a list, or write one, for example \"['a', 'b']\".",
                "flow.json(8,10): error GF0203: This value does not fit: 'row.a' must be a text, not a whole number. Change the value or the datum's type.",
                "flow.json(9,12): error GF0203: This must be true or false but gives a text; compare it, for example \"text == 'yes'\".",
            ]);

    [Fact]
    public void Set_OfNullWhereThereMustBeAValue_IsReported() =>
        Compiling.Findings(
            """
            { "flow": "test", "data": { "x": "text", "y": "text", "z": "text", "w": "text", "later": "text", "maybe": { "type": "text", "optional": true } },
            "stages": [ { "id": "all", "steps": [
            { "id": "a", "type": "set", "values": {
              "x": null,
              "y": "maybe",
              "z": "later ?? maybe",
              "w": "later ?? 'none'",
              "maybe": null
            } },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(4,8): error GF0203: 'x' is never null, but this value may be. Add '?? …' with a value for that case, or declare the datum optional.",
                "flow.json(5,8): error GF0203: 'y' is never null, but this value may be. Add '?? …' with a value for that case, or declare the datum optional.",
            ]);

    [Fact]
    public void Set_OfAValueThatIsNoneOfTheChoice_IsReported() =>
        Compiling.Findings(
            """
            { "flow": "test", "data": { "lamp": { "type": "choice", "values": ["green", "red"] } },
            "stages": [ { "id": "all", "steps": [
            { "id": "a", "type": "set", "values": { "lamp": "'grean'" } },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(3,49): error GF0203: The value of 'lamp' must be one of 'green', 'red', but is \"grean\".",
            ]);

    [Fact]
    public void Set_OfAListThatReadsNothing_IsHeldAgainstTheTypeItemByItem() =>
        Compiling.Findings(
            """
            { "flow": "test", "data": { "checks": { "type": "list", "of": { "type": "object", "fields": { "name": "text", "critical": "boolean" } } } },
            "stages": [ { "id": "all", "steps": [
            { "id": "a", "type": "set", "values": { "checks": "[{ name: 'bolts', critical: true }, { name: 'feet', citical: false }]" } },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(["flow.json(3,51): error GF0203: The value of 'checks[1]' has no field 'citical'; its fields are name, critical."]);

    [Fact]
    public void Collect_IntoNoListOrOfAnotherType_IsReported() =>
        Compiling.Findings(
            """
            { "flow": "test", "inputs": { "list": "list of text" },"data": { "one": "text", "numbers": "list of integer", "rows": { "type": "list", "of": { "type": "object", "fields": { "a": "text" } } }, "nulls": { "type": "list", "of": { "type": "object", "fields": { "a": "text" } } }, "maybe": { "type": "text", "optional": true } },
            "stages": [ { "id": "all", "steps": [
            { "id": "each", "type": "each", "in": "list", "as": "item", "collect": {
              "one": "item",
              "numbers": "item",
              "rows": "{ a: item, b: 1 }",
              "nulls": "{ a: maybe }"
            }, "steps": [
              { "id": "a", "type": "say", "text": "Hello." }
            ] },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(4,10): error GF0203: 'one' is text, but items are collected in a list. Declare it as 'list of text'.",
                "flow.json(5,15): error GF0203: This must be a number but gives a text.",
                "flow.json(6,11): error GF0203: This value does not fit: 'rows' has no field 'b'; its fields are a. Change the value or the datum's type.",
                "flow.json(7,12): error GF0203: This value does not fit: 'nulls.a' is never null, but here it may be. Change the value or the datum's type.",
            ]);

    [Fact]
    public void Set_OfAnObjectWithoutAFieldThatHasADefault_IsFine() =>
        Compiling.Findings(
            """
            { "flow": "test", "data": { "row": { "type": "object", "fields": { "a": "text", "b": { "type": "integer", "default": 1 }, "c": { "type": "text", "optional": true } } } },
            "stages": [ { "id": "all", "steps": [
            { "id": "a", "type": "set", "values": { "row": "{ a: 'x' }" } },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBeEmpty();

    [Fact]
    public void Save_OfAnotherType_IsReported() =>
        Compiling.Findings(
            """
            { "flow": "test", "fallback": { "goto": "bye" },"data": { "text": "text", "whole": "integer", "number": "number", "lamp": { "type": "choice", "values": ["red", "green"] } },
            "stages": [ { "id": "all", "steps": [
            { "id": "a", "type": "ask", "text": "?", "answer": "yes_no", "save": "text" },
            { "id": "b", "type": "ask", "text": "?", "answer": "number", "save": "whole" },
            { "id": "c", "type": "ask", "text": "?", "answer": { "type": "number", "integer": true }, "save": "number" },
            { "id": "d", "type": "ask", "text": "?", "answer": "text", "save": "lamp" },
            { "id": "e", "type": "ask", "text": "?", "answer": { "type": "choice", "options": [
              "red",
              "blue"
            ] }, "save": "lamp" },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(3,70): error GF0203: The datum 'text' is text, but the answer is boolean. Change the datum's type or the answer's.",
                "flow.json(4,70): error GF0203: The datum 'whole' is integer, but the answer is number. Change the datum's type or the answer's.",
                "flow.json(6,68): error GF0203: The datum 'lamp' takes one of 'red', 'green', but the answer may be any text. Ask with options of these values.",
                "flow.json(9,3): error GF0203: The datum 'lamp' does not take 'blue'. Its values are 'red', 'green'.",
            ]);

    [Fact]
    public void Tickets_AreCheckedOnceWhetherFiledOrNot() =>
        Compiling.Findings(
            """
            { "flow": "test", "tickets": {
            "used": { "queue": "q", "respond_within": "PT1H", "subject": "{{ x }}", "body": "{{ item }}" },
            "unused": { "queue": "q", "respond_within": "PT1H", "subject": "{{ y }}", "body": "b" } },
            "stages": [ { "id": "all", "steps": [
            { "id": "a", "type": "ticket", "ticket": "used" },
            { "id": "b", "type": "ticket", "ticket": "used" },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(2,66): error GF0202: There is no name \"x\" here. Declare it under 'inputs' or 'data', or correct the name.",
                "flow.json(2,85): error GF0202: There is no name \"item\" here. Declare it under 'inputs' or 'data', or correct the name.",
                "flow.json(3,68): error GF0202: There is no name \"y\" here. Declare it under 'inputs' or 'data', or correct the name.",
            ]);

    [Fact]
    public void Blocks_AreChecked() =>
        Compiling.Findings(
            """
            { "flow": "test", "inputs": { "list": "list of text" },
            "stages": [ { "id": "all", "steps": [
            { "id": "a", "type": "say", "text": "Hello.", "show": [
              { "type": "table", "title": "{{ a1 }}", "columns": ["{{ b1 }}"], "rows": { "from": "list", "as": "row", "cells": ["{{ row }}{{ c1 }}"] } },
              { "type": "table", "columns": ["x"], "rows": [["{{ row }}"]] },
              { "type": "table", "columns": ["x"], "rows": { "from": "session.turn", "as": "In", "cells": ["x"] } },
              { "type": "checklist", "title": "{{ d1 }}", "items": ["{{ e1 }}", { "text": "x", "done": "1" }] }
            ] },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(4,35): error GF0202: There is no name \"a1\" here. Declare it under 'inputs' or 'data', or correct the name.",
                "flow.json(4,59): error GF0202: There is no name \"b1\" here. Declare it under 'inputs' or 'data', or correct the name.",
                "flow.json(4,130): error GF0202: There is no name \"c1\" here. Declare it under 'inputs' or 'data', or correct the name.",
                "flow.json(5,54): error GF0202: There is no name \"row\" here. Declare it under 'inputs' or 'data', or correct the name.",
                "flow.json(6,59): error GF0203: This must be a list but gives a number; name a list, or write one, for example \"['a', 'b']\".",
                "flow.json(6,80): error GF0101: 'In' is not in snake_case. Use at most 64 lower-case letters a to z, digits and single underscores, a letter first.",
                "flow.json(7,39): error GF0202: There is no name \"d1\" here. Declare it under 'inputs' or 'data', or correct the name.",
                "flow.json(7,61): error GF0202: There is no name \"e1\" here. Declare it under 'inputs' or 'data', or correct the name.",
                "flow.json(7,93): error GF0203: This must be true or false but gives a number; compare it, for example \"… > 0\".",
            ]);

    [Fact]
    public void LabelsRetriesAndOptions_AreChecked() =>
        Compiling.Findings(
            """
            { "flow": "test", "fallback": { "goto": "bye" },
            "stages": [ { "id": "all", "steps": [
            { "id": "a", "type": "ask", "text": "?", "answer": { "type": "choice", "options": [ { "value": "{{ not a template }}", "when": "w1" }, { "value": "y", "label": "{{ l1 }}" } ] }, "retry": { "texts": ["x", "{{ r1 }}"] } },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(3,129): error GF0202: There is no name \"w1\" here. If it is a text, write it in single quotes: 'w1'.",
                "flow.json(3,165): error GF0202: There is no name \"l1\" here. Declare it under 'inputs' or 'data', or correct the name.",
                "flow.json(3,209): error GF0202: There is no name \"r1\" here. Declare it under 'inputs' or 'data', or correct the name.",
            ]);

    [Fact]
    public void Set_OfAListOrObjectWithAPartThatDoesNotFit_NamesThePart() =>
        Compiling.Findings(
            """
            { "flow": "test", "data": { "row": { "type": "object", "fields": { "a": "text" } }, "rows": { "type": "list", "of": { "type": "object", "fields": { "a": "text", "b": "integer" } } }, "words": "list of text", "more": "list of text", "maybe": { "type": "text", "optional": true } },
            "stages": [ { "id": "all", "steps": [
            { "id": "a", "type": "set", "values": {
              "row": "{ a: 1 }",
              "rows": "[{ a: 'x' }, { a: 'y' }]",
              "words": "[1, 2]",
              "more": "[maybe]"
            } },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(4,10): error GF0203: This value does not fit: 'row.a' must be a text, not a whole number. Change the value or the datum's type.",
                "flow.json(5,11): error GF0203: This value does not fit: 'rows[].b' is missing. Change the value or the datum's type.",
                "flow.json(6,12): error GF0203: This value does not fit: 'words[]' must be a text, not a whole number. Change the value or the datum's type.",
                "flow.json(7,11): error GF0203: This value does not fit: an item of 'more' is never null, but here it may be. Change the value or the datum's type.",
            ]);
}
