using GuidanceFlow.Definitions.Reading;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Definitions.Writing;

/// <summary>Writes decision tables.</summary>
internal static class DecideStepWriter
{
    public static void Write(JsonOutput output, DecideStepDefinition decide)
    {
        output.Required("inputs", decide.Inputs, static (output, input) => output.Text(input));
        output.Optional("outputs", decide.Outputs, static (output, name) => output.Text(name));
        output.Required("rows", decide.Rows, WriteRow);
        if (decide.Default is { } otherwise)
        {
            output.Name("default");
            output.StartObject();
            WriteResult(output, otherwise.Then, otherwise.Goto);
            output.EndObject();
        }
    }

    private static void WriteRow(JsonOutput output, DecisionRowDefinition row)
    {
        output.StartObject();
        output.Required("if", row.If, WriteCell);
        WriteResult(output, row.Then, row.Goto);
        output.EndObject();
    }

    private static void WriteResult(JsonOutput output, EquatableArray<Value> then, string? target)
    {
        output.Optional("then", then, DataWriter.WriteValue);
        output.Optional("goto", target);
    }

    private static void WriteCell(JsonOutput output, DecisionCellDefinition cell)
    {
        switch (cell)
        {
            case { IsRange: true }:
                output.StartObject();
                WriteBound(output, "from", cell.From);
                WriteBound(output, "above", cell.Above);
                WriteBound(output, "to", cell.To);
                WriteBound(output, "below", cell.Below);
                output.EndObject();
                break;
            case { Values.IsEmpty: true }:
                output.Text(DecideStepReader.Anything);
                break;
            case { Values: [var only] } when !(only.TryGetText(out string? text) && text == DecideStepReader.Anything):
                DataWriter.WriteValue(output, only);
                break;
            default:
                output.Array(cell.Values, DataWriter.WriteValue);
                break;
        }
    }

    private static void WriteBound(JsonOutput output, string name, Value bound)
    {
        if (!bound.IsNull)
        {
            output.Name(name);
            DataWriter.WriteValue(output, bound);
        }
    }
}
