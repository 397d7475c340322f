using GuidanceFlow.Interpreters;

namespace GuidanceFlow.Hosting;

/// <summary>An interpreter that the services know.</summary>
/// <param name="IsInFront">Whether it is asked before the built-in words.</param>
/// <param name="Make">Gets it from the services.</param>
internal sealed record InterpreterRegistration(bool IsInFront, Func<IServiceProvider, IAnswerInterpreter> Make);
