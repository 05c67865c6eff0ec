using Gan.Generators.Basics;
using Gan.Generators.Formulas.Tree;
using Gan.Generators.Formulas.Writing;

namespace Gan.Generators.Penalties;

/// <summary>
/// One declared penalty, and all that is said of it anywhere: its options and what is wrong with them, its formula and the papers behind it,
/// what it does to D, and the closed forms of its tests. Rules, analysis and emission ask it, and never which penalty it is.
/// A new one is a record of its own beside these, and a line in <see cref="PenaltyTable"/>.
/// </summary>
/// <param name="Weight">The factor of the expectation.</param>
/// <param name="Every">Evaluated at each n-th step.</param>
internal abstract record Penalty(double Weight, int Every)
{
    private const string Runtime = "global::Gan.Runtime.";
    private const string LazySteps = "Karras et al. 2020, arXiv 1912.04958";

    /// <summary>The hyperparameter whose value is the weight, by its property's name; <see cref="Weight"/> is its default then. Null where the weight is a number.</summary>
    public string? WeightFrom { get; init; }

    /// <summary>Beside <see cref="WeightFrom"/>, the argument that gives the weight as a number; null where there is none.</summary>
    public string? NumberBesides { get; init; }

    /// <summary>The penalty as users write it.</summary>
    public abstract string AttributeName { get; }

    /// <summary>What a member of generated code that holds it is called.</summary>
    public virtual string Name => AttributeName;

    /// <summary>The class of the runtime that evaluates it.</summary>
    public string RuntimeType => WithSuffix(AttributeName);

    /// <summary>The same class as generated code names it.</summary>
    public virtual string FullRuntimeType => Runtime + RuntimeType;

    /// <summary>The arguments of its constructor, as C#.</summary>
    public virtual EquatableArray<string> Arguments => default;

    /// <summary>Whether the declaration gives the weight, or the class that evaluates it.</summary>
    public virtual bool WritesWeight => true;

    /// <summary>The same of the steps.</summary>
    public virtual bool WritesEvery => true;

    /// <summary>Whether a user wrote the class, so that what it computes is not known.</summary>
    public virtual bool IsOfUser => false;

    /// <summary>Whether it changes what is said of D's optimum and of training near an equilibrium in a way that is not known.</summary>
    protected virtual bool HasUnknownEffect => IsOfUser;

    /// <summary>Whether it may keep D's loss from falling without end.</summary>
    protected virtual bool MayBoundLoss => IsOfUser;

    /// <summary>Whether it has such an effect, now or where an instance has another weight.</summary>
    public bool IsUnknown => HasUnknownEffect && MayAct;

    /// <inheritdoc cref="MayBoundLoss"/>
    public bool MayBound => MayBoundLoss && !IsOfGenerator && MayAct;

    private bool MayAct => Weight > 0 || WeightFrom is not null;

    /// <summary>What is said of a user's class: whether it limits D's slope.</summary>
    public virtual bool LimitsSlope => false;

    /// <summary>The method of an objective that evaluates it.</summary>
    public string Method => WithSuffix(Name);

    /// <summary>Whether it is added to the generator's loss, not to the discriminator's.</summary>
    public virtual bool IsOfGenerator => false;

    /// <summary>The point that stands for the generated samples with what the caller gives beside them.</summary>
    public const string BatchPoint = "generated";

    /// <summary>What it is evaluated at, in the order of its method's parameters: real or generated samples, latents, or all that a generated batch has.</summary>
    public abstract EquatableArray<string> Points { get; }

    /// <summary>The class of the runtime for what it carries from step to step; null where it carries nothing. Such a penalty can be declared once.</summary>
    public virtual string? StateType => null;

    /// <summary>The same class as generated code names it.</summary>
    public virtual string? FullStateType => StateType is { } state ? Runtime + state : null;

    /// <summary>The options beside weight and steps, in the order in which they are written.</summary>
    public virtual IEnumerable<PenaltyOption> Options => [];

    /// <summary>All that is wrong with its options.</summary>
    public IEnumerable<PenaltyMistake> Mistakes => new[] { WeightFrom is null ? WeightMistake : null, EveryMistake }.Concat(Options.Select(static option => option.Mistake)).OfType<PenaltyMistake>().Concat(OwnMistakes);

    /// <summary>What is wrong beside single options.</summary>
    protected virtual IEnumerable<PenaltyMistake> OwnMistakes => [];

    /// <summary>The formulas among its options.</summary>
    public virtual IEnumerable<PenaltyFormula> Formulas => [];

    /// <summary>The same penalty, whose formulas are read.</summary>
    public virtual Penalty WithFormulas(Func<PenaltyFormula, PenaltyFormula> read) => this;

    /// <summary>The term it adds, as text.</summary>
    public abstract string Text { get; }

    /// <summary>The same in LaTeX.</summary>
    public abstract string Latex { get; }

    /// <summary>The papers behind it and its options.</summary>
    public IEnumerable<string> Papers => Every > 1 ? OwnPapers.Append(LazySteps) : OwnPapers;

    /// <summary>The same without that of lazy steps.</summary>
    protected abstract IEnumerable<string> OwnPapers { get; }

    /// <summary>What it does to the norm of D's gradient: what a critic measures and whether training converges locally follow from it. Null where it is not about that.</summary>
    public virtual GradientPull? Pull => null;

    /// <summary>What a penalty on the logits themselves adds to the loss of a real logit, without its weight; null where it adds nothing.</summary>
    protected virtual Expr? RealLogit => null;

    /// <summary>The same for the loss of a fake logit.</summary>
    protected virtual Expr? FakeLogit => null;

    /// <summary>What it adds to the loss of a real logit; null where it adds nothing, as with a weight of 0.</summary>
    public Expr? RealTerm => Weight > 0 && RealLogit is { } term ? Weight * term : null;

    /// <inheritdoc cref="RealTerm"/>
    public Expr? FakeTerm => Weight > 0 && FakeLogit is { } term ? Weight * term : null;

    /// <summary>Whether it takes more than samples and latents.</summary>
    public bool TakesBatch => Points.Contains(BatchPoint);

    /// <summary>Its values where these are known; null where they are not.</summary>
    public abstract ClosedForm? ClosedForm { get; }

    /// <summary>The class of the runtime that tests it.</summary>
    public virtual string Checks => "PenaltyChecks";

    /// <summary>What else is tested: the end of the test's name, and the method of <see cref="Checks"/> that does it.</summary>
    public virtual IEnumerable<(string Name, string Check)> Facts =>
        [("HasASecondOrderGradient", "SecondOrderGradient"), ("IsFiniteAtZeroGradient", "ZeroGradientIsFinite"), ("LeaksNothing", "NothingLeaks")];

    /// <summary>What is said of a penalty while compiling is said of its default weight.</summary>
    /// <param name="defaultOf">The default of a hyperparameter, by its property's name; null where it is not known.</param>
    public Penalty AtDefaultsOf(Func<string, double?> defaultOf) => WeightFrom is { } property && defaultOf(property) is { } weight ? this with { Weight = weight } : this;

    protected virtual PenaltyMistake? WeightMistake => PenaltyMistake.OfWeight(AttributeName, nameof(Weight), Weight);

    private PenaltyMistake? EveryMistake => Every < 1 ? new(PenaltyMistakeKind.Every, nameof(Every), AttributeName, Numbers.Text(Every)) : null;

    protected string FactorOfAll => WeightFrom is { } property ? Identifier.FirstLowered(property) : Numbers.Text(Weight);

    protected string FactorLatex => WeightFrom is { } property ? LatexPrinter.Print(new Parameter(Identifier.FirstLowered(property))) : LatexNames.Number(Weight);

    /// <summary>To end a text with.</summary>
    protected string Steps => Every == 1 ? "" : $", every {Numbers.Text(Every)} steps and times {Numbers.Text(Every)}";

    private static string WithSuffix(string name) => name.EndsWith(nameof(Penalty), StringComparison.Ordinal) ? name : name + nameof(Penalty);
}
