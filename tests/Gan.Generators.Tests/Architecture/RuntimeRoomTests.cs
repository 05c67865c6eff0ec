using Gan.Generators.Tests.Generation;

namespace Gan.Generators.Tests.Architecture;

/// <inheritdoc/>
public sealed class RuntimeRoomTests : RoomTests
{
    private static readonly Lazy<SourceRooms> s_rooms = new(static () => SymbolRooms.Of(
        GeneratorRun.Of(RuntimeSources.Compilation()).Output,
        "src/Gan.Runtime",
        "Gan.Runtime",
        ["Memory", "Devices", "Checks", "Backend", "Kernels", "Cuda/Tracing", "Cuda/Kernels", "Cuda/Driver", "Cuda/Tensors", "Losses/Inputs", "Losses/Terms", "Losses", "Discriminators", "Penalties", "Proofs", "Info", "Steps", "Objectives", "Testing", "Modules", "Augmentation", "Heads", "Optimizers"],
        generatedIn: "Objectives",
        withoutNamespace: "Steps/GanObjectiveMembers.cs"));

    protected override string Project => "Gan.Runtime";

    private protected override SourceRooms Rooms => s_rooms.Value;
}
