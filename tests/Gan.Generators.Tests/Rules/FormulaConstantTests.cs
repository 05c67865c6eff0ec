using Gan.Generators.Tests.Generation;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Gan.Generators.Tests.Rules;

/// <summary>C# constants in formulas: known by their names where C# knows their value, refused where it may change.</summary>
public sealed class FormulaConstantTests
{
    [Theory]
    [InlineData("private const double Margin = 2;", 2)]
    [InlineData("public const int Margin = 3;", 3)]
    [InlineData("const float Margin = 0.5f;", 0.5)]
    [InlineData("const decimal Margin = 0.25m;", 0.25)]
    [InlineData("public static readonly double Margin = 1 + Half; const double Half = 0.5;", 1.5)]
    [InlineData("public static readonly double Margin = System.Math.PI;", Math.PI)]
    public void A_number_of_the_class(string members, double margin) => AssertFake(margin, $$"""
        [Gan.Dsl.GanObjective(FD = "max(0, Margin + t)", FG = "t")]
        public sealed partial class Mine { {{members}} }
        """);

    [Theory]
    [InlineData("public abstract class Base { protected const double Margin = 2; }", 2)]
    [InlineData("public abstract class Root { protected internal static readonly double Margin = 2; } public abstract class Base : Root;", 2)]
    public void An_inherited_number(string bases, double margin) => AssertFake(margin, $$"""
        [Gan.Dsl.GanObjective(FD = "max(0, Margin + t)", FG = "t")]
        public sealed partial class Mine : Base;
        {{bases}}
        """);

    [Fact]
    public void A_number_of_the_class_around() => AssertFake(4, """
        public static partial class Losses
        {
            private const double Margin = 4;

            [Gan.Dsl.GanObjective(FD = "max(0, Margin + t)", FG = "t")]
            public sealed partial class Mine;
        }
        """);

    [Fact]
    public void The_nearest_hides_the_others() => AssertFake(1, """
        [Gan.Dsl.GanObjective(FD = "max(0, Margin + t)", FG = "t")]
        public sealed partial class Mine : Base { private new const double Margin = 1; }
        public abstract class Base { protected const double Margin = 2; }
        """);

    /// <summary>Private constants are not in metadata: the generated part repeats them, and the tests of another assembly expect the same numbers.</summary>
    [Fact]
    public void In_a_referenced_assembly()
    {
        var library = GeneratorRun.Over("""[Gan.Dsl.GanObjective(FD = "max(0, Margin + t)", FG = "t")] public sealed partial class Mine { private const double Margin = 2; }""");
        var tests = GeneratorRun.Of(CSharpCompilation.Create("Tests", [CSharpSyntaxTree.ParseText("[assembly: Gan.Dsl.GanObjectiveTests(typeof(Mine))]")], [.. GeneratorRun.References, library.Reference()], new(Microsoft.CodeAnalysis.OutputKind.DynamicallyLinkedLibrary)));
        Assert.Contains("relu(t + 2)", Assert.Single(tests.Sources).Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public double Scale;", "the field of that name may change, so make it const, or declare a [Hyperparameter] property")]
    [InlineData("public static double Scale = 2;", "the field of that name may change, so make it const, or declare a [Hyperparameter] property")]
    [InlineData("public double Scale { get; init; } = 1;", "the property of that name may change, so mark it [Hyperparameter], and write its first letter small")]
    [InlineData("public static readonly double Scale = System.Math.Sqrt(2);", "the value of the field of that name is not known while compiling, so initialise it with a constant expression, or make it const")]
    [InlineData("public static readonly double Scale = 1; static Mine() { Scale = System.Math.Sqrt(2); }", "the value of the field of that name is not known while compiling, so initialise it with a constant expression, or make it const")]
    [InlineData("public const double Scale = 1 / 0.0;", "the constant of that name is not a finite number")]
    public void What_is_no_constant(string member, string advice)
        => Assert.Equal([$"'Scale' is neither t, a hyperparameter, a constant nor a function: {advice}"], AnalyzerTest.Verify($$"""
            [GanObjective(FD = "{|GAN015:Scale|} * t", FG = "t")]
            public sealed partial class Mine { {{member}} }
            """));

    [Theory]
    [InlineData("const double e = 0.5;", "e", "a number that every formula knows")]
    [InlineData("const double t = 0.5;", "t", "the variable of the formula")]
    [InlineData("const double margin = 0.5; [Hyperparameter] public double Margin { get; init; } = 1;", "margin", "a hyperparameter")]
    [InlineData("const double abs = 0.5;", "abs", "a function")]
    public void A_name_with_two_meanings(string members, string name, string meaning)
        => Assert.Equal([$"'{name}' is {meaning}, and also the name of a constant: rename the constant"], AnalyzerTest.Verify($$"""
            [GanObjective(FD = "{|GAN087:{{name}}|} + 1", FG = "1")]
            public sealed partial class Mine { {{members}} }
            """));

    /// <summary>What formulas do not name is nobody's concern.</summary>
    [Fact]
    public void A_name_that_no_formula_uses() => AnalyzerTest.Verify("""[GanObjective(FD = "softplus(t)", FG = "t")] public sealed partial class Mine { const double e = 1; static double soft; double Plus { get; set; } }""");

    /// <summary>To C# a private field that only a string names is not used; the formula uses it.</summary>
    [Theory]
    [InlineData("Margin", 0)]
    [InlineData("Other", 1)]
    public async Task The_compiler_says_of_no_field_in_a_formula_that_it_is_unused(string name, int warnings)
    {
        var output = GeneratorRun.Of(GeneratorRun.CompilationOf($$"""
            [Gan.Dsl.GanObjective(FD = "max(0, Margin + t)", FG = "t")]
            public sealed partial class Mine { public const double Margin = 1; }
            [Gan.Dsl.GanObjective(FD = "max(0, Margin + t)", FG = "t")]
            public sealed partial class Yours { private static readonly double Margin = 2, Other = 3; }
            """)).Output;
        var found = await output.WithAnalyzers([new Generators.Analyzers.FormulaUseSuppressor()]).GetAllDiagnosticsAsync();
        Assert.Equal(warnings, found.Count(d => d.Id == "CS0414" && !d.IsSuppressed && d.GetMessage().Contains(name, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_loss_function_reads_the_same_constants() => AssertFake(2, """
        [Gan.Dsl.GanObjective(FD = "Loss", FG = "t")]
        public sealed partial class Mine
        {
            private static readonly double Margin = 2;
            [Gan.Dsl.LossFunction] private static double Loss(double t) => System.Math.Max(0, Margin + t);
        }
        """);

    private static void AssertFake(double margin, string source)
        => Assert.Contains(
            $"// relu(t + {margin.ToString(System.Globalization.CultureInfo.InvariantCulture).Replace("3.141592653589793", "pi")}) of a logit t",
            Assert.Single(GeneratorRun.Over(source).Sources, static file => !file.Key.EndsWith("Tests.cs", StringComparison.Ordinal)).Value,
            StringComparison.Ordinal);
}
