using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Testing.Scenarios.Reading;

/// <summary>Finds the members of an expectation in its file when one of them fails. All are equal: what is expected does not depend on where it stands.</summary>
internal sealed class MemberPlaces(ReadContext context, JsonItem item) : IEquatable<MemberPlaces>
{
    /// <summary>The place of a member such as <c>outcome</c> or <c>tickets[0].evidence.light</c>, or the nearest there is around it.</summary>
    public SourceLocation Locate(string member)
    {
        JsonItem found = item;
        foreach (string name in member.Replace("[", ".", StringComparison.Ordinal).Replace("]", string.Empty, StringComparison.Ordinal).Split('.'))
        {
            JsonItem? child = found.Children.Find(child => string.Equals(child.Path[(found.Path.Length + 1)..], name, StringComparison.Ordinal));
            if (child is null)
            {
                break;
            }

            found = child;
        }

        return context.Locate(found.Name is null ? found.Start : found.NameStart, found.Path);
    }

    public bool Equals(MemberPlaces? other) => other is not null;

    public override bool Equals(object? obj) => Equals(obj as MemberPlaces);

    public override int GetHashCode() => 0;
}
