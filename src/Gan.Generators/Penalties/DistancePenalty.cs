using Gan.Dsl;
using Gan.Generators.Basics;
using Gan.Generators.Formulas.Writing;
using Microsoft.CodeAnalysis.CSharp;

namespace Gan.Generators.Penalties;

/// <summary>A distance between two tensors that the step is given: a reconstruction, a cycle, an identity, features.</summary>
/// <param name="Pair">The name of the two tensors.</param>
internal sealed record DistancePenalty(double Weight, int Every, string Pair, bool Squared) : Penalty(Weight, Every)
{
    public override string AttributeName => "Distance";

    public override string Name => SyntaxFacts.IsValidIdentifier(Pair) ? Pair : AttributeName;

    public override bool IsOfGenerator => true;

    public override EquatableArray<string> Points => new([BatchPoint]);

    public override EquatableArray<string> Arguments => new([$"\"{Name}\""]);

    public override IEnumerable<PenaltyOption> Options => [new(nameof(Squared), Squared)];

    protected override bool HasUnknownEffect => true;

    protected override IEnumerable<PenaltyMistake> OwnMistakes => SyntaxFacts.IsValidIdentifier(Pair) ? [] : [new(PenaltyMistakeKind.Name, PenaltyMistake.TypeArgument, Pair)];

    public override string Text => $"{FactorOfAll} {(Squared ? "E(a − b)²" : "E|a − b|")}, (a, b) = {Name}{Steps}";

    public override string Latex => $@"{FactorLatex}\,\mathbb{{E}}{(Squared ? @"\left(a - b\right)^2" : @"\lvert a - b\rvert")}_{{{LatexNames.Symbol(Name)}}}";

    protected override IEnumerable<string> OwnPapers => [];

    /// <summary>No network is between the tensors and the term.</summary>
    public override ClosedForm? ClosedForm => null;

    public override IEnumerable<(string Name, string Check)> Facts => [];

    public static Penalty Read(AttributeArguments arguments)
    {
        var defaults = new DistanceAttribute("");
        return new DistancePenalty(
            arguments.Number(nameof(Weight), defaults.Weight),
            arguments.Integer(nameof(Every), defaults.Every),
            arguments.FirstText ?? "",
            arguments.Flag(nameof(Squared), defaults.Squared));
    }
}
