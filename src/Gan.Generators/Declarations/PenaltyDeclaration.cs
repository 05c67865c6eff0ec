using Gan.Dsl;

namespace Gan.Generators.Declarations;

/// <param name="Weight">The factor of the expectation.</param>
/// <param name="Every">Evaluated at each n-th step.</param>
internal abstract record PenaltyDeclaration(double Weight, int Every)
{
    /// <summary>The hyperparameter whose value is the weight, by its property's name; <see cref="Weight"/> is its default then. Null where the weight is a number.</summary>
    public string? WeightFrom { get; init; }

    /// <summary>Beside <see cref="WeightFrom"/>, the argument that gives the weight as a number; null where there is none.</summary>
    public string? NumberBesides { get; init; }

    /// <summary>Whether it is added to the generator's loss, not to the discriminator's.</summary>
    public virtual bool IsOfGenerator => false;

    /// <summary>The penalty as users write it.</summary>
    public abstract string AttributeName { get; }

    /// <summary>What is said of a penalty while compiling is said of its default weight.</summary>
    public PenaltyDeclaration AtDefaultsOf(IEnumerable<HyperparameterDeclaration> hyperparameters)
        => WeightFrom is { } property && hyperparameters.FirstOrDefault(h => h.Property == property)?.Default is { } weight
            ? this with { Weight = weight }
            : this;
}

/// <param name="AtReal">R1 at real samples, R2 at generated ones.</param>
/// <param name="Sigma">The step of a finite difference; null where the gradient is exact.</param>
/// <param name="GivesGamma">The weight is half of a Gamma that was written.</param>
/// <param name="GivesBoth">Weight and Gamma both written, which contradict each other.</param>
internal sealed record ZeroCentredPenaltyDeclaration(double Weight, int Every, bool AtReal, bool GivesGamma, bool GivesBoth, double? Sigma = null) : PenaltyDeclaration(Weight, Every)
{
    public override string AttributeName => AtReal ? "R1" : "R2";
}

internal sealed record GradientPenaltyDeclaration(double Weight, int Every, double Target, bool OneSided, PenaltyPoint At, GradientNorm Norm)
    : PenaltyDeclaration(Weight, Every)
{
    public override string AttributeName => "GradientPenalty";
}

internal sealed record DraganPenaltyDeclaration(double Weight, int Every, double Target, DraganNoise Noise, double Scale)
    : PenaltyDeclaration(Weight, Every)
{
    public override string AttributeName => "Dragan";
}

internal sealed record DriftPenaltyDeclaration(double Weight) : PenaltyDeclaration(Weight, Every: 1)
{
    public override string AttributeName => "Drift";
}

internal sealed record LeCamPenaltyDeclaration(double Weight, double Decay, int Start) : PenaltyDeclaration(Weight, Every: 1)
{
    public override string AttributeName => "LeCam";
}

internal sealed record PathLengthPenaltyDeclaration(double Weight, int Every, double Decay) : PenaltyDeclaration(Weight, Every)
{
    public override bool IsOfGenerator => true;

    public override string AttributeName => "PathLength";
}
