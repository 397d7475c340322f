using GuidanceFlow.Templates.Parsing;
using GuidanceFlow.Templates.Runtime.Nodes;
using GuidanceFlow.Templates.Runtime.Scopes;

namespace GuidanceFlow.Templates.Runtime.Calls;

/// <summary>A function that a template defines, as a value.</summary>
internal sealed class DefinedFunction(FunctionDefinition definition) : Callable
{
    public override string Name => definition.Name ?? "do";

    public override Value Call(RenderState state, CallArguments arguments, TextSpan place)
    {
        ValueObject? parameters = null;
        ValueList list;
        if (definition.Parameters is { } wanted)
        {
            var placement = new ArgumentPlacement(state, Name, wanted, definition.Required, place);
            list = ValueList.AdoptChangeable(placement.Place(arguments));
            parameters = ValueObject.CreateChangeable();
            for (int i = 0; i < wanted.Length; i++)
            {
                parameters.SetMember(wanted[i].Name, list[i]);
            }
        }
        else
        {
            list = arguments.ToList();
        }

        RunningFrame caller = state.EnterCall(new RunningFrame(definition.Text, definition.Partial, RenderState.MakeLoops(definition.Loops)), Name, place);
        VariableScopes scopes = state.Scopes;
        scopes.EnterFunction(parameters, hidesOuter: definition.Name is not null);
        scopes.SetLocal(VariableScopes.Arguments, Value.From(list));
        if (arguments.Block is not null)
        {
            scopes.SetLocal(VariableScopes.Block, Value.FromOther(arguments.Block));
        }

        if (definition.Name is ['$', ..] name)
        {
            scopes.SetLocal(name, Value.FromOther(this));
        }

        Signal signal = definition.Body.Execute(state);
        scopes.LeaveFunction();
        state.LeaveCall(caller);
        return signal == Signal.Return ? state.TakeReturned() : Value.Null;
    }
}
