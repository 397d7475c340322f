namespace GuidanceFlow.Definitions.Reading;

/// <summary>Reads an article, video or picture.</summary>
internal static class KnowledgeReader
{
    public static readonly MemberTable Table = new(
        "knowledge",
        "a knowledge entry",
        new Member("title", "\"title\": \"…\""),
        new Member("url", "\"url\": \"https://…\""),
        new Member("kind"));

    public static readonly Words<KnowledgeKind> Kinds = new(
        "kind of knowledge",
        new("article", KnowledgeKind.Article),
        new("video", KnowledgeKind.Video),
        new("image", KnowledgeKind.Image));

    public static KnowledgeDefinition Read(ReadContext context, string id, int node)
    {
        MemberValues members = MemberValues.Open(context, node, Table);
        return new KnowledgeDefinition
        {
            Id = id,
            Title = members.Text("title"),
            Url = WebAddress.Read(members),
            Kind = members.Word("kind", Kinds) ?? KnowledgeKind.Article,
        };
    }
}
