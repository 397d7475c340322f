namespace GuidanceFlow.Answers;

/// <summary>
/// Reads a list of options: every word must be an option's, a place, set options apart, or say nothing. All ways to read it are tried, and what
/// two of them read differently is in doubt.
/// </summary>
internal sealed class ChoiceListParser
{
    // More is never needed for what a person writes; a text made to be slow ends here and counts as not understood.
    private const int MostTries = 5_000;

    private readonly Dictionary<string, List<Key>> _keys = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ownWords = new(StringComparer.Ordinal);
    private readonly int _offered;
    private List<ChoiceToken> _tokens = [];
    private int _tries;

    public ChoiceListParser(ReadOnlySpan<OfferedOption> offered)
    {
        _offered = offered.Length;
        for (int i = 0; i < offered.Length; i++)
        {
            ChoiceOption option = offered[i].Option;
            foreach (string key in option.Keys)
            {
                Add(key, i);
            }

            if (!option.Label.IsConstant)
            {
                Add(offered[i].Label, i);
            }
        }
    }

    /// <summary>The options of what was read last, where it may be read in two ways or leaves open which are meant.</summary>
    public SortedSet<int> InDoubt { get; private set; } = [];

    /// <summary>The options that the words name, by their place among those offered, from 0; null when the words are no list, or may be read in two ways.</summary>
    public SortedSet<int>? Read(List<ChoiceToken> tokens)
    {
        _tokens = tokens;
        _tries = 0;
        var found = new Readings();
        Read(0, null, Before.Start, found);
        InDoubt = found.AreSeveral ? found.All : [];
        return _tries <= MostTries && found is { Only: { } only, AreSeveral: false } ? only : null;
    }

    private void Read(int at, Taken? taken, Before before, Readings found)
    {
        if (++_tries > MostTries || found.AreSeveral)
        {
            return;
        }

        if (at == _tokens.Count)
        {
            if (before is Before.Option or Before.Number or Before.Comma)
            {
                found.Add(taken!);
            }

            return;
        }

        ReadOption(at, taken, before, found);
        ReadPlace(at, taken, before, found);
        if (_ownWords.Contains(_tokens[at].Text))
        {
            return;
        }

        if (ChoicesWords.FillerAt(_tokens, at) is > 0 and int filler)
        {
            Read(at + filler, taken, before, found);
        }

        if (_tokens[at].Text == "both")
        {
            Read(at + 1, new Taken(Taken.Both, taken), before, found);
        }

        if (before != Before.Start && ChoicesWords.SeparatorAt(_tokens, at) is > 0 and int separator)
        {
            // A comma may set apart no more than a "please"; an "and" with nothing behind it is cut off.
            Read(at + separator, taken, _tokens[at].IsMark && before != Before.Separator ? Before.Comma : Before.Separator, found);
        }

        if (before != Before.Start && ChoicesWords.AlternativeAt(_tokens, at) is > 0 and int alternative)
        {
            Read(at + alternative, new Taken(Taken.InDoubt, taken), Before.Separator, found);
        }
    }

    /// <summary>An option's own words; between two of them something must set them apart.</summary>
    private void ReadOption(int at, Taken? taken, Before before, Readings found)
    {
        if (before is Before.Option or Before.Number || !_keys.TryGetValue(_tokens[at].Text, out List<Key>? keys))
        {
            return;
        }

        foreach (Key key in keys)
        {
            if (EndOf(key, at) is > 0 and int end)
            {
                Read(end, new Taken(key.Option, taken), Before.Option, found);
            }
        }
    }

    /// <summary>The place of an option, or of several (1-3), unless the word is an option's own. Numbers may stand side by side.</summary>
    private void ReadPlace(int at, Taken? taken, Before before, Readings found)
    {
        if (_ownWords.Contains(_tokens[at].Text) || ChoicePositions.At(_tokens, at) is not (> 0 and int place, int length) || place > _offered)
        {
            return;
        }

        bool isNumber = ChoicePositions.TryReadDigits(_tokens[at].Text, out _);
        if (before == Before.Option || (before == Before.Number && !isNumber))
        {
            return;
        }

        int to = at + length;
        if (to + 1 < _tokens.Count && _tokens[to].Text is ChoiceTokens.Range or "to" or "到" or "至")
        {
            if (!_ownWords.Contains(_tokens[to + 1].Text) && ChoicePositions.At(_tokens, to + 1) is (> 0 and int last, int rest) && last > place && last <= _offered)
            {
                Taken? range = taken;
                for (int i = place; i <= last; i++)
                {
                    range = new Taken(i - 1, range);
                }

                Read(to + 1 + rest, range, Before.Option, found);
            }

            return;
        }

        Read(to, new Taken(place - 1, taken), isNumber ? Before.Number : Before.Option, found);
    }

    /// <summary>The place behind an option's words, which may have marks between them; 0 where they do not stand there.</summary>
    private int EndOf(Key key, int at)
    {
        foreach (string word in key.Words)
        {
            while (at < _tokens.Count && _tokens[at].IsMark && key.Words[0] != word)
            {
                at++;
            }

            if (at == _tokens.Count || _tokens[at].IsMark || _tokens[at].Text != word)
            {
                return 0;
            }

            at++;
        }

        return at;
    }

    private void Add(string text, int option)
    {
        string[] words = ChoiceTokens.WordsOf(text);
        if (words.Length == 0)
        {
            return;
        }

        if (!_keys.TryGetValue(words[0], out List<Key>? keys))
        {
            _keys.Add(words[0], keys = []);
        }

        if (!keys.Exists(key => key.Option == option && key.Words.AsSpan().SequenceEqual(words)))
        {
            keys.Add(new Key(words, option));
        }

        if (words.Length == 1)
        {
            _ownWords.Add(words[0]);
        }
    }

    /// <summary>What stands before a place.</summary>
    private enum Before
    {
        Start,
        Option,
        Number,
        Comma,
        Separator,
    }

    private sealed record Key(string[] Words, int Option);

    /// <summary>An option taken, or a word about those taken, behind those before.</summary>
    private sealed record Taken(int Option, Taken? Earlier)
    {
        /// <summary>"Both": there must be two.</summary>
        public const int Both = -1;

        /// <summary>"Or": it is left open which.</summary>
        public const int InDoubt = -2;
    }

    /// <summary>The sets of options that were read.</summary>
    private sealed class Readings
    {
        public SortedSet<int>? Only { get; private set; }

        /// <summary>The options of all of them.</summary>
        public SortedSet<int> All { get; } = [];

        public bool AreSeveral { get; private set; }

        public void Add(Taken taken)
        {
            var options = new SortedSet<int>();
            bool both = false;
            for (Taken? item = taken; item is not null; item = item.Earlier)
            {
                both |= item.Option == Taken.Both;
                AreSeveral |= item.Option == Taken.InDoubt;
                if (item.Option >= 0)
                {
                    options.Add(item.Option);
                }
            }

            AreSeveral |= (both && options.Count != 2) || (Only is not null && !Only.SetEquals(options));
            Only ??= options;
            All.UnionWith(options);
        }
    }
}
