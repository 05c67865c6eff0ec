namespace Gan.Generators.Formulas.Tree;

/// <summary>The functions a formula may use. Slopes at kinks are those of TorchSharp's autograd for the printed tensor code.</summary>
internal static partial class Functions
{
    /// <summary>Every entry, in the order of the documentation.</summary>
    public static IReadOnlyList<Function> All => Table.All;

    /// <summary>The names of the entries, without aliases.</summary>
    public static IEnumerable<string> Names => All.Select(f => f.Name);

    /// <summary>The methods of System.Math that a formula may call.</summary>
    public static IEnumerable<string> MathNames => Table.ByMathName.Keys;

    public static Function? Find(string name) => Table.ByName.TryGetValue(name, out var function) ? function : null;

    /// <summary>The entry behind a method of System.Math or System.MathF.</summary>
    public static Function? FindMath(string method) => Table.ByMathName.TryGetValue(method, out var function) ? function : null;

    // A class of its own: the entries are initialised in several files, in an order that C# leaves open.
    private static class Table
    {
        public static readonly IReadOnlyList<Function> All =
        [
            Softplus, LogSigmoid, Sigmoid, Relu, LeakyRelu, Elu, Max, Min, Abs, Sign, Exp, Expm1, Log, Log1p, Sqrt, Square, Pow, Tanh, Sin, Cos,
            Clamp, Silu, Softsign, Log2, Log10, Cosh, Sinh,
        ];

        public static readonly Dictionary<string, Function> ByName =
            All.SelectMany(f => f.Aliases.Append(f.Name).Select(name => (name, f))).ToDictionary(entry => entry.name, entry => entry.f);

        public static readonly Dictionary<string, Function> ByMathName =
            All.Where(f => f.MathName is not null).ToDictionary(f => f.MathName!);
    }
}
