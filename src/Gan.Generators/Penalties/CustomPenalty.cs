using Gan.Generators.Basics;
using Gan.Generators.Formulas.Writing;

namespace Gan.Generators.Penalties;

/// <summary>A penalty of a user's class, of which nothing is known but what its declaration says.</summary>
/// <param name="ClassName">The class without its suffix.</param>
/// <param name="FullName">The class as generated code names it.</param>
/// <param name="ConstructorArguments">As C#.</param>
/// <param name="FullState">The class of its state; null where it has none.</param>
internal sealed record CustomPenalty(
    string ClassName, string FullName, bool OfGenerator, EquatableArray<string> ConstructorArguments, string? FullState, double Weight, int Every, bool GivesWeight, bool GivesEvery, bool Limits) : Penalty(Weight, Every)
{
    /// <summary>What keeps the class from being used; null where nothing does.</summary>
    public (PenaltyMistakeKind Kind, string Class, string Reason)? Unusable { get; init; }

    public override string AttributeName => "Penalty";

    public override string Name => ClassName;

    public override string FullRuntimeType => FullName;

    public override string? FullStateType => FullState;

    public override bool IsOfGenerator => OfGenerator;

    public override bool IsOfUser => true;

    public override bool LimitsSlope => Limits && Weight > 0;

    public override EquatableArray<string> Points => OfGenerator ? new(["fake", "latents"]) : new(["real", "fake"]);

    public override EquatableArray<string> Arguments => ConstructorArguments;

    public override bool WritesWeight => GivesWeight || WeightFrom is not null;

    public override bool WritesEvery => GivesEvery;

    protected override IEnumerable<PenaltyMistake> OwnMistakes => Unusable is { } why ? [new(why.Kind, PenaltyMistake.TypeArgument, why.Class, why.Reason)] : [];

    public override string Text => $"{(WritesWeight ? FactorOfAll + " " : "")}{ClassName}{Steps}";

    public override string Latex => $@"{(WritesWeight ? FactorLatex + @"\," : "")}{LatexNames.Symbol(ClassName)}";

    protected override IEnumerable<string> OwnPapers => [];

    /// <summary>Whoever writes the class tests it.</summary>
    public override ClosedForm? ClosedForm => null;

    public override IEnumerable<(string Name, string Check)> Facts => [];
}
