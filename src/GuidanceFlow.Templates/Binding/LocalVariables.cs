namespace GuidanceFlow.Templates.Binding;

/// <summary>The template's own variables: those it assigns, and the items of the loops around the place at hand.</summary>
internal sealed class LocalVariables
{
    private static readonly Dictionary<string, int> None = new(StringComparer.Ordinal);

    private readonly List<LoopVariable> _loops = [];
    private Dictionary<string, int> _assigned = None;
    private int _deepest;
    private int _hidden;

    /// <summary>Goes on to the next text.</summary>
    public void Start(IReadOnlyCollection<string> assigned)
    {
        _loops.Clear();
        _deepest = 0;
        _hidden = 0;
        _assigned = assigned.Count == 0 ? None : new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string name in assigned)
        {
            _assigned.TryAdd(name, _assigned.Count);
        }
    }

    /// <summary>The variables of a function's body: those of the text, which need not be gathered for each function again, and loops of its own.</summary>
    public LocalVariables Inside() => new() { _assigned = _assigned };

    /// <summary>How many variables there are, loops included.</summary>
    public int Count => _assigned.Count + _deepest;

    /// <summary>How deep loops nest.</summary>
    public int DeepestLoop => _deepest;

    /// <summary>The depth of the innermost <c>for</c>, from 0, all loops counted; −1 outside of any.</summary>
    public int InnermostFor => FindInnermost(isWhile: false);

    /// <summary>The depth of the innermost <c>while</c>; −1 outside of any.</summary>
    public int InnermostWhile => FindInnermost(isWhile: true);

    public IEnumerable<string> Names => _assigned.Keys.Concat(_loops.Where(loop => !loop.IsWhile).Select(loop => loop.Name));

    public int EnterLoop(string name, StaticType type)
    {
        _loops.Add(new LoopVariable(name, type, IsWhile: false));
        _deepest = Math.Max(_deepest, _loops.Count);
        return IndexOfLoop(_loops.Count - 1);
    }

    /// <summary>Enters a loop without a variable, and gives its depth.</summary>
    public int EnterWhile()
    {
        _loops.Add(new LoopVariable(string.Empty, StaticType.Any, IsWhile: true));
        _deepest = Math.Max(_deepest, _loops.Count);
        return _loops.Count - 1;
    }

    public void LeaveLoop() => _loops.RemoveAt(_loops.Count - 1);

    /// <summary>Hides the loops around from <see cref="InnermostFor"/> and <see cref="InnermostWhile"/>; gives what <see cref="ShowLoops"/> takes.</summary>
    public int HideLoops()
    {
        int around = _hidden;
        _hidden = _loops.Count;
        return around;
    }

    public void ShowLoops(int around) => _hidden = around;

    private int FindInnermost(bool isWhile)
    {
        int depth = _loops.Count - 1;
        while (depth >= _hidden && _loops[depth].IsWhile != isWhile)
        {
            depth--;
        }

        return depth < _hidden ? -1 : depth;
    }

    public bool TryFindLoop(string name, out int index, out StaticType type)
    {
        for (int i = _loops.Count - 1; i >= 0; i--)
        {
            if (_loops[i].Name == name)
            {
                (index, type) = (IndexOfLoop(i), _loops[i].Type);
                return true;
            }
        }

        (index, type) = (-1, StaticType.Any);
        return false;
    }

    public bool TryFindAssigned(string name, out int index) => _assigned.TryGetValue(name, out index);

    private int IndexOfLoop(int depth) => _assigned.Count + depth;

    private readonly record struct LoopVariable(string Name, StaticType Type, bool IsWhile);
}
