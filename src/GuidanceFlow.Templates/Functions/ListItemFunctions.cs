using GuidanceFlow.Templates.Binding;
using GuidanceFlow.Templates.Runtime;
using GuidanceFlow.Templates.Runtime.Numbers;
using static GuidanceFlow.Templates.Functions.Parameter;

namespace GuidanceFlow.Templates.Functions;

/// <summary>Functions of <c>array</c> that look at the items of a list.</summary>
internal static class ListItemFunctions
{
    public static IEnumerable<Function> All { get; } =
    [
        new("array.size", StaticType.Integer, static a => Value.From(a.List(0).Count), List("list")),
        new("array.first", StaticType.Any, static a => At(a.List(0), 0), List("list")) { Infer = ListTypes.Item },
        new("array.last", StaticType.Any, static a => At(a.List(0), a.List(0).Count - 1), List("list")) { Infer = ListTypes.Item },
        new("array.contains", StaticType.Boolean, Contains, List("list"), Any("item")),
        new("array.join", StaticType.Text, Join, List("list"), Text("delimiter"), Any("function").OrNull()),
        new("array.map", StaticType.List(StaticType.Any), Map, Any("list"), Text("member")),
    ];

    private static Value At(ValueList list, int index) => index >= 0 && index < list.Count ? list[index] : Value.Null;

    private static Value Contains(Arguments arguments)
    {
        foreach (Value item in arguments.List(0).AsSpan())
        {
            if (item.Reference is OtherNumber || arguments[1].Reference is OtherNumber)
            {
                // Unlike "==", it takes no form of number for another.
                if (item.Equals(arguments[1]))
                {
                    return Value.True;
                }

                continue;
            }

            bool comparable = item.Kind == arguments[1].Kind || (item.IsNumeric && arguments[1].IsNumeric);
            if (comparable && Comparison.AreEqual(arguments.State, item, arguments[1], arguments.Place))
            {
                return Value.True;
            }
        }

        return Value.False;
    }

    private static Value Join(Arguments arguments)
    {
        string delimiter = arguments.Text(1);
        OutputBuffer output = arguments.State.Output;
        int start = output.Length;
        ValueList list = arguments.List(0);
        for (int i = 0; i < list.Count; i++)
        {
            // A function is given what would be printed.
            Value item = arguments[2].IsNull || list[i].IsNull ? list[i] : arguments.NewText(arguments.State.ToText(list[i]));
            item = ListCallbackFunctions.Apply(arguments, 2, item);
            if (i > 0)
            {
                output.Write(delimiter);
            }

            ValuePrinter.Print(arguments.State, item);
        }

        return Value.From(output.Cut(start));
    }

    /// <summary>The members of that name; items without it are left out. What is no list counts as the only item of one.</summary>
    private static Value Map(Arguments arguments)
    {
        string member = arguments.Text(1);
        var result = new List<Value>();
        foreach (Value item in arguments.ListOrItem(0).AsSpan())
        {
            // The characters of a text are no texts of their own, and have no size.
            if (HasMember(item, member) && arguments[0].Kind != ValueKind.Text)
            {
                result.Add(Members.Get(arguments.State, item, member, arguments.Place));
            }
        }

        return arguments.NewList([.. result]);
    }

    private static bool HasMember(Value item, string name) => item.Kind switch
    {
        ValueKind.Object => item.TryGetObject(out ValueObject? members) && members.TryGetValue(name, out _),
        ValueKind.Text => name == "size",
        ValueKind.Date => TimeMembers.DateNames.Contains(name),
        ValueKind.Duration => TimeMembers.DurationNames.Contains(name),
        _ => false,
    };
}
