using Gan.Runtime.Testing;
using Gan.Runtime.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Penalties;

public class PathLengthPenaltyTests
{
    private const ScalarType F64 = ScalarType.Float64;

    [Fact]
    public void Its_lengths_are_those_of_the_directions_drawn()
    {
        // G(w)_cp = s w_1 + 2 w_2 c: with y of 2 channels and 4 pixels J^T y = (s sum y, 2 sum c y).
        using var scope = NewDisposeScope();
        var channel = tensor(new[] { 1.0, 3.0 }).reshape(1, 2, 1, 1);
        var scale = tensor(5.0).requires_grad_(true);
        var latents = tensor(new double[,] { { 0.1, 0.2 }, { -1, 0.4 }, { 2, 0 } }).requires_grad_(true);
        var fake = Generate();
        random.manual_seed(11);
        var y = Numbers.Of(randn_like(fake));
        random.manual_seed(11);
        using var term = new PathLengthPenalty { Weight = 3, Decay = 0.75 }.Evaluate(fake, latents);

        double[] sums = [.. Enumerable.Range(0, 3).Select(n => y.Skip(8 * n).Take(8).Sum() / 2)];
        double[] mixed = [.. Enumerable.Range(0, 3).Select(n => (y.Skip(8 * n).Take(4).Sum() + (3 * y.Skip((8 * n) + 4).Take(4).Sum())) / 2)];
        double[] lengths = [.. sums.Zip(mixed, (a, b) => Math.Sqrt((25 * a * a) + (4 * b * b)))];
        var average = 0.25 * lengths.Average();
        Assert.Equal(3 * lengths.Average(length => Math.Pow(length - average, 2)), term.item<double>(), 1e-10);

        term.backward();
        var slope = Enumerable.Range(0, 3).Average(n => 2 * (lengths[n] - average) * 5 * sums[n] * sums[n] / lengths[n]);
        Assert.Equal(3 * slope, scale.grad!.item<double>(), 1e-10);

        Tensor Generate() => latents.narrow(1, 0, 1).mul(scale).reshape(3, 1, 1, 1).add(latents.narrow(1, 1, 1).reshape(3, 1, 1, 1).mul(2).mul(channel)).expand(3, 2, 2, 2);
    }

    [Fact]
    public void Its_weight_is_a_factor_and_without_one_nothing_is_drawn()
    {
        using var scope = NewDisposeScope();
        var latents = ones(4, 3, dtype: F64).requires_grad_(true);
        var (whole, half, none) = (Seeded(1), Seeded(0.5), Seeded(0));
        Assert.True(whole.Term > 0);
        Assert.Equal(whole.Term / 2, half.Term, 1e-12);
        random.manual_seed(3);
        Assert.Equal((0, rand(1, dtype: F64).item<double>()), none);

        (double Term, double Next) Seeded(double weight)
        {
            random.manual_seed(3);
            return (new PathLengthPenalty { Weight = weight }.Evaluate(latents.mul(2), latents).to(F64).item<double>(), rand(1, dtype: F64).item<double>());
        }
    }

    [Fact]
    public void Each_layers_latents_count_by_their_mean_square()
    {
        // Two layers, each the whole picture times s: J^T y = s y in each, so the mean over layers is that of one.
        using var scope = NewDisposeScope();
        var layered = ones(4, 2, 3, dtype: F64).requires_grad_(true);
        var flat = ones(4, 3, dtype: F64).requires_grad_(true);
        var one = Seeded(() => new PathLengthPenalty().Evaluate(flat.mul(2), flat));
        var two = Seeded(() => new PathLengthPenalty().Evaluate(layered.sum(1).mul(2), layered));
        Assert.Equal(one, two, 1e-10);

        static double Seeded(Func<Tensor> term)
        {
            random.manual_seed(3);
            return term().item<double>();
        }
    }

    [Fact]
    public void The_average_moves_towards_the_batchs_mean_length_step_by_step()
    {
        using var scope = NewDisposeScope();
        using var discriminator = FunctionNet.Linear(1, 1, 1);
        var penalty = new PathLengthPenalty { Weight = 1, Decay = 0.75, Every = 2 };
        var objective = new LogisticObjective { GeneratorPenalties = [penalty] };
        var latents = ones(5, 3, dtype: F64).requires_grad_(true);
        var expected = 0.0;
        for (var step = 0; step < 5; step++)
        {
            random.manual_seed(step);
            var mean = Numbers.Of(randn(5, 3, dtype: F64)).Chunk(3).Average(y => 2 * Math.Sqrt(y.Sum(v => v * v)));
            random.manual_seed(step);
            using var terms = objective.GeneratorTerms(discriminator, latents.mul(2), latents, step);
            Assert.Equal(step % 2 == 0 ? 1 : 0, terms.Penalties.Count);
            if (step % 2 == 0)
                expected += 0.25 * (mean - expected);
            Assert.Equal(expected, penalty.State.Mean, 1e-10);
        }
    }

    [Fact]
    public void The_total_has_it_times_its_interval_and_D_gets_no_gradient()
    {
        using var scope = NewDisposeScope();
        using var discriminator = FunctionNet.Linear(1, 1, 1);
        var objective = new LogisticObjective { LossWeight = 2, GeneratorPenalties = [new PathLengthPenalty { Weight = 3, Every = 4 }] };
        var scale = tensor(2.0).requires_grad_(true);
        var latents = ones(5, 3, dtype: F64).requires_grad_(true);
        random.manual_seed(1);
        var bare = objective.GeneratorPenalties[0].Evaluate(latents.mul(scale), latents).item<double>();
        random.manual_seed(1);
        using var terms = objective.GeneratorTerms(discriminator, latents.mul(scale), latents, step: 8);
        Assert.Equal(("PathLength", 4 * bare), (terms.Penalties[0].Name, terms.Penalties[0].Value.item<double>()));
        Assert.Equal(2 * SampleLoss.Softplus.Value(-6), terms.Adversarial.item<double>(), 1e-12);
        Assert.Equal(terms.Adversarial.item<double>() + (4 * bare), terms.Total.item<double>(), 1e-12);
        terms.Total.backward();
        Assert.Empty(discriminator.Gradient);
        Assert.NotNull(scale.grad);
        Assert.True(discriminator.Weight.requires_grad);
    }

    [Fact]
    public void Latents_that_come_from_a_mapping_train_it_too()
    {
        // w = m z, G(w) = w^2: J = 2 w depends on m.
        using var scope = NewDisposeScope();
        var mapping = tensor(0.5).to(F64).requires_grad_(true);
        var latents = ones(4, 3, dtype: F64).mul(mapping);
        using var term = new PathLengthPenalty().Evaluate(latents.square(), latents);
        term.backward();
        Assert.NotEqual(0, mapping.grad!.item<double>());
    }

    [Fact]
    public void By_default_the_average_moves_as_StyleGAN2s_does()
    {
        // Karras 2020 and its code: pl_mean + 0.01 (mean - pl_mean).
        using var scope = NewDisposeScope();
        using var discriminator = FunctionNet.Linear(1, 1, 1);
        var objective = new StyleGan2();
        var expected = 0.0;
        for (var step = 0; step < 12; step += 4)
        {
            random.manual_seed(step);
            var mean = Numbers.Of(randn(5, 3, dtype: F64)).Chunk(3).Average(y => 2 * Math.Sqrt(y.Sum(v => v * v)));
            expected += 0.01 * (mean - expected);
            random.manual_seed(step);
            var latents = ones(5, 3, dtype: F64).requires_grad_(true);
            objective.GeneratorTerms(discriminator, latents.mul(2), latents, step).Dispose();
            Assert.Equal(expected, objective.State["PathLength.Mean"], 1e-14);
        }

        Assert.Equal(0.99, new PathLengthPenalty().Decay);
        Assert.Equal(new Dsl.LeCamAttribute().Decay, new Dsl.PathLengthAttribute().Decay);
    }

    [Fact]
    public void Latents_that_are_no_leaf_are_left_without_a_gradient()
    {
        using var scope = NewDisposeScope();
        using var discriminator = FunctionNet.Linear(1, 1, 1);
        var objective = new LogisticObjective { GeneratorPenalties = [new PathLengthPenalty()] };
        var latents = ones(4, 3, dtype: F64).requires_grad_(true).mul(2);
        using (var terms = objective.GeneratorTerms(discriminator, latents.square(), latents, step: 0))
            terms.Backward();
        Assert.Null(latents.grad);

        var others = ones(4, 3, dtype: F64).requires_grad_(true).mul(2);
        using (var terms = objective.GeneratorTerms([discriminator, discriminator], null, others.square(), others, ListReduction.Mean, step: 0))
            terms.Backward();
        Assert.Null(others.grad);
    }

    [Fact]
    public void Latents_that_are_no_leaf_bring_no_warning()
    {
        var child = ChildProcess.Run(MapAndEvaluate);
        Assert.Equal((0, ""), (child.ExitCode, child.Errors));
    }

    private static void MapAndEvaluate()
    {
        using var scope = NewDisposeScope();
        var latents = ones(4, 3, dtype: F64).requires_grad_(true).mul(2);
        new PathLengthPenalty().Evaluate(latents.square(), latents).backward();
    }

    [Fact]
    public void A_gradient_the_latents_have_already_stays()
    {
        using var scope = NewDisposeScope();
        var latents = ones(4, 3, dtype: F64).requires_grad_(true);
        latents.sum().backward();
        random.manual_seed(5);
        var first = new PathLengthPenalty().Evaluate(latents.square(), latents).item<double>();
        latents.grad!.mul_(7);
        random.manual_seed(5);
        Assert.Equal(first, new PathLengthPenalty().Evaluate(latents.square(), latents).item<double>());
        Assert.All(Numbers.Of(latents.grad!), value => Assert.Equal(7, value));
    }

    [Fact]
    public void The_closed_forms_of_the_checks()
    {
        var penalty = new PathLengthPenalty { Weight = 2, Decay = 0.5 };
        PathLengthChecks.LinearGenerator(penalty.Evaluate, 3, 2 * 9 * (1 - (2 / Math.PI * 0.75)), 2 * 6 * (1 - (2 / Math.PI * 0.5)));
        PathLengthChecks.ZeroLengthIsFinite(penalty.Evaluate);
        PathLengthChecks.NothingLeaks(penalty.Evaluate);
        CheckFailure.AssertFails(() => PathLengthChecks.LinearGenerator(penalty.Evaluate, 3, 18, 6), "averaged", "derivative");
        CheckFailure.AssertFails(() => PathLengthChecks.ZeroLengthIsFinite((fake, latents) => Taken(fake, latents).square().sum([1]).sqrt().mean()), "NaN");
        CheckFailure.AssertFails(() => PathLengthChecks.NothingLeaks((fake, latents) => fake.square().mean().add(latents.mul(0).sum().detach().DetachFromDisposeScope())), "alive");

        static Tensor Taken(Tensor fake, Tensor latents)
        {
            autograd.backward([fake.sum()], create_graph: true, retain_graph: true, inputs: [latents]);
            var gradient = latents.grad!;
            latents.grad = null;
            return gradient;
        }
    }

    [Fact]
    public void Without_the_latents_nothing_is_dropped_in_silence()
    {
        using var scope = NewDisposeScope();
        using var discriminator = FunctionNet.Linear(1, 1, 1);
        using var conditional = ConditionalNet.Classes(new double[,] { { 1, 1, 1 } });
        var objective = new LogisticObjective { GeneratorPenalties = [new PathLengthPenalty { Every = 4 }] };
        var fake = ones(1, 3, dtype: F64);
        var labels = tensor([0L]);
        Assert.All(
            new Action[]
            {
                () => GanStep.Generator(objective, discriminator, fake),
                () => GanStep.Generator(objective, discriminator, fake, fake),
                () => objective.GeneratorTerms(conditional, fake, labels),
                () => objective.GeneratorTerms([discriminator], fake, ListReduction.Sum),
            },
            call => Assert.Contains("latents, step", Assert.Throws<InvalidOperationException>(call).Message));
        Assert.Equal(0, discriminator.Calls);

        using var idle = objective.GeneratorTerms(discriminator, fake, null, step: 3);
        Assert.Empty(idle.Penalties);
        Assert.Throws<ArgumentNullException>("latents", () => objective.GeneratorTerms(discriminator, fake, null, step: 4));
        using var off = GanStep.Generator(new LogisticObjective { GeneratorPenalties = [new PathLengthPenalty { Weight = 0 }] }, discriminator, fake);
        Assert.Empty(off.Penalties);
    }

    [Fact]
    public void It_works_with_real_samples_and_with_a_condition()
    {
        using var scope = NewDisposeScope();
        using var discriminator = FunctionNet.Linear(1, 1, 1);
        using var conditional = ConditionalNet.Classes(new double[,] { { 1, 1, 1 } });
        var coupled = new LogisticObjective { Coupled = true, GeneratorPenalties = [new PathLengthPenalty()] };
        var plain = new LogisticObjective { GeneratorPenalties = [new PathLengthPenalty()] };
        var (real, labels) = (zeros(1, 3, dtype: F64), tensor([0L]));
        var latents = ones(1, 3, dtype: F64).requires_grad_(true);
        using var a = coupled.GeneratorTerms(discriminator, real, latents.mul(2), latents, 0);
        using var b = plain.GeneratorTerms(conditional, latents.mul(2), labels, latents, 0);
        using var c = coupled.GeneratorTerms(conditional, real, latents.mul(2), labels, latents, 0);
        using var d = coupled.GeneratorTerms([discriminator, discriminator], real, latents.mul(2), latents, ListReduction.Mean, 0);
        Assert.All([a.Adversarial, b.Adversarial, c.Adversarial, d.Adversarial], loss => Assert.Equal(SampleLoss.Softplus.Value(-6), loss.item<double>(), 1e-12));
        Assert.Equal((1, 1, 1, 1), (a.Penalties.Count, b.Penalties.Count, c.Penalties.Count, d.Penalties.Count));
        Assert.Equal(d.Adversarial.item<double>() + d.Penalties[0].Value.item<double>(), d.Total.item<double>(), 1e-12);
    }

    [Fact]
    public void What_has_no_path_length_is_refused_by_name()
    {
        using var scope = NewDisposeScope();
        var penalty = new PathLengthPenalty();
        var latents = ones(4, 3).requires_grad_(true);
        var fake = latents.mul(2);
        Assert.Throws<ArgumentNullException>("fake", () => penalty.Evaluate(null!, latents));
        Assert.Throws<ArgumentNullException>("latents", () => penalty.Evaluate(fake, null!));
        Assert.Throws<ArgumentException>("latents", () => penalty.Evaluate(fake, ones(4, 3)));
        Assert.Throws<ArgumentException>("latents", () => penalty.Evaluate(fake, ones(5, 3).requires_grad_(true)));
        Assert.Throws<ArgumentException>("latents", () => penalty.Evaluate(fake, ones(4).requires_grad_(true)));
        Assert.Throws<ArgumentException>("fake", () => penalty.Evaluate(fake.detach(), latents));
        Assert.Throws<ArgumentException>("fake", () => penalty.Evaluate(fake.sum(1), latents));
        Assert.Throws<ArgumentException>("fake", () => penalty.Evaluate(fake.to(ScalarType.Int64), latents));
        var other = ones(4, 3).requires_grad_(true);
        Assert.Contains("do not depend on the latents", Assert.Throws<InvalidOperationException>(() => penalty.Evaluate(fake, other)).Message);
        Assert.Throws<ArgumentOutOfRangeException>("step", () => new LogisticObjective().GeneratorTerms(FunctionNet.Linear(1, 1, 1), fake, latents, -1));
    }

    [Fact]
    public void Steps_leave_no_tensor()
    {
        using var discriminator = FunctionNet.Linear(1, 1, 1);
        using var scale = ones(1, dtype: F64).requires_grad_(true);
        var objective = new LogisticObjective { GeneratorPenalties = [new PathLengthPenalty()] };
        Live.AssertUnchanged(() =>
        {
            using var latents = ones(4, 3, dtype: F64).requires_grad_(true);
            using var mapped = latents.mul(scale);
            using var fake = mapped.mul(scale);
            using (var terms = objective.GeneratorTerms(discriminator, fake, mapped, step: 0))
                terms.Total.backward();
            scale.grad!.Dispose();
            scale.grad = null;
            Assert.ThrowsAny<ArgumentException>(() => objective.GeneratorTerms(discriminator, fake, null, step: 0));
        });
    }
}
