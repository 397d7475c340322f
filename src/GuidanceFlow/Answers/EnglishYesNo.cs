using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace GuidanceFlow.Answers;

/// <summary>
/// Reads yes and no in short English clauses: "no, it still doesn't work", "yes it's green now", "I don't think it does". What is not understood may only
/// stand behind a plain yes or no, and only where nothing in it takes that back.
/// </summary>
internal static partial class EnglishYesNo
{
    /// <summary>The most words behind a yes or no; a longer story may end otherwise than it began.</summary>
    private const int MostWords = 12;

    /// <summary>What a clause that is not understood may follow.</summary>
    private static readonly FrozenSet<string> Leads = new[]
    {
        "yes", "yess", "yeah", "yea", "yep", "yup", "yes please", "yes thanks", "yes thank you", "yes of course", "yes sure", "yes indeed", "oh yes", "oh yeah", "of course", "absolutely", "definitely", "certainly",
        "no", "noo", "nope", "nah", "no thanks", "no thank you", "not yet", "not really", "not at all", "no not yet", "no not really", "im afraid not", "definitely not", "absolutely not", "certainly not",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Words that take a yes or no back, make it depend on something, or ask for something else.</summary>
    private static readonly FrozenSet<string> Doubts = new[]
    {
        "but", "except", "only", "sometimes", "occasionally", "maybe", "perhaps", "probably", "possibly", "might", "may", "unless", "if", "however", "although", "though", "or", "either", "otherwise", "wait", "actually", "mean", "meant", "know",
        "sure", "unsure", "certain", "think", "guess", "suppose", "hope", "doubt", "depends", "partly", "partially", "half", "some", "most", "mostly", "almost", "nearly", "kind", "sort", "idea", "until", "till", "once", "when", "what", "why", "how",
        "which", "who", "where", "whether", "again", "back", "help", "person", "human", "agent", "someone", "stop", "skip", "cancel", "restart", "repeat", "question", "understand", "joking", "kidding", "mistake", "wrong", "scratch", "correction",
        "yes", "yeah", "yep", "yup",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Reads an answer in clauses.</summary>
    /// <param name="clauses">The clauses between the punctuation marks, normalised.</param>
    /// <param name="known">What a whole utterance says; null for one that is not known.</param>
    public static bool? Read(IEnumerable<string> clauses, Func<string, bool?> known)
    {
        var said = new List<string>();
        foreach (string clause in clauses)
        {
            string plain = Plain(clause, known);
            if (plain.Length > 0)
            {
                said.Add(plain);
            }
        }

        if (said.Count > 0 && PolarityOf(said[0], known) is null && Lead().Match(said[0]) is { Success: true } lead)
        {
            // Without a comma: "no it is still blinking", but never "no one" and "no problem".
            said.Insert(1, Plain(lead.Groups["rest"].Value, known));
            said[0] = lead.Groups["lead"].Value;
        }

        if (said.Count == 0 || PolarityOf(said[0], known) is not { } polarity)
        {
            return null;
        }

        for (int i = 1; i < said.Count; i++)
        {
            bool? other = PolarityOf(said[i], known);
            if (other is { } contrary ? contrary != polarity : !Leads.Contains(said[0]) || TakesBack(said[i], polarity))
            {
                return null;
            }
        }

        return polarity;
    }

    /// <summary>The clause without what people say around a yes or no, and what is said again and again ("yesss", "no no") once.</summary>
    private static string Plain(string clause, Func<string, bool?> known)
    {
        string plain = Again().Replace(DrawnOut().Replace(clause, "${letter}"), "${word}");
        while (known(plain) is null)
        {
            string shorter = Around().Replace(plain, string.Empty);
            if (shorter.Length == plain.Length)
            {
                break;
            }

            plain = shorter;
        }

        return plain;
    }

    private static bool? PolarityOf(string clause, Func<string, bool?> known)
    {
        if (known(clause) is { } whole)
        {
            return whole;
        }

        if (Thought().Match(clause) is { Success: true } thought)
        {
            // "I don't think it does" is a no, and what "I don't think it doesn't" is, nobody knows.
            string what = thought.Groups["clause"].Value;
            bool? inside = PolarityOfPlain(what) ?? (what.StartsWith("that ", StringComparison.Ordinal) ? PolarityOfPlain(what["that ".Length..]) : null);
            return !thought.Groups["not"].Success ? inside : inside == true ? false : null;
        }

        return PolarityOfPlain(clause);
    }

    private static bool? PolarityOfPlain(string clause) => Affirmed().IsMatch(clause) ? true : Negated().IsMatch(clause) ? false : null;

    private static bool TakesBack(string clause, bool polarity)
    {
        string[] words = clause.Split(' ');
        return words.Length > MostWords || Array.Exists(words, Doubts.Contains) || (polarity && (Negation.Count(clause) > 0 || Array.Exists(words, static word => word is "nope" or "nah")));
    }

    [GeneratedRegex(@"(?<letter>\p{L})\k<letter>{2,}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DrawnOut();

    [GeneratedRegex(@"^(?<word>yes|yeah|yep|yup|no|nope|nah|sure|right|ok|okay)( \k<word>)+(?= |$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Again();

    [GeneratedRegex(
        """
        ^((oh\ )?well(?!\ done)|u+m+|u+h+|e+r+m?|h+m+|ah|so|hey|hi|hello|sorry|honestly|actually|unfortunately|sadly|luckily|fortunately|(i\ )?(have\ |ve\ )?(just\ )?(looked|checked|tried)(\ it|\ that)?(\ again)?(\ and)?)(\ |$)
        | (^|\ )(thanks|thank\ you(\ very\ much|\ so\ much)?|cheers|please|sir|maam|madam|mate|dear|lol|haha)$
        """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace,
        1000)]
    private static partial Regex Around();

    [GeneratedRegex(
        """
        ^(?<lead>yes|yess|yeah|yea|yep|yup|no|noo|nope|nah|yes\ please|no\ thanks|no\ thank\ you|not\ yet|not\ really|not\ at\ all)\ 
        (?<rest>(it|its|they|theyre|i|im|ive|we|weve|the|this|that|thats|these|those|there|theres|my|our|he|she|all|both|everything|still|already|not)\ .+|of\ course(\ .+)?|definitely(\ .+)?|absolutely(\ .+)?)$
        """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace,
        1000)]
    private static partial Regex Lead();

    [GeneratedRegex(@"^i (?<not>dont |do not )?(really |still )?(think|believe) (?<clause>.+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Thought();

    /// <summary>"It does", "I already have", "it's working now", "it works fine". What was or would be so need not be so now.</summary>
    [GeneratedRegex(
        """
        ^(of\ course\ |definitely\ |certainly\ |absolutely\ )?
        ( (i|we|he|she|it|that|this|they|those|these|there|everything|both|all\ of\ (it|them|those|these)|both\ of\ them)\ 
          ((really|definitely|certainly|already|still|just|now|sure|indeed)\ )?
          ( was|were|had|can|will|would
          | (do|does|did|am|are|is|have|has|works?|worked|helps?|helped)
            (\ (already|now|really|indeed|just))?
            (\ (work|working|worked|help|helped|done|finished|correct|right|true|the\ case|one|some|tried|do|fixed)(\ (it|that|this|so|one))?|\ (it|that|so))? )
        | (its|thats|theyre|im)\ ((really|definitely|already|now)\ )?(working|done|finished|correct|right|true|fixed|the\ case)
        | (ive|weve)\ ((just|already)\ )?(done|tried)(\ (it|that|this|so))?
        | theres\ (one|some) )
        (\ (now|again|already|fine|perfectly|great|well|indeed|too))*$
        """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace,
        1000)]
    private static partial Regex Affirmed();

    /// <summary>"It doesn't", "I have not yet", "it's still not working", "won't help at all".</summary>
    [GeneratedRegex(
        """
        ^(of\ course\ |definitely\ |certainly\ |absolutely\ )?
        ( ((i|we|he|she|it|that|this|they|those|these|there|everything)\ )?((really|definitely|certainly|still|just|already|now|also)\ )?
          ( aint|arent|cant|cannot|couldnt|didnt|doesnt|dont|hadnt|hasnt|havent|isnt|wasnt|werent|wont|wouldnt
          | (do|does|did|am|are|is|was|were|have|has|had|can|could|will|would)\ ((really|definitely|certainly|still)\ )?not )
        | (im|its|thats|theyre|theres|ive|weve)\ ((really|definitely|certainly|still)\ )?not )
        (\ (yet|really|actually|even|currently|now))?
        (\ (work|working|worked|help|helping|helped|done|finished|correct|right|true|the\ case|any|one|do|did|done|tried)(\ (it|that|this|so|one))?)?
        (\ (it|that|so))?
        (\ (yet|now|anymore|any\ more|any\ longer|at\ all|either|for\ me|so\ far))*$
        """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace,
        1000)]
    private static partial Regex Negated();
}
