using Gan.Runtime;
using Gan.Runtime.Cuda.Kernels;
using static TorchSharp.torch;

namespace CudaKernels;

/// <summary>How batches of logits meet in a loss.</summary>
internal enum TermKind
{
    /// <summary>One batch.</summary>
    Separate,

    /// <summary>Real and fake logits, each by itself.</summary>
    Both,

    /// <summary>Each fake logit less the real one at its place.</summary>
    Pair,

    /// <summary>Each logit less the mean of the other batch.</summary>
    Average,
}

/// <summary>A loss of an objective of the catalogue.</summary>
/// <param name="Objective">The objective's name.</param>
/// <param name="Player">Whose loss it is, D or G.</param>
/// <param name="Kind">How its batches meet.</param>
/// <param name="Losses">Of the real and of the fake logits, or of the only ones.</param>
internal sealed record CatalogueTerm(string Objective, string Player, TermKind Kind, IReadOnlyList<LogitLoss> Losses)
{
    public string Name => $"{Objective} {Player}";

    /// <summary>Every loss of the catalogue that has a kernel, as those with batch functions have none, with the hyperparameters as published.</summary>
    public static IReadOnlyList<CatalogueTerm> All { get; } = [.. Objectives.All.Where(static objective => !objective.Info.HasBatchFunctions).SelectMany(Of)];

    public static IEnumerable<CatalogueTerm> Of(IGanObjective objective)
    {
        var name = objective.Info.Name;
        return objective switch
        {
            ISeparateObjective separate => [new(name, "D", TermKind.Both, [separate.Real, separate.Fake]), new(name, "G", TermKind.Separate, [separate.Generator])],
            IRelativisticPairObjective pair => [new(name, "D", TermKind.Pair, [pair.Discriminator]), new(name, "G", TermKind.Pair, [pair.Generator])],
            IRelativisticAverageObjective average =>
                [new(name, "D", TermKind.Average, [average.Real, average.Fake]), new(name, "G", TermKind.Average, [average.GeneratorReal, average.GeneratorFake])],
            _ => throw new ArgumentException($"The losses of {name} are of no known kind.", nameof(objective)),
        };
    }

    /// <summary>The launches of this loss; the real side is not looked at where there is one batch only.</summary>
    public CudaLaunch[] Launches(ScalarType type, in CudaSide real, in CudaSide fake, CudaOutput output) => Kind switch
    {
        TermKind.Separate => CudaLosses.Separate(Losses[0].Trace, type, fake, output),
        TermKind.Both => CudaLosses.Both(Losses[0].Trace, Losses[1].Trace, type, real, fake, output),
        TermKind.Pair => CudaLosses.Pair(Losses[0].Trace, type, real, fake, output),
        _ => CudaLosses.Average(Losses[0].Trace, Losses[1].Trace, type, real, fake, output),
    };

    /// <summary>The same of logits that are nowhere: their kernels are those of logits that are somewhere.</summary>
    public CudaLaunch[] Launches(ScalarType type, bool isByElement)
    {
        var side = new CudaSide { Memory = new() { Logits = 0, Count = 1, GradientFactor = 1, Gradient = 1, Mask = isByElement ? 1 : 0 } };
        return Launches(type, side, side, default);
    }
}
