using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Support;

/// <summary>The non-saturating objective written by hand, with whatever options a test wants.</summary>
public sealed class LogisticObjective : IGanObjective
{
    public ObjectiveInfo Info => new()
    {
        Name = nameof(LogisticObjective),
        Real = new("softplus(-t)", ""),
        Fake = new("softplus(t)", ""),
        Generator = new("softplus(-t)", ""),
        DiscriminatorLoss = new("E softplus(-D(x)) + E softplus(D(G(z)))", ""),
        GeneratorLoss = new("E softplus(-D(G(z)))", ""),
        Coupling = Coupled ? Dsl.Coupling.Relativistic : Dsl.Coupling.None,
        WeightClip = Clip,
    };

    public bool Coupled { get; init; }

    public double? Clip { get; init; }

    public double LossWeight { get; init; } = 1;

    public double InstanceNoise { get; init; }

    public double TopShare { get; init; } = 1;

    public IReadOnlyList<DiscriminatorPenalty> Penalties { get; init; } = [];

    public IReadOnlyList<GeneratorPenalty> GeneratorPenalties { get; init; } = [];

    public Tensor DiscriminatorLoss(Tensor realLogits, Tensor fakeLogits)
    {
        using var scope = NewDisposeScope();
        var real = LogitChecks.Prepare(realLogits, nameof(realLogits));
        var fake = LogitChecks.Prepare(fakeLogits, nameof(fakeLogits));
        LogitChecks.SamePlace(real, fake);
        return nn.functional.softplus(real.neg()).mean().add(nn.functional.softplus(fake).mean()).MoveToOuterDisposeScope();
    }

    Tensor IGanObjective.GeneratorLoss(Tensor fakeLogits) =>
        Coupled ? throw new InvalidOperationException("coupled") : GeneratorLoss(fakeLogits, fakeLogits);

    /// <summary>Coupled, it is that of the relativistic pair.</summary>
    public Tensor GeneratorLoss(Tensor realLogits, Tensor fakeLogits)
    {
        using var scope = NewDisposeScope();
        var t = LogitChecks.Prepare(fakeLogits, nameof(fakeLogits));
        if (Coupled)
            t = t.sub(LogitChecks.Prepare(realLogits, nameof(realLogits)));
        return nn.functional.softplus(t.neg()).mean().mul(LossWeight).MoveToOuterDisposeScope();
    }
}
