using System.Globalization;
using System.Runtime.Loader;
using Gan.Generators.Tests.Generation;
using Gan.Runtime;
using static TorchSharp.torch;

namespace Gan.Generators.Tests.Published;

/// <summary>
/// Each objective of the literature computes the numbers of its paper's formulas: both losses and their gradients.
/// numbers.py, which knows nothing of the compiler, evaluated them with 50 digits.
/// </summary>
public sealed class PublishedNumbersTests
{
    private static readonly double[] s_real = [0.375, -1.25, 2.5, -0.125], s_fake = [-0.75, 1.125, -2.375, 0.5];

    private static readonly Lazy<Dictionary<string, string[]>> s_numbers = new(static () =>
    {
        using var file = new StreamReader(typeof(PublishedNumbersTests).Assembly.GetManifestResourceStream("numbers.tsv")!);
        return file.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => line.TrimEnd('\r').Split('\t')).ToDictionary(static cells => cells[0], static cells => cells[1..]);
    });

    private static readonly Lazy<IReadOnlyList<IGanObjective>> s_objectives = new(Compile);

    public static TheoryData<string> Names => PublishedObjectivesTests.Names;

    public static TheoryData<string, string> InCatalogue
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var objective in Literature.Objectives.Where(static objective => objective.Catalogue.Length > 0))
                data.Add(objective.Name, objective.Catalogue);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_computes_what_its_paper_says(string name)
        => AssertComputes(s_numbers.Value[name], s_objectives.Value[Literature.Objectives.TakeWhile(objective => objective.Name != name).Count()]);

    [Theory]
    [MemberData(nameof(InCatalogue))]
    public void So_does_the_catalogue(string name, string inCatalogue)
        => AssertComputes(s_numbers.Value[name], Assert.Single(Runtime.Objectives.All, objective => objective.Info.Name == inCatalogue));

    [Fact]
    public void Every_number_belongs_to_an_objective()
        => Assert.Equal(Literature.Objectives.Select(static objective => objective.Name).Order(StringComparer.Ordinal), s_numbers.Value.Keys.Order(StringComparer.Ordinal));

    private static void AssertComputes(string[] numbers, IGanObjective objective)
    {
        using var scope = NewDisposeScope();
        var (real, fake) = (Logits(s_real), Logits(s_fake));
        var loss = objective.DiscriminatorLoss(real, fake);
        var gradients = autograd.grad([loss], [real, fake]);
        AssertClose(numbers[0], loss);
        AssertClose(numbers[1], gradients[0]);
        AssertClose(numbers[2], gradients[1]);
        var ofGenerator = objective.GeneratorLoss(real, fake);
        AssertClose(numbers[3], ofGenerator);
        AssertClose(numbers[4], autograd.grad([ofGenerator], [fake])[0]);
    }

    private static Tensor Logits(double[] values) => tensor(values, [values.Length, 1], dtype: float64, requires_grad: true);

    private static void AssertClose(string expected, Tensor actual)
    {
        var numbers = expected.Split(' ').Select(static number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        var values = actual.detach().reshape(-1).data<double>().ToArray();
        Assert.Equal(numbers.Length, values.Length);
        Assert.All(numbers.Zip(values), static pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0, 1e-13 * (1 + Math.Abs(pair.First))));
    }

    private static IReadOnlyList<IGanObjective> Compile()
    {
        var source = "using Gan.Dsl;\nusing Gan.Runtime;\n" + string.Join("\n", Literature.Objectives.Select(static (objective, i) => objective.Declare($"Published{i:D3}")));
        using var image = new MemoryStream();
        var result = GeneratorRun.Of(GeneratorRun.CompilationOf(source)).Output.Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics.Take(5)));
        image.Position = 0;
        return [.. new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(image).GetTypes().Where(static type => typeof(IGanObjective).IsAssignableFrom(type))
            .OrderBy(static type => type.Name, StringComparer.Ordinal).Select(static type => (IGanObjective)Activator.CreateInstance(type)!)];
    }
}
