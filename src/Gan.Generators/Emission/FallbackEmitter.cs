using Gan.Generators.Declarations;

namespace Gan.Generators.Emission;

/// <summary>
/// The members of an objective whose declaration is in error: with them the code that uses it compiles, so that the analyzer's message stands alone.
/// </summary>
internal static class FallbackEmitter
{
    private const string Comment = "/// <summary>Not available, because the declaration of this objective has an error.</summary>";
    private const string Throw = "throw new global::System.InvalidOperationException(\"The declaration of this objective has an error.\")";

    private const string BothLogits = $"{TypeNames.Tensor} realLogits, {TypeNames.Tensor} fakeLogits";

    /// <summary>The part; null where none can be written, as for a static type, or none is needed, as under a base with all its members.</summary>
    public static string? Emit(ObjectiveDeclaration declaration)
    {
        if (!declaration.Shape.CanHaveAnotherPart || declaration.Shape.BaseObjective is not null)
            return null;

        var free = Members(declaration).Where(member => !declaration.Shape.MemberNames.Concat(declaration.Shape.InheritedNames).Concat(declaration.Type.Self.OwnNames).Contains(member.Name)).Select(static member => member.Text).ToArray();
        var isWhole = free.Length == Members(declaration).Count();
        var writer = GeneratedFile.Begin(declaration.Type.Namespace);
        GeneratedFile.WritePart(writer, declaration.Type, "", isWhole ? $" : {TypeNames.Runtime}.IGanObjective" : "", () =>
        {
            writer.Write("// The declaration has an error, which the compiler reports: nothing here can run.");
            foreach (var member in free)
                writer.Write($"{Comment}\npublic {member}");
            foreach (var hyperparameter in declaration.Hyperparameters)
            {
                if (hyperparameter.Shape.ToImplement is { } part)
                    writer.Write(HyperparameterEmitter.Fallback(hyperparameter.Property, part, Throw));
            }
        });
        return writer.ToString();
    }

    private static IEnumerable<(string Name, string Text)> Members(ObjectiveDeclaration declaration)
        => Getters(declaration).Select(static member => (NameOf(member), $"{member} => {Throw};"))
            .Append(("LossWeight", $"double LossWeight {{ get => {Throw}; init => {Throw}; }}"))
            .Append(("LossPath", $"{TypeNames.LossPath} LossPath {{ get => {Throw}; init => {Throw}; }}"))
            .Concat(InstanceNoiseEmitter.NamesOf(declaration).Take(1).Select(static name => (name, $"double {name} {{ get => {Throw}; set => {Throw}; }}")));

    /// <summary>The last word before the parameters.</summary>
    private static string NameOf(string member) => member.Substring(0, (member + "(").IndexOf('(')).Split(' ').Last();

    private static IEnumerable<string> Getters(ObjectiveDeclaration declaration) => [
        $"{TypeNames.Runtime}.ObjectiveInfo Info",
        $"{TypeNames.ReadOnlyList}<{TypeNames.Runtime}.DiscriminatorPenalty> Penalties",
        .. Loss("DiscriminatorLoss", BothLogits, ofTwo: true),
        .. Loss("DiscriminatorRealLoss", $"{TypeNames.Tensor} realLogits"),
        .. Loss("DiscriminatorFakeLoss", $"{TypeNames.Tensor} fakeLogits"),
        .. Loss("GeneratorLoss", $"{TypeNames.Tensor} fakeLogits"),
        .. Loss("GeneratorLoss", BothLogits, ofTwo: true),
        $"void DiscriminatorGradients({BothLogits}, {TypeNames.Gradients} gradients)",
        $"void GeneratorGradients({TypeNames.Tensor} fakeLogits, {TypeNames.Gradients} gradients)",
        $"void GeneratorGradients({BothLogits}, {TypeNames.Gradients} gradients)",
        $"{TypeNames.Runtime}.DiscriminatorTerms DiscriminatorTerms({TypeNames.Discriminator} discriminator, {TypeNames.Tensor} real, {TypeNames.Tensor} fake, long step = 0)",
        $"{TypeNames.Runtime}.GeneratorTerms GeneratorTerms({TypeNames.Discriminator} discriminator, {TypeNames.Tensor} fake)",
        $"{TypeNames.Runtime}.GeneratorTerms GeneratorTerms({TypeNames.Discriminator} discriminator, {TypeNames.Tensor} real, {TypeNames.Tensor} fake)",
        $"void ClipWeights({TypeNames.Module} discriminator)",
        .. declaration.Hyperparameters.Take(1).Select(static _ => $"{TypeNames.ReadOnlyList}<{TypeNames.Runtime}.HyperparameterValue> {HyperparameterEmitter.Values}"),
        .. declaration.Penalties.Where(static penalty => penalty.IsOfGenerator).Take(1).Select(static _ => PenaltyEmitter.GeneratorPenalties),
        .. VariableEmitter.HasVariables(declaration) ? VariableEmitter.Signatures : [],
        .. PenaltyStateEmitter.HasState(declaration) ? PenaltyStateEmitter.Signatures : [],
        .. NamedPenalty.All(declaration).Select(static penalty => $"{TypeNames.Tensor} {penalty.Method}({penalty.Parameters})"),
    ];

    /// <summary>A loss as a mean, by a reduction, and of real and fake logits by one each.</summary>
    private static IEnumerable<string> Loss(string name, string logits, bool ofTwo = false)
    {
        yield return $"{TypeNames.Tensor} {name}({logits})";
        yield return $"{TypeNames.Tensor} {name}({logits}, {TypeNames.Reduction} reduction)";
        if (ofTwo)
            yield return $"{TypeNames.Tensor} {name}({logits}, {TypeNames.Reduction} realReduction, {TypeNames.Reduction} fakeReduction)";
    }
}
