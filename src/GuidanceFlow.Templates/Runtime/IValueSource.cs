namespace GuidanceFlow.Templates.Runtime;

/// <summary>Where a template bound to slots reads its names from while it runs.</summary>
/// <remarks>
/// Called on the rendering thread, once for each use of a name; twice in a guard whose values must be converted to be compared. What it throws passes through the rendering unchanged.
/// </remarks>
public interface IValueSource
{
    /// <summary>The value in a slot that the template's <see cref="Binding.INameScope"/> gave out.</summary>
    Value GetValue(int slot);
}
