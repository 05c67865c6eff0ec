using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace Gan.Benchmarks;

/// <summary>
/// The losses as one writes them in TorchSharp without the library, from the papers.
/// </summary>
internal static class HandWritten
{
    /// <summary>The discriminator's.</summary>
    internal static class D
    {
        public static Tensor Logistic(Tensor real, Tensor fake) => softplus(-real).mean() + softplus(fake).mean();

        public static Tensor SmoothedLogistic(Tensor real, Tensor fake) => softplus(real).mean() - 0.9 * real.mean() + softplus(fake).mean();

        public static Tensor Hinge(Tensor real, Tensor fake) => relu(1 - real).mean() + relu(1 + fake).mean();

        public static Tensor LeastSquares(Tensor real, Tensor fake) => (real - 1).square().mean() + fake.square().mean();

        public static Tensor LeastSquaresSymmetric(Tensor real, Tensor fake) => (real - 1).square().mean() + (fake + 1).square().mean();

        public static Tensor Wasserstein(Tensor real, Tensor fake) => fake.mean() - real.mean();

        public static Tensor EnergyBased(Tensor real, Tensor fake) => real.mean() + relu(10 - fake).mean();

        public static Tensor Exponential(Tensor real, Tensor fake) => exp(-real).mean() + exp(fake).mean();

        public static Tensor JensenShannon(Tensor real, Tensor fake) => Logistic(real, fake) - 2 * Math.Log(2);

        public static Tensor KullbackLeibler(Tensor real, Tensor fake) => exp(fake).mean() - real.mean() - 1;

        public static Tensor ReverseKullbackLeibler(Tensor real, Tensor fake) => exp(-real).mean() + fake.mean() - 1;

        public static Tensor PearsonChiSquared(Tensor real, Tensor fake) => expm1(2 * fake).mean() - 2 * expm1(real).mean();

        public static Tensor NeymanChiSquared(Tensor real, Tensor fake) => expm1(-2 * real).mean() - 2 * expm1(-fake).mean();

        public static Tensor SquaredHellinger(Tensor real, Tensor fake) => expm1(-real / 2).mean() + expm1(fake / 2).mean();

        public static Tensor TotalVariation(Tensor real, Tensor fake) => (fake.tanh().mean() - real.tanh().mean()) / 2;

        public static Tensor RelativisticPair(Tensor real, Tensor fake) => softplus(fake - real).mean();

        public static Tensor RelativisticAverage(Tensor real, Tensor fake) => softplus(fake.mean() - real).mean() + softplus(fake - real.mean()).mean();

        public static Tensor RelativisticAverageHinge(Tensor real, Tensor fake) =>
            relu(1 - (real - fake.mean())).mean() + relu(1 + (fake - real.mean())).mean();

        public static Tensor RelativisticAverageLeastSquares(Tensor real, Tensor fake) =>
            (real - fake.mean() - 1).square().mean() + (fake - real.mean() + 1).square().mean();
    }

    /// <summary>The generator's, of objectives that are not coupled: the others swap the discriminator's real and fake logits.</summary>
    internal static class G
    {
        public static Tensor Saturating(Tensor fake) => -softplus(fake).mean();

        public static Tensor NonSaturating(Tensor fake) => softplus(-fake).mean();

        public static Tensor BoundarySeeking(Tensor fake) => fake.square().mean() / 2;

        public static Tensor Critic(Tensor fake) => -fake.mean();

        public static Tensor LeastSquares(Tensor fake) => (fake - 1).square().mean();

        public static Tensor Energy(Tensor fake) => fake.mean();

        public static Tensor Exponential(Tensor fake) => exp(-fake).mean();

        public static Tensor JensenShannon(Tensor fake) => Math.Log(2) - softplus(fake).mean();

        public static Tensor KullbackLeibler(Tensor fake) => -exp(fake).mean();

        public static Tensor ReverseKullbackLeibler(Tensor fake) => 1 - fake.mean();

        public static Tensor PearsonChiSquared(Tensor fake) => -expm1(2 * fake).mean();

        public static Tensor NeymanChiSquared(Tensor fake) => 2 * expm1(-fake).mean();

        public static Tensor SquaredHellinger(Tensor fake) => -expm1(fake / 2).mean();

        public static Tensor TotalVariation(Tensor fake) => -fake.tanh().mean() / 2;
    }
}
