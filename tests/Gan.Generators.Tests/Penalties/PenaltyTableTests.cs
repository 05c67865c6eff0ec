using Gan.Generators.Declarations;
using Gan.Generators.Penalties;
using Gan.Generators.Tests.Generation;

namespace Gan.Generators.Tests.Penalties;

/// <summary>What a penalty says of itself must be there: its attribute, the class of the runtime with its options and state, the methods that test it, a row of the documentation.</summary>
public sealed class PenaltyTableTests
{
    /// <summary>Two attributes of a kind whose options change what is said.</summary>
    private const string Variants = "[Gan.Dsl.GradientPenalty(At = Gan.Dsl.PenaltyPoint.Real, Every = 4)] [Gan.Dsl.GradientPenalty(At = Gan.Dsl.PenaltyPoint.Fake, Norm = Gan.Dsl.GradientNorm.PerPixel, OneSided = true)] [Gan.Dsl.GradientPenalty(At = Gan.Dsl.PenaltyPoint.Both, Order = 1, Reduce = Gan.Dsl.PenaltyReduction.Max, Formula = \"pow(n, 6)\", Factor = \"sigmoid(t)\")]";

    private static readonly IReadOnlyList<Penalty> s_declared = Declare(string.Concat(PenaltyTable.All.Select(static kind => $"[{Written(kind)}] ")));

    private static readonly IReadOnlyList<Penalty> s_all = [.. s_declared, .. Declare(Variants), .. Declare("[Gan.Dsl.R1(FiniteDifference = 0.01)]")];

    public static TheoryData<string> Names => new(PenaltyTable.All.Select(static kind => kind.AttributeName));

    [Fact]
    public void EveryPenaltyIsInTheTable()
    {
        var types = typeof(Penalty).Assembly.GetTypes().Where(static type => type.IsSubclassOf(typeof(Penalty)) && type != typeof(CustomPenalty));
        Assert.Equal(types.Select(static type => type.Name).Order(StringComparer.Ordinal), s_declared.Select(static penalty => penalty.GetType().Name).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(PenaltyTable.All.Length, s_declared.Count);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ItIsCalledAsItsAttribute(string attribute) => Assert.Equal(attribute, Of(attribute).AttributeName + nameof(Attribute));

    [Theory]
    [MemberData(nameof(Names))]
    public void ItsDefaultsAreValid(string attribute) => Assert.Empty(Of(attribute).Mistakes);

    [Fact]
    public void OptionsAreThoseOfTheAttributeAndOfTheRuntime() => Assert.All(s_all, static penalty =>
    {
        var attribute = PenaltyTable.All.Single(kind => kind.AttributeName == penalty.AttributeName + nameof(Attribute)).Attribute;
        var runtime = RuntimeTypeOf(penalty);
        Assert.True(runtime.IsSubclassOf(penalty.IsOfGenerator ? typeof(Runtime.GeneratorPenalty) : typeof(Runtime.DiscriminatorPenalty)));
        Assert.All(penalty.Options, option =>
        {
            Assert.Equal(option.Value.GetType(), attribute.GetProperty(option.Name)!.PropertyType);
            // The generator has the attributes compiled in: their enums are types of its own, with the names of the library's.
            var there = runtime.GetProperty(option.Name)!.PropertyType;
            Assert.Equal(option.Value.GetType().FullName, (Nullable.GetUnderlyingType(there) ?? there).FullName);
        });
        Assert.All(penalty.Formulas, formula =>
        {
            Assert.Equal(typeof(string), attribute.GetProperty(formula.Argument)!.PropertyType);
            Assert.Equal(typeof(Func<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>), runtime.GetProperty(formula.Argument)!.PropertyType);
        });
    });

    [Fact]
    public void StatesAreThoseOfTheRuntime() => Assert.All(s_all, static penalty =>
        Assert.Equal(penalty.StateType, RuntimeTypeOf(penalty).GetProperty("State")?.PropertyType.Name));

    [Fact]
    public void ChecksAreThoseOfTheRuntime() => Assert.All(s_all, static penalty =>
    {
        var checks = typeof(Runtime.IGanObjective).Assembly.GetType($"Gan.Runtime.Testing.{penalty.Checks}", throwOnError: true)!;
        // A distance has no network between its tensors and its term.
        Assert.Equal(penalty.AttributeName == "Distance", penalty.ClosedForm is null);
        if (penalty.ClosedForm is { } form)
        {
            Assert.Equal(form.Parameters.Select(static _ => typeof(double)), checks.GetMethod(form.Check)!.GetParameters().Skip(1).Select(static parameter => parameter.ParameterType));
            Assert.All(form.Rows, row => Assert.Equal(form.Parameters.Length, row.Length));
        }

        Assert.All(penalty.Facts, fact => Assert.Single(checks.GetMethod(fact.Check)!.GetParameters()));
    });

    [Fact]
    public void EachHasARowInTheDocumentation()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "penalties.md"));
        Assert.All(s_declared, penalty => Assert.Contains($"| `[{penalty.AttributeName}]` |", page, StringComparison.Ordinal));
    }

    private static Penalty Of(string attribute) => s_declared.Single(penalty => penalty.AttributeName + nameof(Attribute) == attribute);

    private static Type RuntimeTypeOf(Penalty penalty) => typeof(Runtime.IGanObjective).Assembly.GetType($"Gan.Runtime.{penalty.RuntimeType}", throwOnError: true)!;

    private static string Written(PenaltyKind kind) => kind.Attribute.FullName![..^nameof(Attribute).Length] + (kind.Attribute.GetConstructor([]) is null ? "(\"Cycle\")" : "");

    private static IReadOnlyList<Penalty> Declare(string attributes)
    {
        var compilation = GeneratorRun.CompilationOf($"[Gan.Dsl.GanObjective(FD = \"t\", FG = \"t\")] {attributes} public sealed partial class Mine;");
        return [.. ObjectiveDeclarationReader.Read(compilation.GetTypeByMetadataName("Mine")!, compilation, CancellationToken.None)!.Penalties];
    }
}
