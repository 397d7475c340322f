namespace GuidanceFlow.Templates.Parsing;

/// <summary>What a text uses that decides how its variables are kept.</summary>
internal sealed class NameNeeds
{
    /// <summary>Whether something stands in it that looks variables up by name: a function, <c>with</c>, <c>this</c>, an inclusion.</summary>
    public bool ByName { get; set; }

    /// <summary>Whether it assigns members or items.</summary>
    public bool Changes { get; set; }

    /// <summary>Notes something through which plain assignments may change members: an opened object, <c>this</c>, another text.</summary>
    public void Open() => (ByName, Changes) = (true, true);

    public void Start() => (ByName, Changes) = (false, false);
}
