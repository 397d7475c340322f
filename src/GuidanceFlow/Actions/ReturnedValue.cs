using GuidanceFlow.Compilation;
using GuidanceFlow.Definitions;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Actions;

/// <summary>Holds what actions give back against what a flow declares.</summary>
internal static class ReturnedValue
{
    /// <summary>A value as it is kept; its default where none is given.</summary>
    /// <param name="declared">What the flow declares.</param>
    /// <param name="result">What became of the action.</param>
    /// <param name="value">The value; null where it is optional and none is given.</param>
    /// <returns>What is wrong with it; null for nothing.</returns>
    public static string? Fit(DataDefinition declared, ActionResult result, out Value value)
    {
        value = result.Returned.FirstOrDefault(returned => string.Equals(returned.Key, declared.Name, StringComparison.Ordinal)).Value;
        value = value.IsNull ? declared.Default : value;
        if (value.IsNull)
        {
            return declared.Optional ? null : $"'{declared.Name}' is missing.";
        }

        return DataTypes.TryFit(value, declared.Type, declared.Name, out value, out string misfit) ? null : misfit;
    }
}
