using System.Globalization;
using GuidanceFlow.Definitions;
using GuidanceFlow.Translations;

namespace GuidanceFlow.Cli.Strings;

/// <summary>Says what an update did, what is left for the translator, and how to go on.</summary>
internal static class UpdateReport
{
    private const int MostKeys = 5;

    public static void Write(TextWriter output, string flow, string file, TranslationUpdate update, bool written)
    {
        bool isDone = update.Missing.IsEmpty && update.Stale.IsEmpty;
        if (isDone && !written)
        {
            output.WriteLine($"{file}: up to date");
            return;
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{file}: {update.Missing.Length} to translate, {update.Stale.Length} to look through, {update.Found.Length} found again, {update.SetAside.Length} set aside"));
        WriteKeys(output, "to translate", update.Missing);
        WriteKeys(output, "to look through", update.Stale);
        WriteKeys(output, "set aside under 'unused'", update.SetAside);
        if (!update.Missing.IsEmpty)
        {
            output.WriteLine("Write the translations that are empty under 'text'.");
        }

        if (!update.Stale.IsEmpty)
        {
            if (update.Translation.Entries.Any(entry => entry.Was.IsEmpty && update.Stale.Contains(entry.Key)))
            {
                output.WriteLine("An entry without 'was' does not say what it translates: confirm it where it fits.");
            }

            output.WriteLine($"Compare 'was' with 'source', correct 'text' and remove 'was'. Where it still fits: guidanceflow strings update {flow} --confirm {update.Stale[0]}");
        }
    }

    private static void WriteKeys(TextWriter output, string what, IReadOnlyList<TextKey> keys)
    {
        if (keys.Count > 0)
        {
            string more = keys.Count > MostKeys ? string.Create(CultureInfo.InvariantCulture, $" and {keys.Count - MostKeys} more") : string.Empty;
            output.WriteLine($"  {what}: {string.Join(", ", keys.Take(MostKeys))}{more}");
        }
    }
}
