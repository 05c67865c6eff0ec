using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Formulas.FunctionTable;

/// <summary>The functions a formula may use: the table. Those that rules build formulas of have a name here.</summary>
internal static class Functions
{
    public static readonly Function
        Softplus = new Softplus(), LogSigmoid = new LogSigmoid(), Sigmoid = new Sigmoid(), Relu = new Relu(), LeakyRelu = new LeakyRelu(), Elu = new Elu(),
        Max = new Max(), Min = new Min(), Abs = new Abs(), Sign = new Sign(), Exp = new Exp(), Expm1 = new Expm1(), Log = new Log(), Log1p = new Log1p(),
        Sqrt = new Sqrt(), Square = new Square(), Pow = new Pow(), Tanh = new Tanh(), Sin = new Sin(), Cos = new Cos();

    /// <summary>Every entry, in the order of the documentation.</summary>
    public static readonly IReadOnlyList<Function> All =
    [
        Softplus, LogSigmoid, Sigmoid, Relu, LeakyRelu, Elu, Max, Min, Abs, Sign, Exp, Expm1, Log, Log1p, Sqrt, Square, Pow, Tanh, Sin, Cos,
        new Clamp(), new Silu(), new Softsign(), new Log2(), new Log10(), new Cosh(), new Sinh(), new Linear(), new Cosine(), new Exponential(),
    ];

    private static readonly Dictionary<string, Function> s_byName =
        All.SelectMany(static f => f.Aliases.Append(f.Name).Select(name => (name, f))).ToDictionary(static entry => entry.name, static entry => entry.f);

    private static readonly Dictionary<string, Function> s_byMathName = All.Where(static f => f.MathName is not null).ToDictionary(static f => f.MathName!);

    /// <summary>The names of the entries, without aliases.</summary>
    public static IEnumerable<string> Names => All.Select(static f => f.Name);

    /// <summary>The methods of System.Math that a formula may call.</summary>
    public static IEnumerable<string> MathNames => s_byMathName.Keys;

    public static Function? Find(string name) => s_byName.TryGetValue(name, out var function) ? function : null;

    /// <summary>The entry behind a method of System.Math or System.MathF.</summary>
    public static Function? FindMath(string method) => s_byMathName.TryGetValue(method, out var function) ? function : null;
}
