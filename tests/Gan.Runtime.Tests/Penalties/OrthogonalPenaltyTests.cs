using Gan.Runtime.Testing;
using Gan.Runtime.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Penalties;

/// <summary>Orthogonal weights, against products of rows that are written here.</summary>
public class OrthogonalPenaltyTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Its_gradient_is_that_of_the_weights(bool offDiagonal) => OrthogonalChecks.GradientInTheWeights(net => new OrthogonalPenalty { OffDiagonal = offDiagonal }.Evaluate(net, null, null));

    [Fact]
    public void Its_value_on_two_rows()
    {
        OrthogonalChecks.RowsOfDiscriminator(net => new OrthogonalPenalty { Weight = 2 }.Evaluate(net, null, null), 0.5, 2 * 18 * 0.25);
        OrthogonalChecks.RowsOfDiscriminator(net => new OrthogonalPenalty { Weight = 2, OffDiagonal = false }.Evaluate(net, null, null), 0.5, 2 * ((18 * 0.25) + 0.0625 + (3.25 * 3.25)));
        OrthogonalChecks.RowsOfGenerator(new GeneratorOrthogonalPenalty { Weight = 3 }.EvaluateWith, -2, 3 * 18 * 4);
        CheckFailure.AssertFails(() => OrthogonalChecks.RowsOfGenerator(new GeneratorOrthogonalPenalty { Weight = 3.01 }.EvaluateWith, -2, 3 * 18 * 4), "expected 216");
    }

    /// <summary>A convolution of 2 channels to 2 with kernels of one pixel: rows (1, 2) and (3, −1), whose product is 1. Vectors, such as biases, do not count.</summary>
    [Fact]
    public void The_rows_of_a_convolution_are_its_outputs()
    {
        using var scope = NewDisposeScope();
        using var network = nn.Sequential(nn.Conv2d(2, 2, 1), nn.BatchNorm2d(2), nn.Flatten());
        using (no_grad())
            network.parameters().First().copy_(tensor(new float[,] { { 1, 2 }, { 3, -1 } }).reshape(2, 2, 1, 1));
        Assert.Equal(2 * 1, new OrthogonalPenalty { Weight = 1 }.Evaluate(network, null, null).item<float>(), 1e-6);
        Assert.Equal(2 + 16 + 81, new OrthogonalPenalty { Weight = 1, OffDiagonal = false }.Evaluate(network, null, null).item<float>(), 1e-4);
    }

    [Fact]
    public void Steps_have_both_players_terms()
    {
        using var scope = NewDisposeScope();
        using var generator = nn.Linear(3, 2);
        using var discriminator = nn.Linear(2, 1);
        var objective = new OrthogonalPlayers();
        var generated = new GeneratedBatch(generator, randn(4, 3)) { Pairs = Pairs(ones(2), zeros(2)) };
        using var ofD = objective.DiscriminatorTerms(discriminator, randn(4, 2), generated);
        using var ofG = objective.GeneratorTerms(discriminator, null, generated);
        Assert.Equal(["Orthogonal"], ofD.Penalties.Select(static term => term.Name));
        Assert.Equal(["GeneratorOrthogonal", "ModeSeeking", "Cycle", "Identity"], ofG.Penalties.Select(static term => term.Name));
        Assert.Equal([10f, 5f], ofG.Penalties.Skip(2).Select(static term => term.Value.item<float>()));
        ofG.Backward();
        Assert.All(generator.parameters(), static parameter => Assert.NotNull(parameter.grad));
        Assert.All(discriminator.parameters(), static parameter => Assert.Null(parameter.grad));
    }

    [Fact]
    public void A_network_without_weights_is_refused()
    {
        using var scope = NewDisposeScope();
        using var network = nn.ReLU();
        Assert.Contains("The discriminator has no parameter with rows", Assert.Throws<InvalidOperationException>(() => new OrthogonalPenalty().Evaluate(network, null, null)).Message);
        Assert.Throws<InvalidOperationException>(() => new GeneratorOrthogonalPenalty().EvaluateWith(new GeneratedBatch(ones(1))));
    }

    [Fact]
    public void Nothing_leaks()
    {
        OrthogonalChecks.NothingLeaks(net => new OrthogonalPenalty().Evaluate(net, null, null));
        OrthogonalChecks.NothingLeaksFromGenerator(new GeneratorOrthogonalPenalty().EvaluateWith);
    }

    internal static Dictionary<string, (Tensor First, Tensor Second)> Pairs(Tensor first, Tensor second) => new() { ["Cycle"] = (first, second), ["Identity"] = (first, second) };
}
