namespace GuidanceFlow.Templates.Functions;

/// <summary>What a function does.</summary>
internal delegate Value FunctionBody(Arguments arguments);
