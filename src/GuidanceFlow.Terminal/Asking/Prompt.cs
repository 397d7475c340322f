using System.Globalization;

namespace GuidanceFlow.Terminal.Asking;

/// <summary>A question being answered: which option is marked, and what is typed. Knows keys, nothing of the screen.</summary>
internal sealed class Prompt(Question question)
{
    private readonly SortedSet<int> _ticked = [];
    private bool _markedByItsWords;

    public Question Question { get; } = question;

    public LineEditor Line { get; } = new();

    /// <summary>The marked option; −1 while other words are typed or there is none.</summary>
    public int Marked { get; private set; } = question.Choices.Count > 0 ? 0 : -1;

    /// <summary>The answer as it stands; null when there is none yet.</summary>
    public Choice? Answer =>
        Question.Several is not null && Line.Text.Length == 0 ? Ticks()
        : Marked >= 0 && Question.Several is null ? _markedByItsWords && Question.ReadsLabels ? Question.Choices[Marked] with { Chosen = null } : Question.Choices[Marked]
        : string.IsNullOrWhiteSpace(Line.Text) ? null
        : new Choice(Line.Text.Trim(), Line.Text.Trim());

    /// <summary>Whether an option is ticked, where several can be chosen.</summary>
    public bool IsTicked(int option) => _ticked.Contains(option);

    /// <summary>Takes a key.</summary>
    public PromptStep Press(ConsoleKeyInfo key)
    {
        if (IsEnter(key))
        {
            return PromptStep.Send;
        }

        bool control = key.Modifiers.HasFlag(ConsoleModifiers.Control) && !key.Modifiers.HasFlag(ConsoleModifiers.Alt);
        return control ? PressControl(key.Key) : PressPlain(key);
    }

    public static bool IsEnter(ConsoleKeyInfo key) => key.Key == ConsoleKey.Enter || key.KeyChar is '\r' or '\n';

    /// <summary>Adds a text, as if it had been typed.</summary>
    public void Type(string text)
    {
        Line.Insert(text);
        MarkWhatIsTyped();
    }

    private PromptStep PressControl(ConsoleKey key)
    {
        switch (key)
        {
            case ConsoleKey.C:
            case ConsoleKey.D when Line.Text.Length == 0:
                return PromptStep.Leave;
            case ConsoleKey.D:
                Line.Delete();
                break;
            case ConsoleKey.U:
                Line.DeleteToStart();
                break;
            case ConsoleKey.K:
                Line.DeleteToEnd();
                break;
            case ConsoleKey.W:
                Line.DeleteWord();
                break;
            case ConsoleKey.H:
                Line.Backspace();
                break;
            case ConsoleKey.A:
                Line.Home();
                return PromptStep.Stay;
            case ConsoleKey.E:
                Line.End();
                return PromptStep.Stay;
            case ConsoleKey.P:
                Move(-1);
                return PromptStep.Stay;
            case ConsoleKey.N:
                Move(1);
                return PromptStep.Stay;
            default:
                return PromptStep.Stay;
        }

        MarkWhatIsTyped();
        return PromptStep.Stay;
    }

    private PromptStep PressPlain(ConsoleKeyInfo key)
    {
        switch (key.Key)
        {
            case ConsoleKey.UpArrow:
                Move(-1);
                break;
            case ConsoleKey.DownArrow:
                Move(1);
                break;
            case ConsoleKey.LeftArrow:
                Line.Left();
                break;
            case ConsoleKey.RightArrow:
                Line.Right();
                break;
            case ConsoleKey.Home:
                Line.Home();
                break;
            case ConsoleKey.End:
                Line.End();
                break;
            case ConsoleKey.Escape:
                Line.Set(string.Empty);
                MarkWhatIsTyped();
                break;
            case ConsoleKey.Backspace:
                Line.Backspace();
                MarkWhatIsTyped();
                break;
            case ConsoleKey.Delete:
                Line.Delete();
                MarkWhatIsTyped();
                break;
            default:
                if (key.KeyChar == ' ' && Question.Several is not null && Line.Text.Length == 0 && Marked >= 0)
                {
                    Tick(Marked);
                    break;
                }

                if (!char.IsControl(key.KeyChar) && key.Modifiers != ConsoleModifiers.Alt)
                {
                    Type(key.KeyChar.ToString());
                }

                break;
        }

        return PromptStep.Stay;
    }

    private void Tick(int option)
    {
        if (!_ticked.Remove(option))
        {
            _ticked.Add(option);
        }
    }

    /// <summary>What is ticked; null while it is less than must be. Nothing ticked is an answer where none has to be.</summary>
    private Choice? Ticks()
    {
        if (_ticked.Count < Question.Several)
        {
            return null;
        }

        Choice[] chosen = [.. _ticked.Select(option => Question.Choices[option])];
        return Choice.OfSeveral(chosen, Question.NoneLabel);
    }

    /// <summary>Goes to the next option, round and round; what was typed is given up for it.</summary>
    private void Move(int by)
    {
        int count = Question.Choices.Count;
        if (count > 0)
        {
            Line.Set(string.Empty);
            _markedByItsWords = false;
            Marked = Marked < 0 ? (by > 0 ? 0 : count - 1) : (Marked + by + count) % count;
        }
    }

    /// <summary>A number marks its option, but never where it is another option's label. What begins with a slash is a command before it is a label.</summary>
    private void MarkWhatIsTyped()
    {
        int count = Question.Choices.Count;
        _markedByItsWords = false;
        if (Line.Text.Length == 0)
        {
            Marked = count > 0 ? Math.Max(0, Marked) : -1;
            return;
        }

        string typed = Line.Text.Trim();
        int label = -1;
        for (int i = 0; i < count && !typed.StartsWith('/'); i++)
        {
            label = label < 0 && string.Equals(Question.Choices[i].Label, typed, StringComparison.OrdinalIgnoreCase) ? i : label;
        }

        _markedByItsWords = label >= 0;
        Marked = label >= 0 ? label
            : int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 1 && number <= count ? number - 1
            : -1;
    }
}
