using GuidanceFlow.Templates.Parsing;
using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow.Templates.Functions;

/// <summary>Makes functions of a host's delegates.</summary>
internal static class HostFunctions
{
    /// <exception cref="ArgumentException">The name cannot be used.</exception>
    public static Function Make<TResult>(string name, HostBody<TResult> body, Parameter[] parameters)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (parameters.DistinctBy(parameter => parameter.Name, StringComparer.Ordinal).Count() < parameters.Length || !Array.TrueForAll(parameters, parameter => IsName(parameter.Name)))
        {
            throw new ArgumentException($"The parameters of \"{name}\" must have names of letters, digits and \"_\", each its own.", nameof(parameters));
        }

        string[] parts = name.Split('.');
        if (parts.Length > 2 || !Array.TrueForAll(parts, IsName))
        {
            throw new ArgumentException($"\"{name}\" is no name of a function; write a name of letters, digits and \"_\", or a group and a name: \"loyalty.points\".", nameof(name));
        }

        if (Keywords.IsKeyword(parts[0]) || parts[0] is "null" or "true" or "false" or "this" or "empty" or "include" or "include_join" || FunctionRegistry.Find(parts[0]) is not null)
        {
            throw new ArgumentException($"\"{parts[0]}\" is a word or a group of the language; take another name.", nameof(name));
        }

        return new Function(name, HostValue<TResult>.Type, arguments => Call(arguments, body), parameters);
    }

    private static Value Call<TResult>(Arguments arguments, HostBody<TResult> body)
    {
        Exception failure;
        try
        {
            Value result = HostValue<TResult>.Write(body(arguments));
            if (result.TryGetText(out string? text))
            {
                arguments.State.CountCharacters(text.Length, arguments.Place);
            }

            return result;
        }
        catch (Exception exception) when (!IsOwn(exception, arguments.State))
        {
            failure = exception;
        }

        // Not thrown in the handler: where renderings start one another, each handler would wait on the stack for the ones around it.
        throw new TemplateRuntimeException(arguments.Fail("it failed: " + failure.GetBaseException().Message).Diagnostic, failure) { Rendering = arguments.State };
    }

    /// <summary>Whether an exception is of this rendering itself: an argument that does not fit, a limit. Another's, which the host started, says nothing about this template.</summary>
    private static bool IsOwn(Exception exception, RenderState state) =>
        exception is OperationCanceledException or InsufficientExecutionStackException || (exception is TemplateRuntimeException { Rendering: var rendering } && (rendering is null || ReferenceEquals(rendering, state)));

    private static bool IsName(string part) =>
        part.Length > 0 && (part[0] == '_' || char.IsLetter(part[0])) && part.All(character => character == '_' || char.IsLetterOrDigit(character));
}
