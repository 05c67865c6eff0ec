namespace Gan.Generators.Tests.Fuzzing;

/// <summary>Objectives whose losses are C# methods: chains of calls, cycles, overloads, and bodies of every sort.</summary>
internal static class LossFunctionSamples
{
    private static readonly string[] s_expressions =
    [
        "x", "1", "0.5", "x * x", "Math.Exp(x)", "Math.Log(1 + Math.Exp(x))", "Math.Max(0, 1 + x)", "Math.Pow(x, 2)", "Math.Abs(x)", "System.Math.Tanh(x)", "MathF.Exp((float)x)", "x > 0 ? x : -x", "1 / 2 * x", "Math.PI", "Math.Sign(x)", "x switch { > 1 => x, < -1 => -x, _ => 0 }", "x is > 0 and < 1 ? x : 0", "K * x", "t", "m",
        "double.NaN", "double.MaxValue * x", "(int)x", "x % 2", "x++", "Math.Floor(x)", "new System.Random().NextDouble()", "(x, x).Item1", "default", "K", "s_k", "P", "Nothing", "x!", "checked(x + 1)", "unchecked((double)1)", "nameof(x).Length", "throw null", "x == 0 ? 1 : x", "((Func<double, double>)(y => y))(x)", "true ? x : t", "- - -x", "Math.Clamp(x, -1, 1)", "double.Max(x, 0)", "(double)(float)x", "Math.Pow(x, x)", "Math.Sqrt(x)", "1e400", "'a' * x", "sizeof(int)",
    ];

    private static readonly string[] s_statements =
    [
        "var y = {0};", "const double c = 2.5;", "if (x > 0) return {0};", "if (x < -1) {{ return {0}; }}", "if (x > 2) {{ return {0}; }} else {{ var z = {0}; }}", ";", "x = {0};", "while (x > 0) {{ }}", "double a = {0}, b = a;", "{{ var y = {0}; }}", "bool positive = x > 0;", "double F(double q) => q;", "return {0};", "for (;;) {{ }}", "throw null;", "goto end;", "end: ;", "int n = 3;", "if (true) return {0};",
        "switch (x) {{ default: return {0}; }}", "using var d = null;", "x++;", "lock (this) {{ }}", "var (p, q) = (x, x);", "ref var r = ref x;", "unsafe {{ }}", "_ = {0};", "try {{ return {0}; }} finally {{ }}", "yield return x;", "await null;", "#if X\n", "#endif\n",
    ];

    private static readonly string[] s_modifiers = ["private static", "private static", "private static", "private static", "static", "public static", "internal static", "", "static extern", "static unsafe", "static async", "static partial", "[System.Obsolete] static", "protected static", "static readonly"];

    private static readonly string[] s_types = ["double", "double", "double", "double", "double", "float", "int", "dynamic", "double?", "decimal", "void", "var", "string", "Tensor", "System.Double", "ref double", "T"];

    private static readonly string[] s_parameters = ["double x", "double x", "double x", "double x", "double x, double m", "double x, double m = 2", "double x", "double t", "float x", "", "int x", "in double x", "params double[] x", "double x, double s = 0.5, double k = 1", "double @class", "this double x", "double x, double x", "double x = 0", "double x, double lambda = double.NaN", "object x", "double* x"];

    private const int ValidExpressions = 19, ValidStatements = 5, ValidModifiers = 7, ValidTypes = 5, ValidParameters = 7, ValidFormulas = 5;

    private static string Part(string[] parts, int valid, RandomNumbers random) => parts[random.Next(random.Rare(2) ? parts.Length : valid)];

    public static string Type(string name, RandomNumbers random)
    {
        var used = 0;
        var methods = random.Next(random.IsCareful ? 3 : 4) switch { 0 => Chain(random), 3 => Cycle(random), _ => random.Many(1, 4, "\n", () => Method(random.Rare(4) ? random.Of(HostileValues.Names) : random.IsCareful ? $"F{(used++ == 0 ? "" : used)}" : random.Of(["F", "G", "H"]), random)) };
        var formulas = new[] { "nameof(F)", "\"F\"", "\"F(t)\"", "\"F(-t)\"", "\"2 * F(t - 1)\"", "\"G(t)\"", "\"F(t, m)\"", "\"F(F(F(t)))\"", "\"t\"", "\"softplus(t)\"", "\"F(t, 2)\"", "\"F()\"", "\"G(F(t))\"", "nameof(Mine.F)" };
        return $$"""
            [GanObjective(FD = {{Part(formulas, ValidFormulas, random)}}, FG = {{Part(formulas, ValidFormulas, random)}})]
            public {{(random.OneIn(5) ? "" : "sealed ")}}partial class {{name}}
            {
                [Hyperparameter] public double M { get; init; } = 1;
                const double K = 2;{{(random.IsCareful ? "" : " static double s_k = 1; static readonly double s_c = 0.5; double P => 1;")}}
                {{methods}}
            }
            """;
    }

    /// <summary>Each calls the next.</summary>
    private static string Chain(RandomNumbers random)
    {
        var length = 1 + random.Next(random.OneIn(12) ? 200 : 6);
        var calls = random.OneIn(12) ? 2 : 1;
        return string.Join("\n", Enumerable.Range(0, length).Select(i =>
        {
            var next = i + 1 == length ? Part(s_expressions, ValidExpressions, random) : random.Of(["{0}(x) + 1", "{0}(x)", "Math.Exp({0}(x))", "0.5 * {0}(2 * x)", "x > 0 ? {0}(x) : x"]).Replace("{0}", Named(i + 1), StringComparison.Ordinal);
            if (calls == 2 && i + 1 < length) next = $"{next} + {Named(i + 1)}(-x)";
            return random.OneIn(2) ? $"[LossFunction] private static double {Named(i)}(double x) => {next};" : $"[LossFunction] private static double {Named(i)}(double x) {{ var y = {next}; return y; }}";
        }));
    }

    private static string Cycle(RandomNumbers random)
    {
        var length = 1 + random.Next(random.OneIn(6) ? 60 : 4);
        return string.Join("\n", Enumerable.Range(0, length).Select(i => $"[LossFunction] private static double {Named(i)}(double x) => {Named(random.OneIn(3) ? random.Next(length) : (i + 1) % length)}(x) + 1;"));
    }

    private static string Named(int i) => i == 0 ? "F" : $"F{i}";

    private static string Method(string name, RandomNumbers random)
    {
        var signature = $"{(random.Rare(6) ? "" : "[LossFunction] ")}{Part(s_modifiers, ValidModifiers, random)} {Part(s_types, ValidTypes, random)} {name}{(random.Rare(10) ? "<T>" : "")}({Part(s_parameters, ValidParameters, random)})";
        return random.Next(8) switch
        {
            < 4 => $"{signature} => {Expression(random)};",
            < 7 => $"{signature} {{ {random.Many(0, 4, " ", () => string.Format(null, Part(s_statements, ValidStatements, random), Expression(random)))} return {Expression(random)}; }}",
            _ when random.Rare(1) => $"{signature};",
            _ => $"{signature} => {Expression(random)};",
        };
    }

    private static string Expression(RandomNumbers random) => random.Next(5) switch
    {
        0 => $"{Part(s_expressions, ValidExpressions, random)} + {Part(s_expressions, ValidExpressions, random)}",
        1 when !random.IsCareful => $"{random.Of(["F", "G", "H", "Math.Exp", "Math.Max"])}({random.Many(0, 2, ", ", () => Part(s_expressions, ValidExpressions, random))})",
        2 => $"({Part(s_expressions, ValidExpressions, random)}) * ({Part(s_expressions, ValidExpressions, random)})",
        _ => Part(s_expressions, ValidExpressions, random),
    };
}
