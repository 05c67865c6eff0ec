using Gan.Generators.Formulas.Operations;

namespace Gan.Generators.Formulas.Writing.Tensors;

/// <summary>The operations of TorchSharp's tensors. Numbers are written into them.</summary>
internal static class TensorOperations
{
    public static readonly Operation
        IsNaN = Method("{0}.isnan()"),
        Reciprocal = Method("{0}.reciprocal()"),
        Negate = Method("{0}.neg()"),
        Where = Method("{0}.where({1}, {2})"),
        Hidden = Method("{0}.masked_fill({1}, 0)") with { Name = "inside" };

    /// <param name="format">A method of {0}, which is a tensor.</param>
    public static Operation Method(string format) => new(format, Operation.Primary, new([Operation.Primary]));

    /// <param name="method">A comparison with {1} or with a number.</param>
    public static Operation Mask(string method, string number = "{1}") => Method($"{{0}}.{method}({number})") with { Name = "mask" };

    /// <summary>A choice that the hyperparameters make.</summary>
    public static Operation Choice(string condition) => new($"({condition} ? {{0}} : {{1}})", Operation.Primary);
}
