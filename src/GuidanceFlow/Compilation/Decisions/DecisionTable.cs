using GuidanceFlow.Templates;

namespace GuidanceFlow.Compilation.Decisions;

/// <summary>A compiled decision table. Immutable.</summary>
/// <param name="Columns">The inputs.</param>
/// <param name="Index">Finds rows.</param>
/// <param name="Rows">What each row decides.</param>
/// <param name="Default">What is decided when no row applies; null when some row always does.</param>
/// <param name="Outputs">The slots that are assigned, one a value of each row.</param>
internal sealed record DecisionTable(DecisionColumn[] Columns, DecisionIndex Index, Decision[] Rows, Decision? Default, int[] Outputs)
{
    /// <summary>What every row and the default decide.</summary>
    public IEnumerable<Decision> Decisions => Default is null ? Rows : Rows.Append(Default);

    /// <summary>The number of the first row that applies, from 0; −1 when none does.</summary>
    /// <param name="values">The value of each input.</param>
    public int Find(ReadOnlySpan<Value> values)
    {
        Span<int> classes = stackalloc int[values.Length];
        for (int i = 0; i < classes.Length; i++)
        {
            classes[i] = Columns[i].ClassOf(values[i]);
        }

        return Index.Find(classes);
    }
}

/// <summary>What a row decides.</summary>
/// <param name="Values">The values of the outputs.</param>
/// <param name="Target">Where to go on; null for the step's own routes.</param>
/// <param name="Name">The row's number, from 1, or <c>default</c>: for events, which then need not write it again and again.</param>
internal sealed record Decision(Value[] Values, int? Target, string Name);
