using GuidanceFlow.Compilation.Decisions;
using GuidanceFlow.Definitions;
using GuidanceFlow.Definitions.Reading;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Compilation;

/// <summary>Compiles the cells of decision tables; reports those that do not fit their input, or can take nothing.</summary>
internal sealed class DecisionCellLowering(CompilationContext context)
{
    /// <param name="cell">What was written.</param>
    /// <param name="input">The input it is about.</param>
    /// <param name="texts">The texts of the column so far, each with its key; null for a column of anything else.</param>
    /// <param name="path">Where it is written.</param>
    /// <param name="fits">Becomes false when something was reported.</param>
    public CellTerms Lower(DecisionCellDefinition cell, DecisionInput input, Dictionary<string, int>? texts, SourcePath path, ref bool fits)
    {
        if (cell.IsRange)
        {
            return LowerRange(cell, input, path, ref fits);
        }

        if (cell.Values.IsEmpty)
        {
            return CellTerms.Any;
        }

        bool takesNull = false;
        var spans = new List<KeySpan>(cell.Values.Count);
        for (int i = 0; i < cell.Values.Count; i++)
        {
            Value value = cell.Values[i];
            SourcePath at = cell.Values.Count == 1 ? path : path.Item(i);
            if (value.IsNull && !input.IsNullable)
            {
                context.Report(DiagnosticCatalog.TypeMismatch, at, $"{Spelling.Quote(input.Text)} is never null. Take the null out.");
                fits = false;
            }
            else if (value.IsNull)
            {
                takesNull = true;
            }
            else if (TryGetKey(value, input, texts, at, out long key))
            {
                spans.Add(new KeySpan(key, key));
            }
            else
            {
                fits = false;
            }
        }

        return new CellTerms(IsAny: false, takesNull, [.. spans]);
    }

    private CellTerms LowerRange(DecisionCellDefinition cell, DecisionInput input, SourcePath path, ref bool fits)
    {
        if (input.IsText || input.Kind == DataKind.Boolean)
        {
            fits = false;
            context.Report(DiagnosticCatalog.TypeMismatch, path, $"A range is of numbers, dates or durations, but {Spelling.Quote(input.Text)} is {(input.IsText ? "a text" : "true or false")}. Write the values in a list, such as {(input.IsText ? "[\"a\", \"b\"]" : "true")}.");
            return CellTerms.Nothing;
        }

        SourcePath at = path.Kept();
        (long first, long last) = DecisionKeys.LineOf(input.Kind);
        bool isEmpty = false;
        if (!TryBound("from", cell.From, ref first) || !TryBound("above", cell.Above, ref first) || !TryBound("to", cell.To, ref last) || !TryBound("below", cell.Below, ref last))
        {
            fits = false;
            return CellTerms.Nothing;
        }

        if (!cell.Above.IsNull)
        {
            isEmpty |= first == long.MaxValue;
            first += isEmpty ? 0 : 1;
        }

        if (!cell.Below.IsNull)
        {
            isEmpty |= last == long.MinValue;
            last -= isEmpty ? 0 : 1;
        }

        if (isEmpty || first > last)
        {
            fits = false;
            context.Report(DiagnosticCatalog.InvalidValue, path, "This range holds nothing: its lower bound lies behind its upper one. Exchange them, or write a single value.");
        }

        return new CellTerms(IsAny: false, TakesNull: false, [new KeySpan(first, last)]);

        bool TryBound(string name, Value bound, ref long key)
        {
            if (bound.IsNull)
            {
                return true;
            }

            bool isKey = TryGetKey(bound, input, texts: null, at.Member(name), out long found);
            key = isKey ? found : key;
            return isKey;
        }
    }

    private bool TryGetKey(Value value, DecisionInput input, Dictionary<string, int>? texts, SourcePath path, out long key)
    {
        key = 0;
        if (!DataTypes.TryFit(value, input.Type, input.Text, out Value fitted, out string problem))
        {
            context.Report(DiagnosticCatalog.TypeMismatch, path, input.Kind == DataKind.Choice && value.TryGetText(out string? word)
                ? $"{Spelling.Quote(input.Text)} is never this. {UnknownWord.Message("value", word, input.Choices, planned: [])}"
                : $"This cell does not fit: {problem} Write such a value, or \"*\" for any.");
            return false;
        }

        if (texts is null || !fitted.TryGetText(out string? text))
        {
            return DecisionKeys.TryGet(input.Kind, fitted, out key);
        }

        if (!texts.TryGetValue(text, out int code))
        {
            code = texts.Count;
            texts.Add(text, code);
        }

        key = code;
        return true;
    }
}
