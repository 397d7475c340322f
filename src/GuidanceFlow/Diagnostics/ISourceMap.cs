namespace GuidanceFlow.Diagnostics;

/// <summary>Finds the place of a part of a definition in the text it was read from.</summary>
internal interface ISourceMap
{
    /// <summary>The place of the value at a path; of the nearest enclosing value where the path leads into nothing.</summary>
    SourceLocation LocateValue(SourcePath path);

    /// <summary>The place of a member's name at a path that ends in a member; otherwise as <see cref="LocateValue"/>.</summary>
    SourceLocation LocateName(SourcePath path);

    /// <summary>The place of one UTF-16 unit inside the text value at a path; escape sequences are taken into account.</summary>
    SourceLocation LocateInText(SourcePath path, int offset);
}
