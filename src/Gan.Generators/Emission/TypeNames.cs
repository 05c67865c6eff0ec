using Gan.Generators.Formulas.Writing.Tensors;

namespace Gan.Generators.Emission;

/// <summary>The names generated code refers to, each rooted at <c>global::</c> so that no user type can stand in the way.</summary>
internal static class TypeNames
{
    public const string Torch = "global::TorchSharp.torch";
    public const string Tensor = TensorPrinter.Tensor;
    public const string Module = Torch + ".nn.Module";
    public const string Discriminator = Module + "<" + Tensor + ", " + Tensor + ">";
    public const string Runtime = "global::Gan.Runtime";
    public const string Reduction = Runtime + ".LossReduction";
    public const string LossPath = Runtime + ".LossPath";
    public const string LogitLoss = Runtime + ".LogitLoss";
    public const string StatisticValue = Runtime + ".StatisticValue";
    public const string GeneratedBatch = Runtime + ".GeneratedBatch";
    public const string Gradients = Runtime + ".LogitGradients";
    public const string Testing = Runtime + ".Testing";
    public const string GeneratedCode = "global::System.CodeDom.Compiler.GeneratedCode";
    public const string MethodImpl = "global::System.Runtime.CompilerServices.MethodImpl";
    public const string ReadOnlyList = "global::System.Collections.Generic.IReadOnlyList";
    public const string ReadOnlyDictionary = "global::System.Collections.Generic.IReadOnlyDictionary";
    public const string Experiments = "global::Gan.Experiments";
    public const string Argument = "global::System.ArgumentException";
    public const string ArgumentOutOfRange = "global::System.ArgumentOutOfRangeException";
}
