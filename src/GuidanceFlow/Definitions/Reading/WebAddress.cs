using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Definitions.Reading;

/// <summary>Addresses of articles, videos and pictures.</summary>
internal static class WebAddress
{
    public static bool IsValid(string text) => Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https";

    public static string Problem(string text) => $"{Spelling.Quote(text)} is not a web address. Write one that starts with https:// or http://.";

    /// <summary>The member <c>url</c>; the empty text when it is missing, which was reported.</summary>
    public static string Read(in MemberValues members)
    {
        string url = members.Text("url");
        if (url.Length > 0 && !IsValid(url))
        {
            members.Context.Invalid(members["url"], Problem(url));
        }

        return url;
    }
}
