using Gan.Generators.Declarations;

namespace Gan.Generators.Emission;

/// <summary>The penalty methods, and the runtime penalties they call.</summary>
internal static class PenaltyEmitter
{
    public const string GeneratorPenalties = $"{TypeNames.ReadOnlyList}<{TypeNames.Runtime}.GeneratorPenalty> GeneratorPenalties";

    public static void EmitMembers(SourceWriter writer, ObjectiveDeclaration declaration)
    {
        var declarationClass = InfoEmitter.DeclarationClass(declaration.Type);
        writer.Write($"""
            /// <summary>The declared penalties of the discriminator, in the order of their attributes.</summary>
            public {TypeNames.ReadOnlyList}<{TypeNames.Runtime}.DiscriminatorPenalty> Penalties => {(IsShared(declaration) ? $"{declarationClass}.Penalties" : List(declaration, declarationClass))};
            """).Blank();
        if (declaration.Penalties.Any(static penalty => penalty.IsOfGenerator))
        {
            writer.Write($"""
                /// <summary>The declared penalties of the generator, in the order of their attributes.</summary>
                public {GeneratorPenalties} => {List(declaration, declarationClass, generator: true)};
                """).Blank();
        }

        foreach (var (penalty, text) in PenaltyText.All(declaration))
            EmitMethod(writer, text, Instance(penalty, text, declaration, declarationClass));
        PenaltyStateEmitter.EmitMembers(writer, declaration);
    }

    public static void EmitInstances(SourceWriter writer, ObjectiveDeclaration declaration)
    {
        foreach (var (penalty, text) in PenaltyText.All(declaration))
        {
            var parameters = string.Join(", ", Parameters(penalty));
            var header = parameters.Length == 0 ? $"readonly {TypeNames.Runtime}.{RuntimeType(penalty)} {text.Name} =" : $"{TypeNames.Runtime}.{RuntimeType(penalty)} {text.Name}({parameters}) =>";
            writer.Write($"public static {header} new() {{ {string.Join(", ", Options(penalty))} }};").Blank();
        }

        if (IsShared(declaration))
            writer.Write($"public static readonly {TypeNames.ReadOnlyList}<{TypeNames.Runtime}.DiscriminatorPenalty> Penalties = {List(declaration, "")};").Blank();
    }

    /// <summary>Whether all instances have the same penalties. One with a weight or a state of its own is made where it is used: it holds nothing else but its options.</summary>
    private static bool IsShared(ObjectiveDeclaration declaration) => declaration.Penalties.All(static penalty => penalty.IsOfGenerator || !Parameters(penalty).Any());

    private static string List(ObjectiveDeclaration declaration, string declarationClass, bool generator = false)
        => $"[{string.Join(", ", PenaltyText.Of(declaration, generator).Select(p => Instance(p.Penalty, p.Text, declaration, declarationClass)))}]";

    private static string Instance(PenaltyDeclaration penalty, PenaltyText text, ObjectiveDeclaration declaration, string declarationClass)
    {
        var name = declarationClass.Length == 0 ? text.Name : $"{declarationClass}.{text.Name}";
        return Parameters(penalty).Any() ? $"{name}({string.Join(", ", Arguments(penalty, declaration))})" : name;
    }

    private static IEnumerable<string> Parameters(PenaltyDeclaration penalty)
    {
        if (penalty.WeightFrom is not null)
            yield return "double weight";
        if (PenaltyStateEmitter.TypeOf(penalty) is { } state)
            yield return $"{TypeNames.Runtime}.{state} state";
    }

    private static IEnumerable<string> Arguments(PenaltyDeclaration penalty, ObjectiveDeclaration declaration)
    {
        if (penalty.WeightFrom is { } property)
            yield return HyperparameterEmitter.Checked(declaration.Hyperparameters.First(h => h.Property == property));
        if (PenaltyStateEmitter.TypeOf(penalty) is not null)
            yield return PenaltyStateEmitter.ViewOf(penalty);
    }

    private static void EmitMethod(SourceWriter writer, PenaltyText penalty, string instance)
    {
        writer.Write($"/// <summary><c>{CSharp.Xml(penalty.Text)}</c>; the value returned is of one evaluation, without the factor of lazy steps.</summary>");
        if (!penalty.IsOfGenerator)
            writer.Write("/// <param name=\"discriminator\">D, from samples to logits.</param>");
        writer.Write($"""
            {string.Join("\n", penalty.Points.Select(static point => $"/// <param name=\"{point}\">{Meaning(point)}</param>"))}
            /// <returns>A scalar that carries the graph to {(penalty.IsOfGenerator ? "G" : "D")}'s parameters.</returns>
            /// <exception cref="{TypeNames.Argument}">An argument is null, disposed, empty or not floating point, or a shape does not fit.</exception>
            public {TypeNames.Tensor} {penalty.Method}({penalty.Parameters})
                => {instance}.Evaluate({EvaluateArguments(penalty)});
            """).Blank();
    }

    private static string Meaning(string point) => point switch
    {
        "real" => "Real samples, the batch first.",
        "fake" => "Generated samples, the batch first.",
        _ => "What the generated samples were made of, requiring a gradient: [N, size] or [N, layers, size].",
    };

    /// <summary>A real-only penalty never looks at the fakes, so its one sample stands in for both.</summary>
    private static string EvaluateArguments(PenaltyText penalty)
        => penalty.IsOfGenerator ? string.Join(", ", penalty.Points) : $"discriminator, {penalty.Points[0]}, {penalty.Points[penalty.Points.Count - 1]}";

    private static string RuntimeType(PenaltyDeclaration penalty) => penalty switch
    {
        ZeroCentredPenaltyDeclaration { AtReal: true } => "R1Penalty",
        ZeroCentredPenaltyDeclaration => "R2Penalty",
        GradientPenaltyDeclaration => "GradientPenalty",
        DraganPenaltyDeclaration => "DraganPenalty",
        DriftPenaltyDeclaration => "DriftPenalty",
        LeCamPenaltyDeclaration => "LeCamPenalty",
        PathLengthPenaltyDeclaration => "PathLengthPenalty",
        _ => throw new InvalidOperationException($"No runtime type for {penalty.GetType().Name}."),
    };

    private static IEnumerable<string> Options(PenaltyDeclaration penalty)
    {
        yield return $"Weight = {(penalty.WeightFrom is null ? CSharp.Literal(penalty.Weight) : "weight")}";
        yield return $"Every = {penalty.Every}";
        if (PenaltyStateEmitter.TypeOf(penalty) is not null)
            yield return "State = state";
        switch (penalty)
        {
            case ZeroCentredPenaltyDeclaration { Sigma: { } sigma }:
                yield return $"FiniteDifference = {CSharp.Literal(sigma)}";
                break;
            case LeCamPenaltyDeclaration p:
                yield return $"Decay = {CSharp.Literal(p.Decay)}";
                yield return $"Start = {p.Start}";
                break;
            case PathLengthPenaltyDeclaration p:
                yield return $"Decay = {CSharp.Literal(p.Decay)}";
                break;
            case GradientPenaltyDeclaration p:
                yield return $"Target = {CSharp.Literal(p.Target)}";
                yield return $"OneSided = {CSharp.Literal(p.OneSided)}";
                yield return $"At = global::Gan.Dsl.PenaltyPoint.{p.At}";
                yield return $"Norm = global::Gan.Dsl.GradientNorm.{p.Norm}";
                break;
            case DraganPenaltyDeclaration p:
                yield return $"Target = {CSharp.Literal(p.Target)}";
                yield return $"Noise = global::Gan.Dsl.DraganNoise.{p.Noise}";
                yield return $"Scale = {CSharp.Literal(p.Scale)}";
                break;
        }
    }
}
