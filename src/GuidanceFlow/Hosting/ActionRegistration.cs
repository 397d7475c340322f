using GuidanceFlow.Actions;

namespace GuidanceFlow.Hosting;

/// <summary>An action that was added while services are set up.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Make">Makes it.</param>
internal sealed record ActionRegistration(string Name, Func<IServiceProvider, IGuidanceAction> Make);
