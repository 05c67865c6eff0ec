namespace Gan.Generators.Tests.Architecture;

/// <inheritdoc/>
public sealed class ExperimentsRoomTests : RoomTests
{
    private static readonly SourceRooms s_rooms = SymbolRooms.Of("src/Gan.Experiments", "Gan.Experiments",
        ["Files", "Data", "Experiments", "Checkpoints", "Training", "Metrics", "Pictures", "Runs", "Reports", "Atlas", "Commands"]);

    protected override string Project => "Gan.Experiments";

    private protected override SourceRooms Rooms => s_rooms;
}
