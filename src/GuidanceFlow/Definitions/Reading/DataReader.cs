using System.Text.Json;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Definitions.Reading;

/// <summary>Reads a named, typed value: the name of its type, or an object that says more.</summary>
internal static class DataReader
{
    public static DataDefinition Read(ReadContext context, string name, int node)
    {
        MemberValues members = DataTypeReader.Read(context, node, TypeForm.Declaration, out DataType type);
        if (context.Kind(node) != JsonValueKind.Object)
        {
            return new DataDefinition { Name = name, Type = type };
        }

        return new DataDefinition
        {
            Name = name,
            Type = type,
            Optional = members.Flag("optional") ?? false,
            Default = members["default"] is > 0 and int value ? DefaultReader.Read(context, value, type) : Value.Null,
        };
    }
}
