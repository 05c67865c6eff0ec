using Gan.Dsl;
using Gan.Generators.Basics;
using Gan.Generators.Declarations.LossFunctions;
using Gan.Generators.Penalties;
using Microsoft.CodeAnalysis;

namespace Gan.Generators.Declarations;

/// <summary>Reads a declaration off a type symbol, from source or from a referenced assembly.</summary>
internal static class ObjectiveDeclarationReader
{
    public static readonly string AttributeName = typeof(GanObjectiveAttribute).FullName;

    public static readonly string DivergenceAttributeName = typeof(FDivergenceAttribute).FullName;

    private static readonly string s_namespace = typeof(GanObjectiveAttribute).Namespace;

    /// <summary>The declaration on <paramref name="type"/>; null where it is no objective.</summary>
    public static ObjectiveDeclaration? Read(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation)
    {
        if (type.TypeKind != TypeKind.Class)
            return null;

        // An editor asks this of every objective at each key stroke: one pass, and nothing allocated that the answer does not hold.
        AttributeData? objective = null, divergence = null, smoothing = null, limit = null, noise = null, top = null;
        var hasSpectralNorm = false;
        List<Penalty>? penalties = null;
        List<double>? clips = null;
        foreach (var attribute in type.GetAttributes())
        {
            if (IsAttribute<GanObjectiveAttribute>(attribute)) objective ??= attribute;
            else if (IsAttribute<FDivergenceAttribute>(attribute)) divergence ??= attribute;
            else if (IsAttribute<LabelSmoothingAttribute>(attribute)) smoothing ??= attribute;
            else if (IsAttribute<InstanceNoiseAttribute>(attribute)) noise ??= attribute;
            else if (IsAttribute<TopKAttribute>(attribute)) top ??= attribute;
            else if (IsAttribute<SpectralNormAttribute>(attribute)) hasSpectralNorm = true;
            else if (IsAttribute<CriticLimitedByAttribute>(attribute)) limit ??= attribute;
            else if (IsAttribute<WeightClipAttribute>(attribute)) (clips ??= []).Add(PenaltyReader.ClipLimit(attribute));
            else if (PenaltyReader.Read(attribute, compilation) is { } penalty) (penalties ??= []).Add(penalty);
        }

        if (objective is null && divergence is null)
            return null;

        var hyperparameters = HyperparameterReader.Read(type, compilation, cancellation);
        var formulas = FormulasOf(objective, divergence);
        var functions = LossFunctionReader.Read(type, compilation, cancellation);
        var constants = ConstantReader.Read(type, [.. formulas.Given.Select(static formula => formula.Text), .. hyperparameters.SelectMany(static h => new[] { h.Schedule, h.Update }).OfType<string>(), .. penalties?.SelectMany(static penalty => penalty.Formulas).Select(static formula => formula.Text) ?? []], compilation, cancellation);
        hyperparameters = ScheduleReader.AtFirstStep(hyperparameters, functions, constants);
        return new(
            TypeIdentity.Of(type),
            TypeShapeReader.Read(type, cancellation),
            formulas,
            ChoiceOf(objective, nameof(GanObjectiveAttribute.Coupling), Coupling.None),
            smoothing is null ? null : LabelSmoothingReader.Read(smoothing, hyperparameters),
            hyperparameters,
            functions,
            penalties is null ? default : PenaltyReader.AtDefaults(penalties, hyperparameters, functions, constants),
            clips is null ? default : clips.ToEquatableArray())
        {
            Use = UseWarnings.Of(type, static member => HyperparameterReader.IsMarked(member) || member.GetAttributes().Any(static a => IsAttribute<LossFunctionAttribute>(a))),
            Constants = constants,
            Sources = SourcesOf(objective).Concat(SourcesOf(divergence)).ToEquatableArray(),
            Logits = ChoiceOf(objective, nameof(GanObjectiveAttribute.Logits), LogitRange.Real),
            Sign = ChoiceOf(objective, nameof(GanObjectiveAttribute.Sign), LogitSign.Logit),
            InstanceNoise = noise is { ConstructorArguments: [{ Value: double deviation }] } ? deviation : null,
            TopK = top is null ? null : TopKReader.Read(top, hyperparameters),
            HasSpectralNorm = hasSpectralNorm,
            HasSummary = SummaryReader.HasSummary(type, cancellation),
            LimitedBy = limit is null ? null : limit.ConstructorArguments is [{ Value: string text }] ? text.Trim() : "",
        };
    }

    private static TEnum ChoiceOf<TEnum>(AttributeData? objective, string name, TEnum otherwise)
        where TEnum : struct, Enum
        => objective is null ? otherwise : new AttributeArguments(objective).Choice(name, otherwise);

    /// <summary>Several are set apart by semicolons; each becomes one line.</summary>
    private static IEnumerable<string> SourcesOf(AttributeData? objective)
        => objective is not null && new AttributeArguments(objective).Text(nameof(GanObjectiveAttribute.Source)) is { } sources
            ? sources.Split(';')
                .Select(static source => string.Join(" ", source.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)))
                .Where(static source => source.Length > 0)
            : [];

    public static bool IsAttribute<TAttribute>(AttributeData attribute)
        where TAttribute : Attribute
        => IsAttribute(attribute, Names<TAttribute>.Name);

    /// <summary>Whether it is one of ours, by the name of its class.</summary>
    public static bool IsAttribute(AttributeData attribute, string name)
        => attribute.AttributeClass is { } type && type.Name == name && type.ContainingNamespace.IsNamed(s_namespace);

    /// <summary>Whether the attribute makes its type an objective.</summary>
    public static bool IsObjective(AttributeData attribute)
        => IsAttribute<GanObjectiveAttribute>(attribute) || IsAttribute<FDivergenceAttribute>(attribute);

    private static class Names<TAttribute>
    {
        public static readonly string Name = typeof(TAttribute).Name;
    }

    private static DeclaredFormulas FormulasOf(AttributeData? objective, AttributeData? divergence)
    {
        var f = divergence is null ? null : divergence.ConstructorArguments is [{ Value: string text }] ? text : "";
        var nonSaturating = divergence is not null && new AttributeArguments(divergence).Flag(nameof(FDivergenceAttribute.NonSaturating), otherwise: false);
        if (objective is null)
            return new(null, null, null, null, null, f, nonSaturating);

        var arguments = new AttributeArguments(objective);
        return new(
            arguments.Text(nameof(GanObjectiveAttribute.FD)),
            arguments.Text(nameof(GanObjectiveAttribute.FG)),
            arguments.Text(nameof(GanObjectiveAttribute.Real)),
            arguments.Text(nameof(GanObjectiveAttribute.Fake)),
            arguments.Text(nameof(GanObjectiveAttribute.Generator)),
            f,
            nonSaturating,
            HasBothAttributes: divergence is not null);
    }
}
