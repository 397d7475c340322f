namespace GuidanceFlow.Templates.Parsing;

/// <summary>Finds line and column of a position. Built only once there is a mistake to report.</summary>
internal sealed class LineMap
{
    private readonly List<int> _starts = [0];

    public LineMap(string text)
    {
        for (int i = text.IndexOf('\n', StringComparison.Ordinal); i >= 0; i = text.IndexOf('\n', i + 1))
        {
            _starts.Add(i + 1);
        }
    }

    public (int Line, int Column) Find(int position)
    {
        int found = _starts.BinarySearch(position);
        int line = found >= 0 ? found : ~found - 1;
        return (line + 1, position - _starts[line] + 1);
    }
}
