namespace GuidanceFlow.Templates.Binding;

/// <summary>Finds the name an author may have meant.</summary>
internal static class Suggestions
{
    // Longer names than this are nobody's typing mistake, and the effort grows with the square of the length.
    private const int LongestName = 64;

    // More names than this help nobody; of more, the closest are given.
    private const int MostListed = 12;
    private const int Closest = 5;

    /// <summary>As <see cref="For"/>; when no name is close, the names there are.</summary>
    /// <param name="name">What was written.</param>
    /// <param name="names">The names there are.</param>
    /// <param name="owner">What has them.</param>
    /// <param name="prefix">What stands before the name where it is used.</param>
    public static string OrList(string name, IEnumerable<string> names, string owner = "It", string prefix = "")
    {
        string suggestion = For(name, names, prefix);
        if (suggestion.Length > 0 || name.Length > LongestName)
        {
            return suggestion;
        }

        string[] all = [.. names];
        return all.Length switch
        {
            0 => string.Empty,
            <= MostListed => $" {owner} has {List(all.Order(StringComparer.Ordinal))}.",
            _ => $" {owner} has {all.Length} names; the closest are {List(all.OrderBy(known => Distance(name, known) - (2 * name.AsSpan().CommonPrefixLength(known))).ThenBy(known => known, StringComparer.Ordinal).Take(Closest))}.",
        };
    }

    private static string List(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"\"{name}\""));

    /// <summary><c> Did you mean "…"?</c>, or nothing when no name is close.</summary>
    public static string For(string name, IEnumerable<string> names, string prefix = "")
    {
        if (name.Length > LongestName)
        {
            return string.Empty;
        }

        string? best = null;
        int bestDistance = (name.Length / 3) + 1;
        foreach (string candidate in names)
        {
            if (Math.Abs(candidate.Length - name.Length) >= bestDistance)
            {
                continue;
            }

            int distance = Distance(name, candidate);
            if (distance < bestDistance || (distance == bestDistance && best is not null && string.CompareOrdinal(candidate, best) < 0))
            {
                (best, bestDistance) = (candidate, distance);
            }
        }

        return best is null ? string.Empty : $" Did you mean \"{prefix}{best}\"?";
    }

    /// <summary>How many letters must be changed, added, removed or swapped with their neighbour; case counts little.</summary>
    private static int Distance(string one, string other)
    {
        int[,] distances = new int[one.Length + 1, other.Length + 1];
        for (int i = 0; i <= one.Length; i++)
        {
            for (int j = 0; j <= other.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    distances[i, j] = i + j;
                    continue;
                }

                int cost = char.ToUpperInvariant(one[i - 1]) == char.ToUpperInvariant(other[j - 1]) ? 0 : 1;
                int best = Math.Min(Math.Min(distances[i - 1, j], distances[i, j - 1]) + 1, distances[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    best = Math.Min(best, distances[i - 2, j - 2] + 1);
                }

                distances[i, j] = best;
            }
        }

        return distances[one.Length, other.Length];
    }
}
