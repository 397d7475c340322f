using System.Text;

namespace GuidanceFlow.Definitions.Reading;

/// <summary>A member that an object of the format may have.</summary>
/// <param name="Name">The name as it stands in the file.</param>
/// <param name="Example">For a member that must be there: what to write when it is missing. Null for one that may be left out.</param>
internal sealed record Member(string Name, string? Example = null)
{
    public byte[] Utf8Name { get; } = Encoding.UTF8.GetBytes(Name);

    public bool IsRequired => Example is not null;
}
