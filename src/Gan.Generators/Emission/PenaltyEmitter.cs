using Gan.Generators.Declarations;

namespace Gan.Generators.Emission;

/// <summary>The penalty methods, and the runtime penalties they call.</summary>
internal static class PenaltyEmitter
{
    public static void EmitMembers(SourceWriter writer, ObjectiveDeclaration declaration)
    {
        var declarationClass = InfoEmitter.DeclarationClass(declaration.Type);
        writer.Write($"""
            /// <summary>The declared penalties, in the order of their attributes.</summary>
            public {TypeNames.ReadOnlyList}<{TypeNames.Runtime}.DiscriminatorPenalty> Penalties => {(IsShared(declaration) ? $"{declarationClass}.Penalties" : List(declaration, declarationClass))};
            """).Blank();
        foreach (var (penalty, text) in PenaltyText.All(declaration))
            EmitMethod(writer, text, Instance(penalty, text, declaration, declarationClass));
    }

    public static void EmitInstances(SourceWriter writer, ObjectiveDeclaration declaration)
    {
        foreach (var (penalty, text) in PenaltyText.All(declaration))
        {
            var header = penalty.WeightFrom is null ? $"readonly {TypeNames.Runtime}.{RuntimeType(penalty)} {text.Name} =" : $"{TypeNames.Runtime}.{RuntimeType(penalty)} {text.Name}(double weight) =>";
            writer.Write($"public static {header} new() {{ {string.Join(", ", Options(penalty))} }};").Blank();
        }

        if (IsShared(declaration))
            writer.Write($"public static readonly {TypeNames.ReadOnlyList}<{TypeNames.Runtime}.DiscriminatorPenalty> Penalties = {List(declaration, "")};").Blank();
    }

    /// <summary>Whether all instances have the same penalties. One with a weight of its own is made where it is used: it holds nothing but its options.</summary>
    private static bool IsShared(ObjectiveDeclaration declaration) => declaration.Penalties.All(static penalty => penalty.WeightFrom is null);

    private static string List(ObjectiveDeclaration declaration, string declarationClass)
        => $"[{string.Join(", ", PenaltyText.All(declaration).Select(p => Instance(p.Penalty, p.Text, declaration, declarationClass)))}]";

    private static string Instance(PenaltyDeclaration penalty, PenaltyText text, ObjectiveDeclaration declaration, string declarationClass)
    {
        var name = declarationClass.Length == 0 ? text.Name : $"{declarationClass}.{text.Name}";
        return penalty.WeightFrom is { } property
            ? $"{name}({HyperparameterEmitter.Checked(declaration.Hyperparameters.First(h => h.Property == property))})"
            : name;
    }

    /// <summary>A real-only penalty never looks at the fakes, so its one sample stands in for both.</summary>
    private static void EmitMethod(SourceWriter writer, PenaltyText penalty, string instance)
    {
        writer.Write($"""
            /// <summary><c>{CSharp.Xml(penalty.Text)}</c>; the value returned is of one evaluation, without the factor of lazy steps.</summary>
            /// <param name="discriminator">D, from samples to logits.</param>
            {string.Join("\n", penalty.Points.Select(static point => $"/// <param name=\"{point}\">{(point == "real" ? "Real" : "Generated")} samples, the batch first.</param>"))}
            /// <returns>A scalar that carries the graph to D's parameters.</returns>
            /// <exception cref="{TypeNames.Argument}">An argument is null, disposed, empty or not floating point, or a shape does not fit.</exception>
            public {TypeNames.Tensor} {penalty.Method}({TypeNames.Discriminator} discriminator, {string.Join(", ", penalty.Points.Select(static point => $"{TypeNames.Tensor} {point}"))})
                => {instance}.Evaluate(discriminator, {penalty.Points[0]}, {penalty.Points[penalty.Points.Count - 1]});
            """).Blank();
    }

    private static string RuntimeType(PenaltyDeclaration penalty) => penalty switch
    {
        ZeroCentredPenaltyDeclaration { AtReal: true } => "R1Penalty",
        ZeroCentredPenaltyDeclaration => "R2Penalty",
        GradientPenaltyDeclaration => "GradientPenalty",
        DraganPenaltyDeclaration => "DraganPenalty",
        _ => throw new InvalidOperationException($"No runtime type for {penalty.GetType().Name}."),
    };

    private static IEnumerable<string> Options(PenaltyDeclaration penalty)
    {
        yield return $"Weight = {(penalty.WeightFrom is null ? CSharp.Literal(penalty.Weight) : "weight")}";
        yield return $"Every = {penalty.Every}";
        switch (penalty)
        {
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
