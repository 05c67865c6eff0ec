using Gan.Runtime.Tests.Support;
using static Gan.Runtime.Tests.Heads.HeadValues;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Heads;

/// <summary>Each loss against its formula in double precision.</summary>
public class ConditionalLossTests
{
    private static readonly double[][] s_real = Rows(4, 3), s_fake = Rows(4, 3, 2), s_twin = Rows(4, 3, 4);

    [Fact]
    public void AcGan_classifies_both_kinds_of_samples()
    {
        var loss = new AcGanLoss { Weight = 0.5 };
        double Of(double[][] rows) => Mean(i => CrossEntropy(rows[i], Labels[i]));
        AssertTerm(real => 0.5 * (Of(real) + Of(s_fake)), real => loss.DiscriminatorTerm(Classes(real), Classes(HeadValues.Of(s_fake)), tensor(Labels), tensor(Labels)), s_real);
        AssertTerm(fake => 0.5 * (Of(s_real) + Of(fake)), fake => loss.DiscriminatorTerm(Classes(HeadValues.Of(s_real)), Classes(fake), tensor(Labels), tensor(Labels)), s_fake);
        AssertTerm(fake => 0.5 * Of(fake), fake => loss.GeneratorTerm(Classes(fake), tensor(Labels)), s_fake);
        AssertTerm(Of, real => new AcGanLoss { LearnsFromFake = false }.DiscriminatorTerm(Classes(real), Classes(HeadValues.Of(s_fake)), tensor(Labels), null), s_real);
    }

    [Fact]
    public void Tac_trains_a_twin_on_generated_samples_and_the_generator_against_it()
    {
        var loss = new TacLoss();
        double Of(double[][] rows) => Mean(i => CrossEntropy(rows[i], Labels[i]));
        DiscriminatorOutput Both(Tensor classes, Tensor twin) => new() { Classes = classes, TwinClasses = twin };
        AssertTerm(twin => Of(s_real) + Of(s_fake) + Of(twin), twin => loss.DiscriminatorTerm(Classes(HeadValues.Of(s_real)), Both(HeadValues.Of(s_fake), twin), tensor(Labels), tensor(Labels)), s_twin);
        AssertTerm(
            fake => Of(s_real) + Of(s_twin),
            fake => new TacLoss { LearnsFromFake = false }.DiscriminatorTerm(Classes(HeadValues.Of(s_real)), Both(fake, HeadValues.Of(s_twin)), tensor(Labels), tensor(Labels)).add(fake.sum().mul(0)),
            s_fake);
        AssertTerm(twin => Of(s_fake) - Of(twin), twin => loss.GeneratorTerm(Both(HeadValues.Of(s_fake), twin), tensor(Labels)), s_twin);
        AssertTerm(fake => Of(fake) - Of(s_twin), fake => loss.GeneratorTerm(Both(fake, HeadValues.Of(s_twin)), tensor(Labels)), s_fake);
    }

    [Fact]
    public void Adc_tells_real_from_generated_samples_of_each_class()
    {
        var (loss, wide, other) = (new AdcLoss(), Rows(4, 6), Rows(4, 6, 3));
        double Of(double[][] rows, int fake) => Mean(i => CrossEntropy(rows[i], (2 * Labels[i]) + fake));
        AssertTerm(real => Of(real, 0) + Of(other, 1), real => loss.DiscriminatorTerm(Classes(real), Classes(HeadValues.Of(other)), tensor(Labels), tensor(Labels)), wide);
        AssertTerm(fake => Of(wide, 0) + Of(fake, 1), fake => loss.DiscriminatorTerm(Classes(HeadValues.Of(wide)), Classes(fake), tensor(Labels), tensor(Labels)), other);
        AssertTerm(fake => Of(fake, 0) - Of(fake, 1), fake => loss.GeneratorTerm(Classes(fake), tensor(Labels)), other);
    }

    [Fact]
    public void Multi_hinge_has_a_class_for_generated_samples()
    {
        var (loss, wide, other) = (new MultiHingeLoss(), Rows(4, 4), Rows(4, 4, 3));
        static double Of(double[][] rows, Func<int, long> label) => Mean(i => Math.Max(0, 1 + rows[i].Where((_, k) => k != label(i)).Max() - rows[i][label(i)]));
        AssertTerm(real => Of(real, i => Labels[i]) + Of(other, _ => 3), real => loss.DiscriminatorTerm(Classes(real), Classes(HeadValues.Of(other)), tensor(Labels), tensor(Labels)), wide);
        AssertTerm(fake => Of(wide, i => Labels[i]) + Of(fake, _ => 3), fake => loss.DiscriminatorTerm(Classes(HeadValues.Of(wide)), Classes(fake), tensor(Labels), tensor(Labels)), other);
        AssertTerm(fake => Of(fake, i => Labels[i]), fake => loss.GeneratorTerm(Classes(fake), tensor(Labels)), other);
    }

    [Fact]
    public void Contrastive_embeddings_are_near_their_class()
    {
        var (loss, proxies) = (new ContrastiveLoss { Temperature = 0.7 }, Rows(4, 3, 1));
        double Of(double[][] l, double[][] e) => Mean(i =>
        {
            var own = Math.Exp(Cosine(l[i], e[i]) / 0.7);
            var others = Enumerable.Range(0, 4).Where(k => k != i).Select(k => (Same: Labels[k] == Labels[i], Value: Math.Exp(Cosine(l[i], l[k]) / 0.7))).ToArray();
            return -Math.Log((own + others.Where(other => other.Same).Sum(other => other.Value)) / (own + others.Sum(other => other.Value)));
        });
        AssertTerm(real => Of(real, proxies), real => loss.DiscriminatorTerm(Embedded(real, HeadValues.Of(proxies)), new(), tensor(Labels), null), s_real);
        AssertTerm(e => Of(s_real, e), e => loss.DiscriminatorTerm(Embedded(HeadValues.Of(s_real), e), new(), tensor(Labels), null), proxies);
        AssertTerm(fake => Of(fake, proxies), fake => loss.GeneratorTerm(Embedded(fake, HeadValues.Of(proxies)), tensor(Labels)), s_fake);
    }

    [Fact]
    public void Data_to_data_pairs_count_up_to_a_margin()
    {
        var (loss, proxies) = (new DataToDataLoss { Temperature = 0.4, PositiveMargin = 0.9, NegativeMargin = 0.1 }, Rows(4, 3, 0.2));
        double Of(double[][] f, double[][] v) => Mean(i =>
        {
            var own = Math.Min(0, Cosine(f[i], v[i]) - 0.9) / 0.4;
            return -own + Math.Log(Math.Exp(own) + Enumerable.Range(0, 4).Where(j => Labels[j] != Labels[i]).Sum(j => Math.Exp(Math.Max(0, Cosine(f[i], f[j]) - 0.1) / 0.4)));
        });
        AssertTerm(real => Of(real, proxies), real => loss.DiscriminatorTerm(Embedded(real, HeadValues.Of(proxies)), new(), tensor(Labels), null), s_real);
        AssertTerm(v => Of(s_real, v), v => loss.DiscriminatorTerm(Embedded(HeadValues.Of(s_real), v), new(), tensor(Labels), null), proxies);
        AssertTerm(fake => Of(fake, proxies), fake => loss.GeneratorTerm(Embedded(fake, HeadValues.Of(proxies)), tensor(Labels)), s_fake);
    }

    [Fact]
    public void InfoGan_recognises_codes_of_both_kinds()
    {
        var (loss, codes, logVariances) = (new InfoGanLoss { Weight = 2 }, Rows(4, 3, 5), Rows(4, 3, 6));
        AssertTerm(q => 2 * Mean(i => CrossEntropy(q[i], Labels[i])), q => loss.GeneratorTerm(Classes(q), tensor(Labels)), s_fake);
        AssertTerm(q => 2 * Mean(i => CrossEntropy(q[i], Labels[i])), q => loss.DiscriminatorTerm(new(), Classes(q), null, tensor(Labels)), s_fake);
        double Of(double[][] means, double[][] logs) => 2 * Mean(i => Enumerable.Range(0, 3).Sum(m =>
            -Math.Log(Math.Exp(-Math.Pow(codes[i][m] - means[i][m], 2) / (2 * Math.Exp(logs[i][m]))) / Math.Sqrt(2 * Math.PI * Math.Exp(logs[i][m])))));
        AssertTerm(means => Of(means, Rows(4, 3).Select(row => new double[3]).ToArray()), means => loss.GeneratorTerm(new() { CodeMeans = means }, HeadValues.Of(codes)), s_fake);
        AssertTerm(means => Of(means, logVariances), means => loss.GeneratorTerm(new() { CodeMeans = means, CodeLogVariances = HeadValues.Of(logVariances) }, HeadValues.Of(codes)), s_fake);
        AssertTerm(logs => Of(s_fake, logs), logs => loss.GeneratorTerm(new() { CodeMeans = HeadValues.Of(s_fake), CodeLogVariances = logs }, HeadValues.Of(codes)), logVariances);
    }

    [Fact]
    public void Large_logits_do_not_overflow_and_half_types_are_computed_in_float32()
    {
        using var scope = NewDisposeScope();
        var far = tensor(new[,] { { 1000.0, -1000 }, { -1000, 1000 } });
        Numbers.AssertEqual([1000], new AcGanLoss().GeneratorTerm(Classes(far), tensor(new long[] { 1, 1 })), 1e-9);
        var half = new AcGanLoss().GeneratorTerm(Classes(far.to(ScalarType.Float16)), tensor(new long[] { 0, 1 }));
        Assert.Equal(ScalarType.Float32, half.dtype);
        Numbers.AssertEqual([0], half, 1e-6);
        Numbers.AssertEqual([Math.Log(2)], new ContrastiveLoss { Temperature = 1e-3 }.GeneratorTerm(Embedded(ones(2, 2), ones(2, 2)), tensor(new long[] { 0, 1 })), 1e-4);
    }

    [Fact]
    public void Terms_go_into_a_step_beside_an_objective_and_leak_nothing()
    {
        var objective = new Hinge();
        var loss = new AcGanLoss();
        Live.AssertUnchanged(() =>
        {
            using var scope = NewDisposeScope();
            var head = randn(4, 3).requires_grad_(true);
            var output = new DiscriminatorOutput { Logits = head.sum(1), Classes = head };
            objective.DiscriminatorLoss(output.Logits, output.Logits).add(loss.DiscriminatorTerm(output, output, tensor(Labels), tensor(Labels))).backward();
            Assert.NotNull(head.grad);
        });
    }

    private static DiscriminatorOutput Classes(Tensor classes) => new() { Classes = classes };

    private static DiscriminatorOutput Embedded(Tensor embeddings, Tensor proxies) => new() { Embeddings = embeddings, Proxies = proxies };
}
