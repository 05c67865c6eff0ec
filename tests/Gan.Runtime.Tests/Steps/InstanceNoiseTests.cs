using Gan.Dsl;
using Gan.Runtime.Tests;
using Gan.Runtime.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

[assembly: GanObjectiveTests(typeof(NoisyLogistic))]

namespace Gan.Runtime.Tests
{
    /// <summary>The non-saturating losses with noise on samples, and a penalty at them.</summary>
    [GanObjective(FD = "softplus(t)", FG = "softplus(t)")]
    [InstanceNoise(0.25)]
    [R1(Weight = 1)]
    public sealed partial class NoisyLogistic;
}

namespace Gan.Runtime.Tests.Steps
{
    public class InstanceNoiseTests
    {
        [Fact]
        public void D_sees_noise_on_both_kinds_of_samples()
        {
            using var scope = NewDisposeScope();
            manual_seed(1);
            using var terms = new NoisyLogistic().DiscriminatorTerms(FunctionNet.Linear(1), zeros(4000, 1, dtype: ScalarType.Float64), ones(4000, 1, dtype: ScalarType.Float64), 0, null);
            Assert.Equal(0, terms.RealLogits.mean().ToDouble(), 0.02);
            Assert.Equal(0.25, terms.RealLogits.std().ToDouble(), 0.01);
            Assert.Equal(1, terms.FakeLogits.mean().ToDouble(), 0.02);
            Assert.Equal(0.25, terms.FakeLogits.std().ToDouble(), 0.01);
            Assert.Equal(0, terms.RealLogits.mul(terms.FakeLogits.sub(1)).mean().ToDouble(), 0.01);
        }

        [Fact]
        public void A_penalty_is_at_the_samples_with_their_noise()
        {
            // D(x) = a/2 ||x||^2 has a squared gradient of 2 a D(x).
            using var scope = NewDisposeScope();
            using var terms = new NoisyLogistic().DiscriminatorTerms(FunctionNet.Quadratic(0.5), zeros(8, 3, dtype: ScalarType.Float64), zeros(8, 3, dtype: ScalarType.Float64), 0, null);
            Assert.True(terms.RealLogits.min().ToDouble() > 0);
            Assert.Equal(2 * 0.5 * terms.RealLogits.mean().ToDouble(), terms.Penalties[0].Value.ToDouble(), 1e-12);
        }

        [Fact]
        public void G_gets_its_gradient_at_the_sample_with_noise()
        {
            // dD/dx of a quadratic D is a (x + noise), so that the sum over a sample's squared gradient tells its logit.
            using var scope = NewDisposeScope();
            var fake = zeros(1, 3, dtype: ScalarType.Float64).requires_grad_(true);
            using var terms = new NoisyLogistic().GeneratorTerms(FunctionNet.Quadratic(0.5), fake);
            terms.Backward();
            var (logit, slope) = (terms.FakeLogits.ToDouble(), 1 / (1 + Math.Exp(terms.FakeLogits.ToDouble())));
            Assert.True(logit > 0);
            Assert.Equal(2 * 0.5 * logit * slope * slope, fake.grad!.square().sum().ToDouble(), 1e-12);
        }

        [Fact]
        public void The_real_samples_of_a_coupled_objective_have_noise_in_both_steps()
        {
            using var scope = NewDisposeScope();
            var objective = new LogisticObjective { Coupled = true, InstanceNoise = 0.5 };
            var seen = new List<double>();
            var net = new FunctionNet(tensor([1.0]), (x, w) =>
            {
                seen.AddRange(Numbers.Of(x));
                return x.mul(w).sum(1);
            });
            var samples = zeros(4, 1, dtype: ScalarType.Float64);
            using var d = objective.DiscriminatorTerms(net, samples, samples, 0, null);
            using var g = objective.GeneratorTerms(net, samples, samples);
            Assert.Equal(16, seen.Distinct().Count());
            Assert.DoesNotContain(0, seen);
        }

        [Fact]
        public void Without_a_deviation_nothing_is_drawn()
        {
            using var scope = NewDisposeScope();
            var objective = new NoisyLogistic { InstanceNoise = 0 };
            var before = get_rng_state();
            using var terms = objective.DiscriminatorTerms(FunctionNet.Linear(1), zeros(4, 1, dtype: ScalarType.Float64), ones(4, 1, dtype: ScalarType.Float64), 0, null);
            Numbers.AssertEqual([0, 0, 0, 0], terms.RealLogits, 0);
            Assert.True(before.eq(get_rng_state()).all().item<bool>());
            objective.InstanceNoise = 0.5;
            using var noisy = objective.GeneratorTerms(FunctionNet.Linear(1), zeros(4, 1, dtype: ScalarType.Float64));
            Assert.All(Numbers.Of(noisy.FakeLogits), logit => Assert.NotEqual(0, logit));
        }

        [Fact]
        public void It_is_known_and_refuses_what_is_no_deviation()
        {
            using var scope = NewDisposeScope();
            var objective = new NoisyLogistic();
            Assert.Equal((0.25, 0.25), (objective.InstanceNoise, objective.Info.InstanceNoise));
            Assert.Null(new Hinge().Info.InstanceNoise);
            Assert.Contains("Sønderby et al. 2017, arXiv 1610.04490", objective.Info.Sources);
            Assert.Throws<ArgumentOutOfRangeException>("InstanceNoise", () => objective.InstanceNoise = -1);
            Assert.Throws<ArgumentOutOfRangeException>("InstanceNoise", () => objective.InstanceNoise = double.NaN);
            var whole = ones(4, 1, dtype: ScalarType.Int64);
            Assert.Throws<ArgumentException>("real", () => objective.DiscriminatorTerms(FunctionNet.Linear(1), whole, ones(4, 1), 0, null));
            Assert.Throws<ArgumentException>("fake", () => objective.GeneratorTerms(FunctionNet.Linear(1), whole));
        }

        [Fact]
        public void Steps_with_noise_leak_nothing()
        {
            using var net = FunctionNet.Linear(1);
            Live.AssertUnchanged(() => Step(net));
        }

        private static void Step(FunctionNet net)
        {
            using var scope = NewDisposeScope();
            using (var d = new NoisyLogistic().DiscriminatorTerms(net, zeros(4, 1, dtype: ScalarType.Float64), ones(4, 1, dtype: ScalarType.Float64), 0, null))
                d.Backward();
            using var g = new NoisyLogistic().GeneratorTerms(net, zeros(4, 1, dtype: ScalarType.Float64).requires_grad_(true));
            g.Backward();
        }
    }
}
