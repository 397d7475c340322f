using FsCheck;
using FsCheck.Fluent;
using GuidanceFlow.Definitions;

namespace GuidanceFlow.Tests.Definitions.Generators;

/// <summary>Random wordings of a text, with a condition or a weight each.</summary>
internal static class VariantGen
{
    private static readonly Gen<VariantDefinition> Variant =
        from id in TextGen.Text
        from condition in TextGen.Text.Maybe()
        from weight in Gen.Choose(1, 33)
        from text in TextGen.Text
        select new VariantDefinition { Id = id, When = condition, Weight = condition is null ? weight : null, Text = text };

    public static Gen<EquatableArray<VariantDefinition>> Variants { get; } = Variant.Where(variant => variant.Id != VariantDefinition.Base).Some(most: 3);
}
