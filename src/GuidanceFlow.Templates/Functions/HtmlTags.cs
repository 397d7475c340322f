using System.Text;

namespace GuidanceFlow.Templates.Functions;

/// <summary>Takes tags out of HTML, and with them comments, scripts and styles with all they hold. What is no whole tag stays.</summary>
internal static class HtmlTags
{
    public static string Strip(Arguments arguments, string html)
    {
        int open = html.IndexOf('<', StringComparison.Ordinal);
        if (open < 0)
        {
            return html;
        }

        var left = new StringBuilder(html.Length);
        var scan = new Scan(html);
        int at = 0;
        while (open >= 0)
        {
            int end = scan.EndOf(open);

            // Each bracket may be followed to the same missing quote.
            arguments.State.CountCharacters(scan.Read, arguments.Place);
            if (end > 0)
            {
                left.Append(html, at, open - at);
                at = end;
            }

            open = html.IndexOf('<', end > 0 ? end : open + 1);
        }

        return left.Append(html, at, html.Length - at).ToString();
    }

    /// <summary>Finds ends of what starts at a bracket. What was looked for in vain behind one place is not looked for behind a later one.</summary>
    private sealed class Scan(string html)
    {
        private bool _noScript;
        private bool _noComment;
        private bool _noStyle;
        private bool _noTag;

        /// <summary>How many characters the last search for an end has read.</summary>
        public int Read { get; private set; }

        /// <summary>The place behind what starts with the bracket at a place; 0 for a bracket that is text.</summary>
        public int EndOf(int open)
        {
            Read = 0;
            int end = Whole(open, "<script", "</script>", ref _noScript);
            end = end > 0 ? end : Whole(open, "<!--", "-->", ref _noComment);
            end = end > 0 ? end : Whole(open, "<style", "</style>", ref _noStyle);
            return end > 0 || _noTag ? end : Tag(open + 1);
        }

        private int Whole(int open, string begin, string finish, ref bool none)
        {
            if (none || string.Compare(html, open, begin, 0, begin.Length, StringComparison.OrdinalIgnoreCase) != 0)
            {
                return 0;
            }

            int end = html.IndexOf(finish, open + begin.Length, StringComparison.OrdinalIgnoreCase);
            none = end < 0;
            return end < 0 ? 0 : end + finish.Length;
        }

        /// <summary>A tag ends at the first <c>&gt;</c> that is not part of a quoted value, or of an unquoted one's first character.</summary>
        private int Tag(int at)
        {
            if (html.IndexOf('>', at) < 0)
            {
                _noTag = true;
                return 0;
            }

            while (at < html.Length)
            {
                char c = html[at++];
                Read++;
                if (c == '>')
                {
                    return at;
                }

                if (c != '=' || at == html.Length)
                {
                    continue;
                }

                char first = html[at];
                if (first is '\'' or '"')
                {
                    int close = html.IndexOf(first, at + 1);
                    Read += (close < 0 ? html.Length : close) - at;
                    if (close < 0)
                    {
                        return 0;
                    }

                    at = close + 1;
                    continue;
                }

                at++;
                while (at < html.Length && html[at] != '>' && !char.IsWhiteSpace(html[at]))
                {
                    at++;
                    Read++;
                }
            }

            return 0;
        }
    }
}
