using Gan.Runtime.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Heads;

public class ProjectionHeadTests
{
    [Fact]
    public void The_logit_is_a_line_of_the_features_plus_their_product_with_the_vector_of_the_class()
    {
        using var scope = NewDisposeScope();
        using var head = new ProjectionHead(2, 3);
        var state = head.state_dict();
        using (no_grad())
        {
            state["classes.weight"].copy_(tensor(new float[,] { { 1, 2 }, { -1, 0 }, { 3, 5 } }));
            state["output.weight"].copy_(tensor(new float[,] { { 0.5f, -1 } }));
            state["output.bias"].fill_(4);
        }

        var logits = head.call(tensor(new float[,] { { 1, 2 }, { 3, -1 } }), tensor(new long[] { 2, 0 }));
        Assert.Equal([2, 1], logits.shape);
        Numbers.AssertEqual([13 - 1.5 + 4, 1 + 2.5 + 4], logits, 1e-6);
        logits.sum().backward();
        Numbers.AssertEqual([3, -1, 0, 0, 1, 2], head.get_parameter("classes.weight")!.grad!, 0);
    }

    [Fact]
    public void It_is_the_end_of_a_conditional_discriminator()
    {
        using var scope = NewDisposeScope();
        using var head = new ProjectionHead(2, 3, spectralNorm: true);
        var terms = new Hinge().DiscriminatorTerms(head, randn(4, 2), randn(4, 2), tensor(new long[] { 0, 1, 2, 0 }));
        terms.Backward();
        Assert.All(head.parameters(), parameter => Assert.NotNull(parameter.grad));
    }

    [Fact]
    public void What_does_not_fit_is_refused_and_nothing_leaks()
    {
        using var scope = NewDisposeScope();
        using var head = new ProjectionHead(2, 3);
        Assert.Throws<ArgumentException>("input", () => head.call(ones(4, 3), tensor(new long[] { 0, 1, 2, 0 })));
        Assert.Throws<ArgumentException>("labels", () => head.call(ones(2, 2), tensor(new long[] { 0, 3 })));
        Assert.Throws<ArgumentException>("labels", () => head.call(ones(2, 2), tensor(new long[] { 0 })));
        Assert.Throws<ArgumentException>("labels", () => head.call(ones(2, 2), ones(2)));
        Assert.Throws<ArgumentOutOfRangeException>("features", () => new ProjectionHead(0, 3));
        Assert.Throws<ArgumentOutOfRangeException>("classCount", () => new ProjectionHead(2, 0));
        Live.AssertUnchanged(() =>
        {
            using var features = ones(1, 2);
            using var labels = zeros(1, dtype: ScalarType.Int64);
            using var logits = head.call(features, labels);
        });
    }
}
