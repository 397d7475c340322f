using System.Reflection;
using System.Runtime.CompilerServices;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Tests.Conventions;

/// <summary>Data in, data out: what the public API hands over cannot be changed.</summary>
public sealed class ImmutabilityTests
{
    private static readonly Type[] PublicTypes = [.. typeof(Flow).Assembly.GetExportedTypes(), .. typeof(Template).Assembly.GetExportedTypes()];

    [Fact]
    public void PublicClass_IsSealedStaticOrAbstract() =>
        PublicTypes.Where(type => type.IsClass && !type.IsSealed && !type.IsAbstract).Select(type => type.FullName).ShouldBeEmpty();

    [Fact]
    public void AbstractRecord_CannotBeDerivedFromOutside() =>
        PublicTypes
            .Where(type => type is { IsClass: true, IsAbstract: true, IsSealed: false })
            .Where(type => type.GetConstructors(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)
                .Any(constructor => (constructor.IsPublic || constructor.IsFamily || constructor.IsFamilyOrAssembly) && !IsCopy(constructor)))
            .Select(type => type.FullName)
            .ShouldBeEmpty();

    [Fact]
    public void PublicProperty_IsSetOnlyWhileMade() =>
        PublicTypes
            .SelectMany(type => type.GetProperties(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .Where(property => property.SetMethod is { IsPublic: true } set && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)))
            .Select(property => $"{property.DeclaringType!.FullName}.{property.Name}")
            .ShouldBeEmpty();

    [Fact]
    public void PublicField_IsConstant() =>
        PublicTypes
            .Where(type => !type.IsEnum)
            .SelectMany(type => type.GetFields(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .Where(field => !field.IsLiteral)
            .Select(field => $"{field.DeclaringType!.FullName}.{field.Name}")
            .ShouldBeEmpty();

    private static bool IsCopy(ConstructorInfo constructor) =>
        constructor.GetParameters() is [{ } only] && only.ParameterType == constructor.DeclaringType;
}
