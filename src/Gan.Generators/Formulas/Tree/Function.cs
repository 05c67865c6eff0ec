using Gan.Generators.Formulas.BigFloats;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Operations;

namespace Gan.Generators.Formulas.Tree;

/// <summary>
/// A function of the table, and everything the compiler knows of it: values, calculus, behaviour at its ends, code and notation. What goes over formulas
/// asks the function, and never which one it is. A new one is a class beside the others, and a line in the table.
/// </summary>
/// <remarks>Everywhere x are the arguments of a call, with defaults filled in.</remarks>
internal abstract class Function : IEquatable<Function>
{
    // Names.

    public abstract string Name { get; }

    /// <summary>Other names a formula may use.</summary>
    public virtual string[] Aliases => [];

    /// <summary>The method of System.Math and System.MathF that computes the same, where there is one.</summary>
    public virtual string? MathName => null;

    public virtual int Arity => 1;

    /// <summary>Values of the last arguments where a call leaves them out.</summary>
    public virtual double[] Defaults => [];

    public int RequiredArguments => Arity - Defaults.Length;

    public bool IsShorthand => this is Shorthand;

    /// <summary>The call; of shorthand what it stands for.</summary>
    public virtual Expr Of(params Expr[] x) => new Call(this, new(x));

    // Values: the three share no arithmetic, since they judge each other.

    /// <summary>The value in double precision. Takes a span: evaluating a formula thousands of times allocates no arrays.</summary>
    public abstract double Value(ReadOnlySpan<double> x);

    /// <summary>All values over intervals of arguments, rounded outwards.</summary>
    public abstract Interval Enclosure(ReadOnlySpan<Interval> x);

    /// <summary>The value by its textbook definition, in big floats; null where there is none. No argument is unknown.</summary>
    public abstract Ball? Exact(BallMath math, Ball[] x);

    // Calculus.

    /// <summary>The derivative of a call from its arguments and their derivatives. At kinks it is that of TorchSharp's autograd for <see cref="Tensor"/>.</summary>
    public abstract Expr Slope(IReadOnlyList<Expr> x, IReadOnlyList<Expr> dx);

    /// <summary>Whether value and slope are finite (up to overflow of a power) wherever the argument is finite.</summary>
    public abstract bool StaysFinite { get; }

    /// <summary>How it bends in its first argument, over these values of its arguments; the others do not move.</summary>
    public virtual Bend BendOver(ReadOnlySpan<Interval> x) => Bend.Unknown;

    /// <summary>How it bends in all arguments together, where it rises in each; unknown where only <see cref="BendOver"/> tells.</summary>
    public virtual Curvature JointCurvature => Curvature.Unknown;

    /// <summary>1 where f(−x) = f(x), −1 where f(−x) = −f(x), else 0.</summary>
    public virtual int Parity => 0;

    /// <summary>What must be above zero, or at least not be zero, for a value; null where there is always one.</summary>
    public virtual Expr? Singularity(IReadOnlyList<Expr> x) => null;

    // The same in other functions.

    /// <summary>The same in simpler functions; null where there are none simpler.</summary>
    public virtual Expr? Definition(IReadOnlyList<Expr> x) => null;

    /// <summary>The same where the argument tends to an end of the line: what it comes to, and what vanishes. Null where the definition serves there.</summary>
    /// <param name="end">1 for +∞, −1 for −∞.</param>
    public virtual Expr? Towards(int end, Expr x) => null;

    /// <summary>The same as a product; null where it is none.</summary>
    public virtual (Expr X, Expr Y)? AsProduct(IReadOnlyList<Expr> x) => null;

    /// <summary>What is left of it without a term log(1 + e^-|x|), which kernels take of many logits at once; null where it has no such term.</summary>
    public virtual Expr? WithoutLogarithm(Expr x) => null;

    // Code.

    /// <summary>TorchSharp code: {0} is a tensor that takes a member access, {1}… are doubles, or tensors where <see cref="TakesTensors"/>.</summary>
    public abstract string Tensor { get; }

    /// <summary>Whether tensor code takes tensors for the arguments after the first; else only numbers and hyperparameters, and the definition is written for the rest.</summary>
    public virtual bool TakesTensors => false;

    /// <summary>The same with a number for the second argument, where it is other code than with a tensor: TorchSharp code as <see cref="Tensor"/>.</summary>
    public virtual string? TensorAgainstNumber => null;

    /// <summary>The same with a number for the second argument, where it is a formula of other functions.</summary>
    public virtual Expr? AgainstNumber(Expr x, Expr number) => null;

    /// <summary>Whether its two arguments may change places.</summary>
    public virtual bool IsSymmetric => false;

    /// <summary>C# of type double, {0}… are doubles; null where System.Math has none.</summary>
    public virtual string? Scalar => MathName is null ? null : $"global::System.Math.{MathName}({string.Join(", ", Enumerable.Range(0, Arity).Select(static i => $"{{{i}}}"))})";

    /// <summary>Its operations over lanes: the method of ILanes with its name, where nothing else is said.</summary>
    public virtual OperationNode Kernel(IKernelCode code, IReadOnlyList<Expr> x) => code.Lanes(char.ToUpperInvariant(Name[0]) + Name.Substring(1), [.. x]);

    /// <summary>Whether the operations of <see cref="Kernel"/> are NaN wherever t is.</summary>
    /// <param name="keeps">Whether an argument is.</param>
    public virtual bool KeepsNaN(IReadOnlyList<Expr> x, Func<Expr, bool> keeps) => x.Any(keeps);

    // Notation.

    /// <summary>What stands before the parentheses in LaTeX.</summary>
    protected virtual string LatexName => $@"\operatorname{{{Name}}}";

    /// <summary>The call in LaTeX, and how tightly it binds.</summary>
    public virtual (string Text, int Level) Latex(ILatexArguments x) => (LatexName + x.Parenthesised(string.Join(", ", Enumerable.Range(0, Arity).Select(i => x[i]))), LatexLevel.Primary);

    public bool Equals(Function? other) => ReferenceEquals(this, other);

    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);

    public override string ToString() => Name;
}
