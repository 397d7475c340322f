using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Runtime.Scopes;

/// <summary>
/// The variables of a template that cannot tell before it runs where each one lives: one with functions, partials or <c>with</c>. Names are
/// looked up as Scriban does: in the parameters of the running functions, then in the objects opened by <c>with</c>, then in the
/// template's own variables, then in the model.
/// </summary>
internal sealed class VariableScopes(RenderState state)
{
    /// <summary>The name of the variable that holds a call's arguments.</summary>
    public const string Arguments = "$";

    /// <summary>The name of the variable that holds the block a call wraps.</summary>
    public const string Block = "$$";

    private readonly List<Scope> _globals = [new Scope(ValueObject.CreateChangeable())];
    private readonly List<Scope> _functions = [];
    private readonly List<Scope> _locals = [new Scope(ValueObject.CreateChangeable())];
    private bool _hasWholeModel;

    /// <summary>The object whose members are the variables here: the innermost <c>with</c>'s, or the template's own.</summary>
    public ValueObject This
    {
        get
        {
            if (_globals.Count == 1 && !_hasWholeModel)
            {
                TakeWholeModel();
            }

            return _globals[^1].Values!;
        }
    }

    public Value Read(string name) => TryRead(name, out Value value) ? value : Value.Null;

    /// <summary>Looks up a name that may be a local variable, <c>$name</c>, or any other.</summary>
    public bool TryRead(string name, out Value value)
    {
        if (name[0] == '$')
        {
            return _locals[^1].TryRead(name, out value);
        }

        for (int i = _functions.Count - 1; i >= 0; i--)
        {
            if (_functions[i].TryRead(name, out value))
            {
                return true;
            }

            if (_functions[i].HidesOuter)
            {
                break;
            }
        }

        for (int i = _globals.Count - 1; i >= 0; i--)
        {
            if (_globals[i].TryRead(name, out value))
            {
                return true;
            }
        }

        if (!state.TryGetGlobal(name, out value))
        {
            return false;
        }

        value = Thawing.Thaw(state, value);
        _globals[0].Values!.SetMember(name, value);
        return true;
    }

    public void Assign(string name, Value value, TextSpan place)
    {
        Scope scope = FindForWriting(name);
        if (!scope.Values!.IsChangeable)
        {
            throw state.Fail(place, $"\"{name}\" cannot be assigned: the object that \"with\" opened comes from outside and is only read.");
        }

        if (scope.Values.IsReadOnly(name))
        {
            throw state.Fail(place, $"\"{name}\" was made read-only and cannot be assigned any more.");
        }

        state.CheckListLength(scope.Values.Count + 1L, place);
        scope.Values.SetMember(name, value);
    }

    /// <summary>Keeps a variable, if there is one of that name where it would be assigned, from being assigned again.</summary>
    public void MakeReadOnly(string name)
    {
        Scope scope = FindForWriting(name);
        if (scope == _globals[0])
        {
            // A value of the model becomes a variable when it is read.
            TryRead(name, out _);
        }

        if (scope.Values!.IsChangeable)
        {
            scope.Values.MakeReadOnly(name);
        }
    }

    /// <summary>Where the innermost <c>while</c> stands; null outside of any.</summary>
    public LoopFrame? RunningWhile { get; set; }

    public LoopVariable EnterLoop(string name)
    {
        // Of a local variable only the loop itself can be seen by what its body calls.
        var loop = new LoopVariable(name, ScopeOfLoops(), name[0] == '$' ? _locals[^1] : null);
        loop.Owner.Loops.Add(loop);
        loop.Local?.Loops.Add(loop);
        return loop;
    }

    public static void LeaveLoop(LoopVariable loop)
    {
        loop.Owner.Loops.Remove(loop);
        loop.Local?.Loops.Remove(loop);
    }

    /// <summary>The innermost loop that can be seen from here; null for none.</summary>
    public LoopVariable? FindLoop()
    {
        for (int i = _functions.Count - 1; i >= 0; i--)
        {
            if (_functions[i].Loops.Count > 0)
            {
                return _functions[i].Loops[^1];
            }

            if (_functions[i].HidesOuter)
            {
                break;
            }
        }

        for (int i = _globals.Count - 1; i >= 0; i--)
        {
            if (_globals[i].Loops.Count > 0)
            {
                return _globals[i].Loops[^1];
            }
        }

        return null;
    }

    /// <summary>Opens an object: its members are variables until <see cref="LeaveObject"/>.</summary>
    public void EnterObject(ValueObject members)
    {
        _globals.Add(new Scope(members));
        EnterLocals();
    }

    public void LeaveObject()
    {
        _globals.RemoveAt(_globals.Count - 1);
        LeaveLocals();
    }

    /// <summary>Opens a call of a function.</summary>
    /// <param name="parameters">The parameters and what they were given; null for a function without a list of them.</param>
    /// <param name="hidesOuter">Whether the callers' parameters cannot be seen: they can only from a function without a name.</param>
    public void EnterFunction(ValueObject? parameters, bool hidesOuter)
    {
        _functions.Add(new Scope(parameters, hidesOuter));
        EnterLocals();
    }

    public void LeaveFunction()
    {
        _functions.RemoveAt(_functions.Count - 1);
        LeaveLocals();
    }

    /// <summary>Hides the local variables, those that start with <c>$</c>, behind new ones.</summary>
    public void EnterLocals() => _locals.Add(new Scope(ValueObject.CreateChangeable()));

    public void LeaveLocals() => _locals.RemoveAt(_locals.Count - 1);

    public void SetLocal(string name, Value value) => _locals[^1].Values!.SetMember(name, value);

    private Scope FindForWriting(string name)
    {
        if (name[0] == '$')
        {
            return _locals[^1];
        }

        Scope? innermost = null;
        for (int i = _functions.Count - 1; i >= 0; i--)
        {
            Scope function = _functions[i];
            if (function.Values is not null)
            {
                innermost ??= function;
                if (function.Values.TryGetValue(name, out _))
                {
                    return function;
                }
            }

            if (function.HidesOuter)
            {
                break;
            }
        }

        return innermost is null || IsKnown(name) ? _globals[^1] : innermost;
    }

    private bool IsKnown(string name) => _globals.Exists(scope => scope.Values!.TryGetValue(name, out _)) || state.TryGetGlobal(name, out _);

    private Scope ScopeOfLoops()
    {
        for (int i = _functions.Count - 1; i >= 0; i--)
        {
            if (_functions[i].Values is not null)
            {
                return _functions[i];
            }

            if (_functions[i].HidesOuter)
            {
                break;
            }
        }

        return _globals[^1];
    }

    /// <summary>Makes the model's values members of the template's own variables, the model's first, as if it had been given them.</summary>
    private void TakeWholeModel()
    {
        _hasWholeModel = true;
        ValueObject before = _globals[0].Values!;
        ValueObject whole = ValueObject.CreateChangeable();
        foreach ((string name, Value value) in state.Model)
        {
            whole.SetMember(name, before.TryGetValue(name, out Value changed) ? changed : Thawing.Thaw(state, value));
        }

        foreach ((string name, Value value) in before)
        {
            whole.SetMember(name, value);
            if (before.IsReadOnly(name))
            {
                whole.MakeReadOnly(name);
            }
        }

        _globals[0].Values = whole;
    }
}
