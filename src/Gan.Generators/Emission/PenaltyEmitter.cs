using Gan.Generators.Basics;
using Gan.Generators.Declarations;
using Gan.Generators.Penalties;

namespace Gan.Generators.Emission;

/// <summary>The penalty methods, and the runtime penalties they call.</summary>
internal static class PenaltyEmitter
{
    public const string GeneratorPenalties = $"{TypeNames.ReadOnlyList}<{TypeNames.Runtime}.GeneratorPenalty> GeneratorPenalties";

    public static void EmitMembers(SourceWriter writer, ObjectiveDeclaration declaration)
    {
        var declarationClass = InfoEmitter.DeclarationClass(declaration.Type);
        writer.Write($"""
            /// <summary>Gets the declared penalties of the discriminator, in the order of their attributes.</summary>
            public {TypeNames.ReadOnlyList}<{TypeNames.Runtime}.DiscriminatorPenalty> Penalties => {(IsShared(declaration) ? $"{declarationClass}.Penalties" : List(declaration, declarationClass))};
            """).Blank();
        if (declaration.Penalties.Any(static penalty => penalty.IsOfGenerator))
        {
            writer.Write($"""
                /// <summary>Gets the declared penalties of the generator, in the order of their attributes.</summary>
                public {GeneratorPenalties} => {List(declaration, declarationClass, generator: true)};
                """).Blank();
        }

        foreach (var penalty in NamedPenalty.All(declaration))
            EmitMethod(writer, penalty, Instance(penalty, declaration, declarationClass));
        PenaltyStateEmitter.EmitMembers(writer, declaration);
    }

    public static void EmitInstances(SourceWriter writer, ObjectiveDeclaration declaration)
    {
        foreach (var penalty in NamedPenalty.All(declaration))
        {
            PenaltyFormulaEmitter.EmitFunctions(writer, penalty);
            var parameters = string.Join(", ", Parameters(penalty.Penalty));
            var header = parameters.Length == 0 ? $"readonly {penalty.Penalty.FullRuntimeType} {penalty.Name} =" : $"{penalty.Penalty.FullRuntimeType} {penalty.Name}({parameters}) =>";
            var options = string.Join(", ", Options(penalty));
            writer.Write($"public static {header} new({string.Join(", ", penalty.Penalty.Arguments)}){(options.Length == 0 ? "" : $" {{ {options} }}")};");
        }

        if (IsShared(declaration))
            writer.Write($"public static readonly {TypeNames.ReadOnlyList}<{TypeNames.Runtime}.DiscriminatorPenalty> Penalties = {List(declaration, "")};");
    }

    /// <summary>Whether all instances have the same penalties. One with a weight or a state of its own is made where it is used: it holds nothing else but its options.</summary>
    private static bool IsShared(ObjectiveDeclaration declaration) => declaration.Penalties.All(static penalty => penalty.IsOfGenerator || !Parameters(penalty).Any());

    private static string List(ObjectiveDeclaration declaration, string declarationClass, bool generator = false)
        => $"[{string.Join(", ", NamedPenalty.Of(declaration, generator).Select(penalty => Instance(penalty, declaration, declarationClass)))}]";

    private static string Instance(NamedPenalty penalty, ObjectiveDeclaration declaration, string declarationClass)
    {
        var name = declarationClass.Length == 0 ? penalty.Name : $"{declarationClass}.{penalty.Name}";
        return Parameters(penalty.Penalty).Any() ? $"{name}({string.Join(", ", Arguments(penalty, declaration))})" : name;
    }

    private static IEnumerable<string> Parameters(Penalty penalty)
    {
        if (penalty.WeightFrom is not null)
            yield return "double weight";
        if (penalty.FullStateType is { } state)
            yield return $"{state} state";
        foreach (var hyperparameter in PenaltyFormulaEmitter.ParametersOf(penalty))
            yield return $"double {hyperparameter.Argument}";
    }

    private static IEnumerable<string> Arguments(NamedPenalty named, ObjectiveDeclaration declaration)
    {
        var penalty = named.Penalty;
        if (penalty.WeightFrom is { } property)
            yield return HyperparameterEmitter.Checked(declaration.Hyperparameters.First(h => h.Property == property));
        if (penalty.FullStateType is not null)
            yield return PenaltyStateEmitter.ViewOf(named);
        foreach (var hyperparameter in PenaltyFormulaEmitter.ParametersOf(penalty))
            yield return HyperparameterEmitter.Checked(declaration.Hyperparameters.First(h => h.FormulaName == hyperparameter.Name));
    }

    private static void EmitMethod(SourceWriter writer, NamedPenalty penalty, string instance)
    {
        writer.Write($"""
            /// <summary>Computes one evaluation of the penalty <c>{CSharp.Xml(penalty.Penalty.Text)}</c>, without the factor of lazy regularisation.</summary><inheritdoc cref="{TypeNames.Runtime}.{(penalty.Penalty.IsOfGenerator ? "GeneratorPenalty" : "DiscriminatorPenalty")}.{(penalty.Penalty.TakesBatch ? "EvaluateWith" : "Evaluate")}"/>
            public {TypeNames.Tensor} {penalty.Method}({penalty.Parameters})
                => {instance}.{(penalty.Penalty.TakesBatch ? "EvaluateWith" : "Evaluate")}({EvaluateArguments(penalty.Penalty)});
            """).Blank();
    }

    /// <summary>A real-only penalty never looks at the fakes, so its one sample stands in for both.</summary>
    private static string EvaluateArguments(Penalty penalty) => penalty switch
    {
        { IsOfGenerator: true } => string.Join(", ", penalty.Points),
        { TakesBatch: true } => $"discriminator, null, {Penalty.BatchPoint}",
        { Points.Count: 0 } => "discriminator, null, null",
        _ => $"discriminator, {penalty.Points[0]}, {penalty.Points[penalty.Points.Count - 1]}",
    };

    private static IEnumerable<string> Options(NamedPenalty named) => Options(named.Penalty).Concat(PenaltyFormulaEmitter.Options(named));

    private static IEnumerable<string> Options(Penalty penalty) => [
        .. penalty.WritesWeight ? [$"Weight = {(penalty.WeightFrom is null ? CSharp.Literal(penalty.Weight) : "weight")}"] : Array.Empty<string>(),
        .. penalty.WritesEvery ? [$"Every = {Numbers.Text(penalty.Every)}"] : Array.Empty<string>(),
        .. penalty.FullStateType is null ? Array.Empty<string>() : ["State = state"],
        .. penalty.Options.Select(static option => $"{option.Name} = {CSharp.Literal(option.Value)}")];
}
