namespace GuidanceFlow.Templates.Functions;

/// <summary>What a function of a host does, its arguments not yet converted.</summary>
internal delegate TResult HostBody<out TResult>(Arguments arguments);
