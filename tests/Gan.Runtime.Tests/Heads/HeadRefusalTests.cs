using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Heads;

/// <summary>What does not fit is refused with the name of the argument, before libtorch is called.</summary>
public class HeadRefusalTests
{
    private static readonly long[] s_labels = [0, 1];

    [Fact]
    public void A_missing_head_is_named()
    {
        using var scope = NewDisposeScope();
        var error = Assert.Throws<ArgumentException>("fake", () => new AcGanLoss().GeneratorTerm(new(), tensor(s_labels)));
        Assert.Contains("AcGanLoss needs Classes", error.Message);
        Assert.Contains("Proxies", Assert.Throws<ArgumentException>("real", () => new ContrastiveLoss().DiscriminatorTerm(new() { Embeddings = ones(2, 2) }, new(), tensor(s_labels), null)).Message);
        Assert.Throws<ArgumentNullException>("fake", () => new AcGanLoss().GeneratorTerm(null!, tensor(s_labels)));
    }

    [Fact]
    public void Labels_are_whole_numbers_of_a_class_one_for_each_sample()
    {
        using var scope = NewDisposeScope();
        var output = new DiscriminatorOutput { Classes = ones(2, 4) };
        Assert.Contains("from 0 to 3", Assert.Throws<ArgumentException>("fakeLabels", () => new AcGanLoss().GeneratorTerm(output, tensor(new long[] { 0, 4 }))).Message);
        Assert.Contains("from 0 to 2", Assert.Throws<ArgumentException>("fakeLabels", () => new MultiHingeLoss().GeneratorTerm(output, tensor(new long[] { 0, 3 }))).Message);
        Assert.Contains("from 0 to 1", Assert.Throws<ArgumentException>("fakeLabels", () => new AdcLoss().GeneratorTerm(output, tensor(new long[] { 0, 2 }))).Message);
        Assert.Throws<ArgumentException>("fakeLabels", () => new AcGanLoss().GeneratorTerm(output, tensor(new long[] { 0, -1 })));
        Assert.Throws<ArgumentException>("fakeLabels", () => new AcGanLoss().GeneratorTerm(output, tensor(new long[] { 0 })));
        Assert.Throws<ArgumentException>("fakeLabels", () => new AcGanLoss().GeneratorTerm(output, ones(2)));
        Assert.Throws<ArgumentNullException>("fakeLabels", () => new AcGanLoss().GeneratorTerm(output, null));
    }

    [Fact]
    public void Heads_have_the_shape_that_their_loss_needs()
    {
        using var scope = NewDisposeScope();
        Assert.Contains("an even number", Assert.Throws<ArgumentException>("fake", () => new AdcLoss().GeneratorTerm(new() { Classes = ones(2, 3) }, tensor(s_labels))).Message);
        Assert.Contains("at least 2", Assert.Throws<ArgumentException>("fake", () => new MultiHingeLoss().GeneratorTerm(new() { Classes = ones(2, 1) }, tensor(s_labels))).Message);
        Assert.Contains("two dimensions", Assert.Throws<ArgumentException>("fake", () => new AcGanLoss().GeneratorTerm(new() { Classes = ones(2) }, tensor(s_labels))).Message);
        Assert.Throws<ArgumentException>("fake", () => new DataToDataLoss().GeneratorTerm(new() { Embeddings = ones(2, 2), Proxies = ones(2, 3) }, tensor(s_labels)));
        Assert.Throws<ArgumentException>("fakeLabels", () => new InfoGanLoss().GeneratorTerm(new() { CodeMeans = ones(2, 3) }, ones(2, 2)));
    }

    [Fact]
    public void Options_have_ranges()
    {
        Assert.Throws<ArgumentOutOfRangeException>("Weight", () => new AcGanLoss { Weight = -1 });
        Assert.Throws<ArgumentOutOfRangeException>("Temperature", () => new ContrastiveLoss { Temperature = 0 });
        Assert.Throws<ArgumentOutOfRangeException>("Temperature", () => new DataToDataLoss { Temperature = double.NaN });
        Assert.Throws<ArgumentOutOfRangeException>("PositiveMargin", () => new DataToDataLoss { PositiveMargin = 1.1 });
        Assert.Throws<ArgumentOutOfRangeException>("NegativeMargin", () => new DataToDataLoss { NegativeMargin = double.NaN });
    }
}
