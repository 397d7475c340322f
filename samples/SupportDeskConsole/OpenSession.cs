using SupportDeskConsole.Data;

namespace SupportDeskConsole;

/// <summary>A session that the desk knows.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Customer">Whose it is.</param>
/// <param name="Flow">Its flow.</param>
internal sealed record OpenSession(string Id, string Name, Customer Customer, string Flow);
