using Gan.Runtime;
using static TorchSharp.torch;

namespace Gan.Experiments.Tests.Runs.Damage;

/// <summary>An objective of one's own, with a hyperparameter that no record can have.</summary>
internal sealed class EndlessObjective : IGanObjective
{
    private readonly NonSaturating inner = new();

    public ObjectiveInfo Info => inner.Info;

    public IReadOnlyList<HyperparameterValue> Hyperparameters => [new("Margin", double.PositiveInfinity)];

    public Tensor DiscriminatorLoss(Tensor realLogits, Tensor fakeLogits) => inner.DiscriminatorLoss(realLogits, fakeLogits);

    public Tensor GeneratorLoss(Tensor fakeLogits) => inner.GeneratorLoss(fakeLogits);

    public Tensor GeneratorLoss(Tensor realLogits, Tensor fakeLogits) => inner.GeneratorLoss(fakeLogits);
}
