namespace GuidanceFlow.Definitions.Reading;

/// <summary>Makes a record of an object's members.</summary>
internal delegate T Bind<out T>(in MemberValues members);
