namespace Gan.Generators.Tests.Architecture;

/// <inheritdoc/>
public sealed class CompilerRoomTests : RoomTests
{
    private static readonly SourceRooms s_rooms = SourceRooms.Of("src/Gan.Generators", "Gan.Generators",
    [
        "Basics", "Formulas/Intervals", "Formulas/BigFloats", "Formulas/Operations", "Formulas/Tree", "Formulas/Bounds", "Formulas/FunctionTable", "Formulas/Rewriting", "Formulas/Reading", "Formulas/Writing", "Formulas/Kernels", "Penalties",
        "Declarations", "Objectives", "Oracle", "Analysis", "Emission", "Rules", "Analyzers",
    ]);

    protected override string Project => "Gan.Generators";

    private protected override SourceRooms Rooms => s_rooms;
}
