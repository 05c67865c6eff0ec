using System.Globalization;
using System.Runtime.Loader;
using CsCheck;
using Gan.Generators.Tests.Formulas;
using Gan.Generators.Tests.Generation;
using Gan.Generators.Tests.Properties;
using Gan.Runtime;

namespace Gan.Generators.Tests.Analysis;

/// <summary>Objectives with random losses, compiled together and made: what a user's program has.</summary>
internal static class RandomObjectives
{
    private static readonly string[] s_numbers = ["0.25", "0.5", "1", "1.5", "2", "3"];

    // What published losses are made of, one number in each.
    private static readonly string[] s_losses =
    [
        "softplus({0} * t)", "{0} * softplus(t)", "max(0, {0} + t)", "square(max(0, {0} + t))", "square(t + {0})", "exp({0} * t)", "t", "{0} * t + exp(t)", "elu(t, {0})", "leaky_relu(t, {0} / 4)",
        "softplus(t) - {0} * t / 4", "sqrt(square(t) + {0}) + t", "log(1 + exp({0} * t))", "-softplus(-{0} * t)", "-exp(-{0} * t)", "-logsigmoid(-t) * {0}", "abs(t + {0})", "tanh({0} * t)", "sigmoid({0} * t)", "t > 0 ? t + {0} : {0} * exp(t / {0})",
    ];

    /// <summary>Real, fake and generator's loss of each: half of them pieces of published losses, half of them whatever formulas there are.</summary>
    /// <param name="count">How many.</param>
    public static IReadOnlyList<(string Real, string Fake, string Generator)> Losses(int count)
    {
        var pieces = Gen.Select(Gen.OneOfConst(s_losses), Gen.OneOfConst(s_numbers), static (loss, number) => string.Format(CultureInfo.InvariantCulture, loss, number));
        var fromPieces = Gen.Select(pieces, pieces, pieces, Gen.Bool, static (real, fake, generator, isPair) => (Mirrored(isPair ? fake : real), fake, Mirrored(generator)));
        var formulas = RandomFormula.Everywhere.Select(static formula => formula.ReplaceParameters(RandomFormula.Values.ToDictionary(static v => v.Key, static v => (Generators.Formulas.Tree.Expr)v.Value)).ToString());
        var fromFormulas = Gen.Select(formulas, formulas, formulas);
        return Gen.Frequency((1, fromPieces), (1, fromFormulas)).Take(count);

        static string Mirrored(string loss) => System.Text.RegularExpressions.Regex.Replace(loss, @"\bt\b", "(-t)");
    }

    /// <summary>Those that the compiler takes.</summary>
    public static IReadOnlyList<IGanObjective> Make(IEnumerable<(string Real, string Fake, string Generator)> losses)
    {
        var source = "using Gan.Dsl;\n" + string.Concat(losses.Select(static (loss, i) => $"[GanObjective(Real = \"{loss.Real}\", Fake = \"{loss.Fake}\", Generator = \"{loss.Generator}\")]\npublic sealed partial class Random{i};\n"));
        using var image = new MemoryStream();
        var result = GeneratorRun.Of(GeneratorRun.CompilationOf(source)).Output.Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics.Take(5)));
        image.Position = 0;
        return [.. new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(image).GetTypes().Where(static type => typeof(ISeparateObjective).IsAssignableFrom(type)).OrderBy(static type => type.Name, StringComparer.Ordinal)
            .Select(static type => (IGanObjective)Activator.CreateInstance(type)!).Where(IsWhole)];
    }

    // What is refused has members that throw.
    private static bool IsWhole(IGanObjective objective)
    {
        try
        {
            return objective.Info.Analysis.Verdicts.Count > 0;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
