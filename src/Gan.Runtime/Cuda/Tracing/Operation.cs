namespace Gan.Runtime.Cuda.Tracing;

/// <summary>What a traced value is made by: the members of <see cref="ILanes{T}"/>, and those of <see cref="Gan.Runtime.Kernels.IVectorLanes{T}"/> that its functions are made of.</summary>
internal enum Operation
{
    /// <summary>The argument.</summary>
    Argument,

    /// <summary>A number of the formula.</summary>
    Constant,

    /// <summary>A number that hyperparameters make: the same graph has other values of it.</summary>
    Coefficient,

    Add,
    Subtract,
    Multiply,
    Divide,
    Negate,
    MultiplyAdd,
    Abs,
    Relu,
    Max,
    Min,
    Sign,
    Sqrt,
    Exp,
    ExpOfNegative,
    Expm1,
    Log,
    Log1p,
    Log1pOfUnit,
    Pow,
    Tanh,
    Sin,
    Cos,
    IfLess,
    IfLessOrEqual,
    NaNOf,
    AtLeast,
    AtMost,
    CopySign,
    PowerOfTwo,

    /// <summary>n of x = 2ⁿ * mantissa.</summary>
    Exponent,

    /// <summary>The mantissa, between √½ and √2.</summary>
    Mantissa,
}
