using Gan.Dsl;
using Gan.Generators.Basics;
using Gan.Generators.Declarations.LossFunctions;
using Gan.Generators.Formulas.Reading;
using Gan.Generators.Formulas.Tree;
using Gan.Generators.Penalties;

namespace Gan.Generators.Declarations;

/// <summary>Everything a user declared about one objective, as plain values: no symbol, no syntax, no location, so that it compares by value.</summary>
internal sealed record ObjectiveDeclaration(
    TypeIdentity Type,
    TypeShape Shape,
    DeclaredFormulas Formulas,
    Coupling Coupling,
    LabelSmoothingDeclaration? Smoothing,
    EquatableArray<HyperparameterDeclaration> Hyperparameters,
    EquatableArray<LossFunctionDeclaration> LossFunctions,
    EquatableArray<Penalty> Penalties,
    EquatableArray<double> WeightClips)
{
    /// <summary>The constants that the formulas name.</summary>
    public EquatableArray<NamedConstant> Constants { get; init; }

    /// <summary>The formulas of the penalties, each with its penalty's position.</summary>
    public IEnumerable<(int Index, FormulaText Formula)> PenaltyFormulas
        => Penalties.SelectMany(static (penalty, index) => penalty.Formulas.Select(formula => (index, new FormulaText(formula.Argument, formula.Text, formula.Variable))));

    /// <summary>The formulas of schedules, each with its hyperparameter.</summary>
    public IEnumerable<(HyperparameterDeclaration Hyperparameter, FormulaText Formula)> Schedules
        => Hyperparameters.Where(static h => h.Schedule is not null).Select(static h => (h, ScheduleReader.FormulaOf(h)));

    /// <summary>The updates of states, each with its state.</summary>
    public IEnumerable<(HyperparameterDeclaration State, FormulaText Formula)> Updates
        => Hyperparameters.Where(static h => h.Update is not null).Select(static h => (h, StateReader.FormulaOf(h)));

    /// <summary>Every formula: those of the losses, of the penalties, of schedules and of states.</summary>
    public IEnumerable<FormulaText> AllFormulas
        => Formulas.Given.Concat(PenaltyFormulas.Select(static entry => entry.Formula)).Concat(Schedules.Select(static entry => entry.Formula)).Concat(Updates.Select(static entry => entry.Formula));

    /// <summary>The papers the declaration names.</summary>
    public EquatableArray<string> Sources { get; init; }

    /// <summary>Whether the user says in the type's documentation what it is.</summary>
    public bool HasSummary { get; init; }

    /// <summary>What attributes say against the use of the type and of its members in formulas.</summary>
    public UseWarnings Use { get; init; } = UseWarnings.None;

    /// <summary>Whether other types may name it.</summary>
    public bool CanBeUsed => !Use.Forbidden.Contains(Type.Self.Name.TrimStart('@'));

    /// <summary>What values D's output can take.</summary>
    public LogitRange Logits { get; init; }

    /// <summary>Whether D's output is a logit or an energy.</summary>
    public LogitSign Sign { get; init; }

    /// <summary>Whether D's layers are said to be spectrally normalised.</summary>
    public bool HasSpectralNorm { get; init; }

    /// <summary>The deviation of the noise on samples; null where none is declared.</summary>
    public double? InstanceNoise { get; init; }

    /// <summary>The share of the generated samples that G learns from; null where it learns from all.</summary>
    public TopKDeclaration? TopK { get; init; }

    /// <summary>What else limits D outside of the objective, in the user's words; null where nothing is said to.</summary>
    public string? LimitedBy { get; init; }

    /// <summary>What limits D outside of the objective.</summary>
    public IEnumerable<string> CriticLimits
    {
        get
        {
            if (HasSpectralNorm) yield return "spectral normalisation";
            if (LimitedBy is not null) yield return LimitedBy;
        }
    }

    /// <summary>The same objective, whose hyperparameters start from other values.</summary>
    /// <param name="values">By property; a hyperparameter that is missing keeps its default.</param>
    public ObjectiveDeclaration StartingFrom(IReadOnlyDictionary<string, double> values)
    {
        var hyperparameters = ScheduleReader.AtFirstStep(Hyperparameters.Select(h => values.TryGetValue(h.Property, out var value) ? h with { Default = value } : h).ToEquatableArray(), LossFunctions, Constants);
        return this with { Hyperparameters = hyperparameters, Penalties = PenaltyReader.AtDefaults(Penalties, hyperparameters, LossFunctions, Constants) };
    }
}

/// <summary>What of the type decides whether another part can be written and constructed.</summary>
/// <param name="NonPartialContainers">Names of the types around it that are not partial.</param>
/// <param name="FileLocalType">The type itself or one around it, if it is local to its file.</param>
/// <param name="BaseObjective">A class it derives from, if that is an objective itself.</param>
/// <param name="HasRequiredMembers">Whether <c>new()</c> would not set all that is required.</param>
/// <param name="MemberNames">What the user's own parts declare.</param>
/// <param name="InheritedNames">What it inherits of bases that are no objectives.</param>
/// <param name="SealedNames">What of that it cannot override.</param>
internal sealed record TypeShape(
    bool IsPartial,
    bool IsStatic,
    bool IsAbstract,
    bool HasParameterlessConstructor,
    EquatableArray<string> NonPartialContainers,
    string? FileLocalType,
    string? BaseObjective,
    EquatableArray<string> MemberNames,
    bool HasRequiredMembers = false,
    EquatableArray<string> InheritedNames = default,
    EquatableArray<string> SealedNames = default)
{
    public bool CanHaveAnotherPart => IsPartial && !IsStatic && NonPartialContainers.Count == 0 && FileLocalType is null;

    public bool CanBeConstructed => !IsStatic && !IsAbstract && HasParameterlessConstructor && !HasRequiredMembers;
}

/// <summary>The formulas as written; null where none was given.</summary>
/// <param name="F">That of <c>[FDivergence]</c>, in u.</param>
/// <param name="NonSaturating">Of <c>[FDivergence]</c>.</param>
/// <param name="HasBothAttributes">Both <c>[GanObjective]</c> and <c>[FDivergence]</c> were given.</param>
internal sealed record DeclaredFormulas(
    string? FD, string? FG, string? Real, string? Fake, string? Generator, string? F = null, bool NonSaturating = false, bool HasBothAttributes = false)
{
    public bool HasPair => FD is not null || FG is not null;

    public bool HasThree => Real is not null || Fake is not null || Generator is not null;

    /// <summary>What was given.</summary>
    public IEnumerable<FormulaText> Given
    {
        get
        {
            if (FD is not null) yield return new(nameof(FD), FD);
            if (FG is not null) yield return new(nameof(FG), FG);
            if (Real is not null) yield return new(nameof(Real), Real);
            if (Fake is not null) yield return new(nameof(Fake), Fake);
            if (Generator is not null) yield return new(nameof(Generator), Generator);
            if (F is not null) yield return new(nameof(F), F, "u");
        }
    }
}

/// <summary>One formula.</summary>
/// <param name="Argument">The attribute's argument that gives it.</param>
/// <param name="Variable">The name of its variable.</param>
internal sealed record FormulaText(string Argument, string Text, string Variable = FormulaParser.LogitName);

/// <param name="Target">τ; the default of its hyperparameter where that gives it.</param>
/// <param name="TargetFrom">The hyperparameter whose value is τ, by its property's name; null where τ is a number.</param>
internal sealed record LabelSmoothingDeclaration(double Target, string? TargetFrom);

/// <param name="Property">The property's name.</param>
/// <param name="Default">Its initialiser's value, its schedule's at step 0, or what a state starts from; null where it is no constant.</param>
internal sealed record HyperparameterDeclaration(string Property, double? Default, double Min, double Max, bool Exclusive, HyperparameterShape Shape)
{
    /// <summary>The name formulas use: the property's, first letter lowered.</summary>
    public string FormulaName => Identifier.FirstLowered(Property);

    /// <summary>Its value as a formula of the step; null where it has none.</summary>
    public string? Schedule { get; init; }

    /// <summary>Its next value as a formula of the batches, empty where its attribute has none; null where it is no state.</summary>
    public string? Update { get; init; }

    /// <summary>Whether it has one of its attributes too many.</summary>
    public bool HasOtherAttribute { get; init; }

    /// <summary>Whether training changes it, so that nobody else sets it.</summary>
    public bool IsVariable => Schedule is not null || Update is not null;

    /// <summary>Whether it is partial and has a getter only, so that generated code can compute it.</summary>
    public bool IsComputed { get; init; }

    /// <summary>Whether its attribute gives a default.</summary>
    public bool HasDefault { get; init; }
}

/// <summary>What of the property decides whether each instance can have a value of its own.</summary>
/// <param name="Type">The property's type, as written.</param>
/// <param name="HasGetAndInit">Or get and set.</param>
/// <param name="StrayDefault">The attribute gives a default, though the property is not partial or has an initialiser.</param>
/// <param name="ToImplement">The part to be written of a partial property; null where there is none to write.</param>
/// <param name="IsPartial">Whether it is the part of a partial property that says its form.</param>
/// <param name="HasTwin">Another member has its name, which is an error of C#'s.</param>
internal sealed record HyperparameterShape(string Type, bool IsStatic, bool HasGetAndInit, double? StrayDefault = null, PartialProperty? ToImplement = null, bool IsPartial = false, bool HasTwin = false)
{
    public bool IsDouble => Type == "double";
}

/// <summary>A partial property as its defining part spells it, for the other part to repeat.</summary>
/// <param name="Modifiers">With <c>partial</c>.</param>
/// <param name="Accessors">Each with its modifiers: <c>get</c>, <c>private init</c>.</param>
/// <param name="IsInitialised">Whether this part says what the property starts from, which the other part then must not.</param>
internal sealed record PartialProperty(string Modifiers, string Type, EquatableArray<string> Accessors, bool IsInitialised);
