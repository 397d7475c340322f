using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Compilation;

/// <summary>What to say of a name that a template does not see: most often it is one that is known elsewhere.</summary>
internal sealed class UnknownNames(CompilationContext context)
{
    private const string Undeclared = " Declare it under 'inputs' or 'data', or correct the name.";

    private Dictionary<string, string>? _elsewhere;

    /// <summary>The message of the template language, with a remedy that fits the flow.</summary>
    /// <param name="message">That message.</param>
    /// <param name="name">The name.</param>
    /// <param name="text">The template or expression it stands in.</param>
    public string Explain(string message, string name, string text)
    {
        if (!context.MayHint)
        {
            return message;
        }

        _elsewhere ??= FindElsewhere();
        if (_elsewhere.TryGetValue(name, out string? where))
        {
            return $"{Spelling.Quote(name)} is not known here, {where}";
        }

        if (IsItemOfAFor(name, text))
        {
            return $"{Spelling.Quote(name)} is not known here, only between its 'for' and 'end'. Move this in between.";
        }

        // A name that resembles none may be one that was never declared.
        return !message.EndsWith("here.", StringComparison.Ordinal) ? message
            : name.All(char.IsAscii) ? message + Undeclared
            : message + " Names have only the letters a to z, digits and underscores; declare one such as 'customer' under 'inputs' or 'data', and write that.";
    }

    /// <summary>Whether somewhere in the text stands "for name in".</summary>
    private static bool IsItemOfAFor(string name, string text)
    {
        string[] words = text.Split([' ', '\t', '\r', '\n', '{', '}', '-', '~', ';'], StringSplitOptions.RemoveEmptyEntries);
        for (int i = 1; i < words.Length - 1; i++)
        {
            if (words[i - 1] is "for" && words[i + 1] is "in" && string.Equals(words[i], name, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The names of loops, each with where it is known.</summary>
    private Dictionary<string, string> FindElsewhere()
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (StepPlace place in context.Places)
        {
            if (place.Definition is EachStepDefinition each)
            {
                names.TryAdd(each.As, $"only inside the loop '{each.Id}'. Use it there, or keep it in a datum with 'collect' or a 'set' step.");
                names.TryAdd("loop", "only inside an 'each' step. Use it there, or keep it in a datum with a 'set' step.");
            }
        }

        return names;
    }
}
