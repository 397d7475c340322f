using GuidanceFlow.Definitions;
using GuidanceFlow.Prompts;
using GuidanceFlow.Tests.Engine;

namespace GuidanceFlow.Tests.Prompts;

public sealed class PlainTextTests
{
    private static readonly TableBlock Devices = new("Devices", ["Name", "Where"], [["Lamp", "Hall"], ["网关", "客厅"], ["ｗｉｄｅ", ""], ["😀", "x"]]);

    [Fact]
    public void A_message_is_progress_then_text_then_the_other_blocks()
    {
        var message = new Message(
            "s",
            MessageKind.Say,
            "Two\r\nlines  \n",
            [
                new KnowledgeBlock("k", "How to", "https://x.example", KnowledgeKind.Video),
                new ProgressBlock(2, 4, "Connect"),
                new ChecklistBlock("Try", [new ChecklistItem("a", null), new ChecklistItem("b", true), new ChecklistItem("c", false)]),
            ]);

        PlainText.Render(message).ShouldBe("[■■□□]\nTwo\nlines\nHow to: https://x.example\nTry\n  - a\n  [x] b\n  [ ] c");
    }

    [Theory]
    [InlineData(null, "The reset button: https://x.example/a.png")]
    [InlineData("At the back", "The reset button: https://x.example/a.png\nAt the back")]
    public void A_picture_is_what_is_seen_on_it_its_address_and_its_caption(string? caption, string text) =>
        PlainText.Render(new ImageBlock("https://x.example/a.png", "The reset button", caption)).ShouldBe(text);

    [Fact]
    public void A_picture_of_a_flow_is_described_in_the_words_of_the_session() =>
        new Conversation(Flows.Of("""{ "id": "a", "type": "say", "text": "Look.", "show": [{ "type": "image", "url": "https://x.example/a.png", "alt": "Button of {{ step.id }}", "caption": "{{ 1 + 1 }} seconds" }] }"""))
            .Turn.Messages[0].Blocks.ShouldBe([new ImageBlock("https://x.example/a.png", "Button of a", "2 seconds")]);

    [Theory]
    [InlineData(1, 1, "[■]")]
    [InlineData(0, 3, "[□□□]")]
    [InlineData(3, 3, "[■■■]")]
    [InlineData(4, 3, "[■■■■]")]
    public void Progress_is_a_bar(int stage, int count, string bar) => PlainText.Render(new ProgressBlock(stage, count, "t")).ShouldBe(bar);

    [Fact]
    public void A_tables_columns_line_up_also_in_scripts_that_are_twice_as_wide() =>
        PlainText.Render(Devices).ShouldBe(
            """
            Devices
              Name      Where
              --------  -----
              Lamp      Hall
              网关      客厅
              ｗｉｄｅ
              😀        x
            """.ReplaceLineEndings("\n"));

    [Fact]
    public void A_table_without_title_or_rows_and_with_ragged_rows_is_shown_too()
    {
        PlainText.Render(new TableBlock(null, ["a", "b"], [])).ShouldBe("  a  b\n  -  -");
        PlainText.Render(new TableBlock(null, ["a", "b"], [["1"], ["1", "2", "3"]])).ShouldBe("  a  b\n  -  -\n  1\n  1  2  3");
        PlainText.Render(new TableBlock(null, [], [])).ShouldBe("\n".Insert(0, string.Empty) + "  ");
    }

    [Fact]
    public void A_line_break_in_a_cell_does_not_break_the_table() =>
        PlainText.Render(new TableBlock(null, ["a", "b"], [["x\ny", "z"]])).Split('\n').Length.ShouldBe(3);

    [Fact]
    public void Marks_take_no_column_of_their_own() =>
        PlainText.Render(new TableBlock(null, ["ab", "c"], [["e\u0301b", "x"]])).ShouldBe("  ab  c\n  --  -\n  e\u0301b  x");

    [Fact]
    public void A_message_without_text_is_its_blocks() =>
        PlainText.Render(new Message("s", MessageKind.Say, string.Empty, [new KnowledgeBlock("k", "T", "u", KnowledgeKind.Article)])).ShouldBe("T: u");

    [Fact]
    public void Blocks_of_a_flow_are_rendered_from_its_data()
    {
        Flow flow = Flows.Of(
            """
            { "id": "tell", "type": "say", "text": "T", "show": [
              "progress",
              { "type": "knowledge", "id": "k" },
              { "type": "checklist", "title": "For {{ who }}", "items": [ "plain {{ who }}", { "text": "done", "done": "who == 'Ann'" } ] },
              { "type": "table", "title": "Fixed", "columns": ["", "{{ who }}"], "rows": [["w", "1"]] },
              { "type": "table", "columns": ["n"], "rows": { "from": "1..2", "as": "n", "cells": ["{{ who }}{{ n }}"] } } ] }
            """,
            """ "inputs": { "who": "text" }, "knowledge": { "k": { "title": "How", "url": "https://x.example", "kind": "article" } }, """);

        PlainText.Render(new Conversation(flow, ("who", Conversation.Text("Ann"))).Turn.Messages[0]).ShouldBe(
            """
            [■]
            T
            How: https://x.example
            For Ann
              - plain Ann
              [x] done
            Fixed
                 Ann
              -  ---
              w  1
              n
              ----
              Ann1
              Ann2
            """.ReplaceLineEndings("\n"));
    }
}
