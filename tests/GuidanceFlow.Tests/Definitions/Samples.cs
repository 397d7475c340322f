namespace GuidanceFlow.Tests.Definitions;

internal static class Samples
{
    /// <summary>A flow that uses every member of the format and every short form.</summary>
    public const string EveryMember =
        """
        // A comment, and trailing commas below.
        {
          "$schema": "../schemas/flow-v1.schema.json",
          "flow": "sign-in",
          "version": 2,
          "title": "I can't sign in",
          "note": "For the app; see \"status\".",
          "locales": ["en", "zh-CN"],
          "inputs": {
            "customer": { "type": "object", "fields": { "name": "text", "prefers": { "type": "text", "optional": true } } },
          },
          "data": {
            "network_ok": "boolean",
            "words": "list of text",
            "level": { "type": "choice", "values": ["low", "high"], "default": "low" },
            "count": { "type": "number", "default": 0 },
            "rows": { "type": "list", "of": { "type": "object", "fields": { "when": "date", "long": "duration", "n": "integer" } } },
            "since": { "type": "date", "default": "2026-01-31T09:00:00Z" },
            "wait": { "type": "duration", "default": "PT1M30S" },
          },
          "knowledge": { "clear-cache": { "title": "Clear the cache", "url": "https://help.example.com/clear", "kind": "video" } },
          "tickets": {
            "tier-2": {
              "kind": "follow_up", "queue": "app", "priority": "high", "respond_within": "PT2H",
              "graded_by": { "queue": "queue_name", "priority": "level", "respond_within": "wait" },
              "subject": "For {{ customer.name }}", "body": "…", "evidence": ["network_ok"],
            },
          },
          "fallback": { "attempts": 3, "goto": "open-ticket" },
          "stages": [
            {
              "id": "basic", "title": "Basic check", "note": "n", "counted": true, "fallback": { "attempts": 2 },
              "steps": [
                {
                  "id": "empathy", "type": "say", "title": "t", "note": "n", "when": "true",
                  "text": "We look together, {{ customer.name }}.",
                  "show": [
                    "progress",
                    { "type": "progress" },
                    { "type": "knowledge", "id": "clear-cache" },
                    { "type": "checklist", "title": "Try", "items": ["Restart", { "text": "Check", "done": "network_ok" }] },
                    { "type": "table", "title": "Compare", "columns": ["", "A"], "rows": [["weight", "1.2 kg"], ["screen", ""]] },
                    { "type": "table", "columns": ["n"], "rows": { "from": "rows", "as": "row", "cells": ["{{ row.n }}"] } },
                  ],
                  "next": "network",
                },
                {
                  "id": "network", "type": "ask", "text": "Does another page open?", "show": [],
                  "answer": "yes_no", "save": "network_ok", "sensitive": true,
                  "retry": { "texts": ["Just yes or no.", "Try once more."] },
                  "fallback": { "attempts": 1, "goto": "open-ticket" },
                  "next": [{ "when": "network_ok", "goto": "which" }, { "goto": "@next" }],
                },
                {
                  "id": "which", "type": "ask", "text": "Which device?",
                  "answer": {
                    "type": "choice",
                    "options": [{ "value": "phone", "label": "A phone", "synonyms": ["mobile"], "when": "true", "goto": "set" }, "laptop"],
                  },
                },
                { "id": "set", "type": "set", "values": { "network_ok": true, "count": -1.5, "level": null, "words": "words | array.add 'x'" } },
                {
                  "id": "grade", "type": "decide", "inputs": ["level", "count"], "outputs": ["level", "wait"],
                  "rows": [
                    { "if": ["low", { "from": 0, "below": 2.5 }], "then": ["high", "PT1H"] },
                    { "if": [["low", "high"], { "above": 2.5, "to": 9 }], "then": ["low", "PT2H"], "goto": "what" },
                    { "if": ["*", ["*", null, true, 10]], "then": ["low", "P1D"] },
                  ],
                  "default": { "then": ["low", "P2D"], "goto": "@next" },
                },
                {
                  "id": "several", "type": "ask", "text": "?",
                  "answer": {
                    "type": "choices", "min": 0, "max": 2,
                    "options": [{ "value": "phone", "label": "A phone", "synonyms": ["mobile"], "when": "true" }, "laptop"],
                  },
                },
                { "id": "listed", "type": "ask", "text": "?", "answer": { "type": "choice", "options": { "from": "rows", "as": "row", "where": "true", "value": "row.n", "label": "{{ row.n }}" } } },
                { "id": "photo", "type": "ask", "text": "?", "answer": { "type": "attachment", "kinds": ["image"], "max_size": 9.5, "min": 0, "max": 3 } },
                { "id": "own-words", "type": "ask", "text": "?", "answer": { "type": "yes_no", "yes": ["aye"], "no": ["nay", "never ever"] } },
                { "id": "how-many", "type": "ask", "text": "?", "answer": { "type": "number", "min": 0, "max": 1e3, "integer": true, "unit": "m" } },
                { "id": "what", "type": "ask", "text": "?", "answer": { "type": "text", "max_length": 10 } },
              ],
            },
            {
              "id": "rest", "counted": false,
              "steps": [
                {
                  "id": "all", "type": "each", "in": "rows", "as": "row", "where": "row.n > 0", "order_by": "row.n",
                  "steps": [{ "id": "one", "type": "branch", "next": [{ "when": "row.n == 1", "goto": "@break" }, { "goto": "@next" }] }],
                  "collect": { "words": "'x'" }, "on_failure": "next_item",
                },
                { "id": "open-ticket", "type": "ticket", "ticket": "tier-2", "text": "{{ ticket.reference }}", "show": ["progress"] },
                { "id": "end", "type": "end", "outcome": "escalated", "text": "Bye", "show": ["progress"] },
              ],
            },
          ],
        }
        """;
}
