namespace GuidanceFlow.Tests.Definitions;

/// <summary>What authors read about a wrong step, which stands in line 2.</summary>
public sealed class StepErrorTests
{
    [Theory]
    [InlineData(
        """{ "id": "a", "type": "say", "txt": "x" }""",
        "flow.json(2,29): error GF0003: Unknown member 'txt' in a say step. Did you mean 'text'?")]
    [InlineData(
        """{ "id": "a", "type": "say", "text": "x", "wobble": 1 }""",
        "flow.json(2,42): error GF0003: Unknown member 'wobble' in a say step. Its members are id, type, title, note, when, text, show, variants, next.")]
    [InlineData(
        """{ "id": "a", "type": "say", "text": "x", "text": "y" }""",
        "flow.json(2,42): error GF0004: Member 'text' is given twice in a say step. Remove one of them.")]
    [InlineData(
        """{ "id": "a", "type": "say", "text": 1 }""",
        "flow.json(2,37): error GF0005: Expected a text, found a number. Put it in quotes.")]
    [InlineData(
        """{ "id": "a", "type": "say", "text": null }""",
        "flow.json(2,37): error GF0005: Expected a text, found null. Leave it out instead.")]
    [InlineData(
        """{ "id": "a", "type": "say", "text": "" }""",
        "flow.json(2,37): error GF0007: This text is empty. Write something, or leave it out.")]
    [InlineData(
        """{ "id": "a", "type": "say" }""",
        """flow.json(2,1): error GF0006: Member 'text' is missing in a say step. Add "text": "…".""")]
    [InlineData(
        """{ "id": "a", "type": "sya", "txt": "x" }""",
        "flow.json(2,22): error GF0007: Unknown step type 'sya'. Did you mean 'say'?",
        "flow.json(2,29): error GF0003: Unknown member 'txt' in a say step. Did you mean 'text'?")]
    [InlineData(
        """{ "id": "a", "type": "dance" }""",
        "flow.json(2,22): error GF0007: Unknown step type 'dance'. Use one of say, ask, set, branch, decide, each, run, ticket, call, wait, handoff, end.")]
    [InlineData(
        """{ "id": "a", "type": "decide" }""",
        """flow.json(2,1): error GF0006: Member 'inputs' is missing in a decide step. Add "inputs": [ "an expression" ].""",
        """flow.json(2,1): error GF0006: Member 'rows' is missing in a decide step. Add "rows": [ { "if": [ … ] } ].""")]
    [InlineData(
        """{ "id": "a", "type": "decide", "inputs": [1], "rows": [["x"], { "then": [] }, { "if": "x", "goto": "" }] }""",
        "flow.json(2,43): error GF0005: Expected a text, found a number. Put it in quotes.",
        """flow.json(2,56): error GF0005: Expected an object, found an array. Write { "if": [ … ] }.""",
        """flow.json(2,63): error GF0006: Member 'if' is missing in a row. Add "if": [ … ].""",
        "flow.json(2,73): error GF0007: This array is empty. Add at least one value.",
        "flow.json(2,87): error GF0005: Expected an array, found a text. Put [ and ] around it.",
        "flow.json(2,100): error GF0007: This text is empty. Write something, or leave it out.")]
    [InlineData(
        """{ "id": "a", "type": "decide", "inputs": ["x"], "rows": [{ "if": [[], [["x"]], {}, { "from": true }, { "form": 1 }, { "to": 1, "below": 2 }] }], "default": { "if": ["x"] } }""",
        """flow.json(2,67): error GF0007: This array is empty. Add at least one value, or write "*" for any.""",
        "flow.json(2,72): error GF0005: Expected a text, a number, true, false or null, found an array.",
        """flow.json(2,80): error GF0007: This range has no bound. Write one such as { "from": 1, "to": 5 }, or "*" for any value.""",
        "flow.json(2,94): error GF0005: Expected a number, a date or a duration, found true.",
        "flow.json(2,104): error GF0003: Unknown member 'form' in a range. Did you mean 'from'?",
        "flow.json(2,137): error GF0007: 'to' and 'below' are both upper bounds. Remove one: a range ends with its 'to', and before its 'below'.",
        "flow.json(2,159): error GF0003: Member 'if' has no place in a default. The default is for what no row takes. Remove it.")]
    [InlineData(
        """{ "id": "a", "type": 3 }""",
        "flow.json(2,22): error GF0005: Expected a text, found a number. Put it in quotes.")]
    [InlineData(
        """{ "id": "a" }""",
        """flow.json(2,1): error GF0006: Member 'type' is missing in a step. Add "type": "…" with one of say, ask, set, branch, decide, each, run, ticket, call, wait, handoff, end.""")]
    [InlineData(
        "\"a\"",
        "flow.json(2,1): error GF0005: Expected an object, found a text.")]
    [InlineData(
        """{ "id": "a", "type": "say", "text": "x", "variants": [] }""",
        "flow.json(2,54): error GF0007: This array is empty. Add at least one variant.")]
    [InlineData(
        """{ "id": "a", "type": "say", "text": "x", "next": 1 }""",
        "flow.json(2,50): error GF0005: Expected a step's id or an array of routes, found a number.")]
    [InlineData(
        """{ "id": "a", "type": "say", "text": "x", "next": [] }""",
        "flow.json(2,50): error GF0007: This array is empty. Add at least one route.")]
    [InlineData(
        """{ "id": "a", "type": "say", "text": "x", "next": ["b"] }""",
        "flow.json(2,51): error GF0005: Expected an object, found a text. Write { \"goto\": \"a-step\" }.")]
    [InlineData(
        """{ "id": "a", "type": "say", "text": "x", "next": [{ "when": "x" }] }""",
        """flow.json(2,51): error GF0006: Member 'goto' is missing in a route. Add "goto": "a-step".""")]
    [InlineData(
        """{ "id": "a", "type": "say", "text": "x", "show": "progress" }""",
        "flow.json(2,50): error GF0005: Expected an array, found a text. Put [ and ] around it.")]
    [InlineData(
        """{ "id": "a", "type": "say", "text": "x", "show": ["progres", "table", { "type": "video" }, { "type": "knowledge" }] }""",
        "flow.json(2,51): error GF0007: Unknown block type 'progres'. Did you mean 'progress'?",
        """flow.json(2,62): error GF0007: 'table' alone says too little. Write { "type": "table", "columns": [ … ] }.""",
        "flow.json(2,81): error GF0007: The block type 'video' is not part of this version of the format. Use one of table, checklist, progress, knowledge, image.",
        """flow.json(2,92): error GF0006: Member 'id' is missing in a knowledge block. Add "id": "…".""")]
    [InlineData(
        """{ "id": "a", "type": "say", "text": "x", "show": [{ "type": "image", "url": "lamp.png", "caption": "" }] }""",
        """flow.json(2,51): error GF0006: Member 'alt' is missing in an image block. Add "alt": "…", what is to be seen on it.""",
        "flow.json(2,77): error GF0007: 'lamp.png' is not a web address. Write one that starts with https:// or http://.",
        "flow.json(2,100): error GF0007: This text is empty. Write something, or leave it out.")]
    [InlineData(
        """{ "id": "a", "type": "say", "text": "x", "show": [{ "type": "table", "columns": ["a", "b"], "rows": [["1"], ["1", "2"], "3"] }] }""",
        """flow.json(2,102): error GF0007: The table has 2 columns, but this row has 1 cell. Write one cell a column; a cell may be empty ("").""",
        "flow.json(2,121): error GF0005: Expected an array, found a text. Put [ and ] around it.")]
    [InlineData(
        """{ "id": "a", "type": "say", "text": "x", "show": [{ "type": "table", "columns": ["a"], "rows": { "from": "l", "as": "i", "cells": ["1", "2"] } }] }""",
        """flow.json(2,131): error GF0007: The table has 1 column, but this row has 2 cells. Write one cell a column; a cell may be empty ("").""")]
    [InlineData(
        """{ "id": "a", "type": "say", "text": "x", "show": [{ "type": "table", "columns": [], "rows": 3 }] }""",
        "flow.json(2,81): error GF0007: This array is empty. Add at least one column.",
        "flow.json(2,93): error GF0005: Expected an array of rows, or an object that makes them from a list, found a number.")]
    [InlineData(
        """{ "id": "a", "type": "say", "text": "x", "show": [{ "type": "checklist", "items": [1, { "done": true }] }] }""",
        "flow.json(2,84): error GF0005: Expected a checklist item: a text, or an object, found a number.",
        """flow.json(2,87): error GF0006: Member 'text' is missing in a checklist item. Add "text": "…".""",
        "flow.json(2,97): error GF0005: Expected a text, found true. Put it in quotes.")]
    [InlineData(
        """{ "id": "a", "type": "ask", "text": "x" }""",
        """flow.json(2,1): error GF0006: Member 'answer' is missing in an ask step. Add "answer": "yes_no" or another kind of answer.""")]
    [InlineData(
        """{ "id": "a", "type": "ask", "text": "x", "answer": "yesno" }""",
        "flow.json(2,52): error GF0007: Unknown answer type 'yesno'. Did you mean 'yes_no'?")]
    [InlineData(
        """{ "id": "a", "type": "ask", "text": "x", "answer": "choice" }""",
        """flow.json(2,52): error GF0007: 'choice' alone says too little. Write { "type": "choice", "options": [ … ] }.""")]
    [InlineData(
        """{ "id": "a", "type": "ask", "text": "x", "answer": "file" }""",
        "flow.json(2,52): error GF0007: Unknown answer type 'file'. Use one of choice, choices, yes_no, text, number, email, phone, date, rating, attachment.")]
    [InlineData(
        """{ "id": "a", "type": "ask", "text": "x", "answer": { "type": "attachment", "kinds": ["photo"], "max_size": 0, "min": 2 } }""",
        "flow.json(2,86): error GF0007: Unknown attachment kind 'photo'. Use one of image, video, audio, document.",
        "flow.json(2,108): error GF0007: The largest size must be more than 0 megabytes.",
        "flow.json(2,118): error GF0007: The greatest number is less than the least one. Raise 'max'; it is 1 where it is left out.")]
    [InlineData(
        """{ "id": "a", "type": "ask", "text": "x", "answer": { "type": "choice", "options": [] } }""",
        "flow.json(2,83): error GF0007: This array is empty. Add at least one option.")]
    [InlineData(
        """{ "id": "a", "type": "ask", "text": "x", "answer": { "type": "choice", "options": { "from": "l" } } }""",
        """flow.json(2,83): error GF0006: Member 'value' is missing in options from a list. Add "value": "item.id".""")]
    [InlineData(
        """{ "id": "a", "type": "ask", "text": "x", "answer": { "type": "choices", "options": { "from": "l", "value": "item", "goto": "b", "lable": "x" } } }""",
        "flow.json(2,116): error GF0003: Member 'goto' has no place in options from a list. All these options lead on alike; route with the step's 'next'. Remove it.",
        "flow.json(2,129): error GF0003: Unknown member 'lable' in options from a list. Did you mean 'label'?")]
    [InlineData(
        """{ "id": "a", "type": "ask", "text": "x", "answer": { "type": "choice", "options": "l" } }""",
        "flow.json(2,83): error GF0005: Expected an array, found a text. Put [ and ] around it.")]
    [InlineData(
        """{ "id": "a", "type": "ask", "text": "x", "answer": { "type": "choice", "options": [1, { "label": "x" }] } }""",
        "flow.json(2,84): error GF0005: Expected an option: its value as a text, or an object, found a number.",
        """flow.json(2,87): error GF0006: Member 'value' is missing in an option. Add "value": "…".""")]
    [InlineData(
        """{ "id": "a", "type": "ask", "text": "x", "answer": { "type": "choices", "options": ["a", { "value": "b", "goto": "c" }], "min": 3, "message": "m" } }""",
        "flow.json(2,106): error GF0003: Member 'goto' has no place in an option of choices. Several options may be chosen, so none leads on by itself; route with the step's 'next'. Remove it.",
        "flow.json(2,129): error GF0007: There are fewer options than must be chosen. Add options, or lower 'min'.",
        "flow.json(2,143): error GF0007: Nothing is checked here, so this is never said. Add a 'check', or use 'retry' of the step.")]
    [InlineData(
        """{ "id": "a", "type": "ask", "text": "x", "answer": { "type": "choices", "options": ["a"], "min": 2, "max": 1 } }""",
        "flow.json(2,108): error GF0007: The greatest number is less than the least one. Exchange 'min' and 'max'.")]
    [InlineData(
        """{ "id": "a", "type": "ask", "text": "x", "answer": { "type": "number", "min": 5, "max": 4, "integer": "true", "unit": 1 } }""",
        "flow.json(2,89): error GF0007: The greatest number is less than the least one. Exchange 'min' and 'max'.",
        "flow.json(2,103): error GF0005: Expected true or false, found a text. Write it without quotes.",
        "flow.json(2,119): error GF0005: Expected a text, found a number. Put it in quotes.")]
    [InlineData(
        """{ "id": "a", "type": "ask", "text": "x", "answer": { "type": "number", "min": "5", "max": 1e999 } }""",
        "flow.json(2,79): error GF0005: Expected a number, found a text. Write it without quotes.",
        "flow.json(2,91): error GF0007: This number is too large. The largest is about 1.8e308.")]
    [InlineData(
        """{ "id": "a", "type": "ask", "text": "x", "answer": { "type": "text", "max_length": 0 } }""",
        "flow.json(2,84): error GF0007: Expected a whole number from 1 to 100000.")]
    [InlineData(
        """{ "id": "a", "type": "ask", "text": "x", "answer": "text", "fallback": { "attempts": 21 }, "retry": { "texts": [] }, "silence": {} }""",
        "flow.json(2,86): error GF0007: Expected a whole number from 1 to 20.",
        "flow.json(2,112): error GF0007: This array is empty. Add at least one text.",
        "flow.json(2,129): error GF0006: Nothing happens at this silence. Add \"remind_after\": \"PT5M\", \"give_up_after\": \"PT30M\" or both.")]
    [InlineData(
        """{ "id": "a", "type": "ask", "text": "x", "answer": "text", "fallback": { "attempts": -1 }, "retry": { "text": ["a"] } }""",
        "flow.json(2,86): error GF0007: Expected a whole number from 1 to 20.",
        "flow.json(2,103): error GF0003: Unknown member 'text' in a retry. Did you mean 'texts'?")]
    [InlineData(
        """{ "id": "a", "type": "ask", "text": "x", "answer": "text", "fallback": { "attempts": 1.5 } }""",
        "flow.json(2,86): error GF0007: Expected a whole number from 1 to 20.")]
    [InlineData(
        """{ "id": "a", "type": "set", "values": {} }""",
        "flow.json(2,39): error GF0007: This object is empty. Add at least one name.")]
    [InlineData(
        """{ "id": "a", "type": "set", "values": { "x": [1], "x": 2 } }""",
        """flow.json(2,46): error GF0005: Expected an expression, found an array. Write it as a text, such as "[1, 2]".""",
        "flow.json(2,51): error GF0004: 'x' is given twice in values. Remove or rename one of them.")]
    [InlineData(
        """{ "id": "a", "type": "branch" }""",
        """flow.json(2,1): error GF0006: Member 'next' is missing in a branch step. Add "next": [ … ].""")]
    [InlineData(
        """{ "id": "a", "type": "each", "in": "l", "as": "i", "steps": [], "on_failure": "next-item" }""",
        "flow.json(2,61): error GF0007: This array is empty. Add at least one step.",
        "flow.json(2,79): error GF0007: Unknown on_failure policy 'next-item'. Did you mean 'next_item'?")]
    [InlineData(
        """{ "id": "a", "type": "each", "in": "l", "as": "i", "steps": [{ "id": "b", "type": "end", "outcome": "done", "next": "a" }] }""",
        "flow.json(2,101): error GF0007: Unknown outcome 'done'. Use one of resolved, unresolved, escalated, abandoned.",
        "flow.json(2,109): error GF0003: Member 'next' has no place in an end step. Nothing comes behind an end. Remove it.")]
    [InlineData(
        """{ "id": "a", "type": "say", "text": "\ud800" }""",
        """flow.json(2,38): error GF0007: \ud800 is half of a character. Write the character itself, or both halves.""")]
    [InlineData(
        """{ "id": "a", "type": "say", "text": "ok\n\ud83d\ude00 \ude00" }""",
        """flow.json(2,55): error GF0007: \ude00 is half of a character. Write the character itself, or both halves.""")]
    [InlineData(
        """{ "id": "a", "type": "say", "text": "x", "\ud800": 1 }""",
        """flow.json(2,42): error GF0003: Unknown member '\ud800' in a say step. Its members are id, type, title, note, when, text, show, variants, next.""",
        """flow.json(2,43): error GF0007: \ud800 is half of a character. Write the character itself, or both halves.""")]
    public void Read_OfAWrongStep_SaysWhatIsWrong(string step, params string[] expected) =>
        Reading.Errors($$"""
            { "flow": "f", "stages": [{ "id": "s", "steps": [
            {{step}}
            ] }] }
            """).ShouldBe(expected);
}
