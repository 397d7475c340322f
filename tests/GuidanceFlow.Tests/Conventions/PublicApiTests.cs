using System.Reflection;
using System.Text;
using GuidanceFlow.Templates;
using GuidanceFlow.Terminal;
using GuidanceFlow.Testing;

namespace GuidanceFlow.Tests.Conventions;

/// <summary>The public API as text: a change of it shows in the golden file's difference.</summary>
public sealed class PublicApiTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Fact]
    public void Api_OfTemplates_IsAsAgreed() => Golden.Verify(Describe(typeof(Template).Assembly));

    [Fact]
    public void Api_OfTheCore_IsAsAgreed() => Golden.Verify(Describe(typeof(Flow).Assembly));

    [Fact]
    public void Api_OfTheTestKit_IsAsAgreed() => Golden.Verify(Describe(typeof(Golden).Assembly));

    [Fact]
    public void Api_OfTheTerminal_IsAsAgreed() => Golden.Verify(Describe(typeof(TerminalChat).Assembly));

    private static string Describe(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (Type type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(KindOf(type)).Append(' ').AppendLine(type.FullName);
            IEnumerable<string> members = type.GetMembers(Declared)
                .Where(member => member is not Type && !IsGenerated(member))
                .Select(member => Describe(member))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal);
            foreach (string member in members)
            {
                text.Append("    ").AppendLine(member);
            }
        }

        return text.ToString();
    }

    private static string KindOf(Type type) =>
        type.IsEnum ? "enum" : type.IsInterface ? "interface" : type.IsValueType ? "struct" : type is { IsAbstract: true, IsSealed: true } ? "static class" : type.IsAbstract ? "abstract class" : "class";

    /// <summary>Accessors, and what the compiler writes for records.</summary>
    private static bool IsGenerated(MemberInfo member) =>
        member is MethodBase { IsSpecialName: true, IsConstructor: false } and { Name: not ("op_Equality" or "op_Inequality") }
        || member.Name is "<Clone>$" or "EqualityContract" or "PrintMembers" or "GetHashCode" or "ToString" or "Equals" or "Deconstruct" or "op_Equality" or "op_Inequality" or "value__"
        || (member is ConstructorInfo constructor && constructor.GetParameters() is [{ } only] && only.ParameterType == member.DeclaringType);

    private static string Describe(MemberInfo member) => member switch
    {
        ConstructorInfo constructor => $"({Parameters(constructor)})",
        MethodInfo method => $"{(method.IsStatic ? "static " : "")}{NameOf(method.ReturnType)} {method.Name}({Parameters(method)})",
        PropertyInfo property => $"{(property.GetMethod!.IsStatic ? "static " : "")}{NameOf(property.PropertyType)} {property.Name} {{ get;{(property.SetMethod is { IsPublic: true } ? " init;" : "")} }}",
        FieldInfo { IsLiteral: true } field => field.DeclaringType!.IsEnum ? field.Name : $"const {field.Name} = {field.GetRawConstantValue()}",
        _ => member.ToString()!,
    };

    private static string Parameters(MethodBase method) =>
        string.Join(", ", method.GetParameters().Select(parameter => NameOf(parameter.ParameterType) + " " + parameter.Name + (parameter.HasDefaultValue ? " = " + (parameter.DefaultValue ?? "default") : "")));

    private static string NameOf(Type type)
    {
        if (type.IsByRef)
        {
            return "ref " + NameOf(type.GetElementType()!);
        }

        return type.IsGenericType ? type.Name.Split('`')[0] + "<" + string.Join(", ", type.GetGenericArguments().Select(NameOf)) + ">" : type.Name;
    }
}
