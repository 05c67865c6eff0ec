using Gan.Runtime.Discriminators;
using static TorchSharp.torch;

namespace Gan.Runtime.Steps;

/// <summary>The two players' steps of one discriminator without a condition: what <see cref="IGanObjective"/> offers by itself.</summary>
internal static class GanStep
{
    public static DiscriminatorTerms Discriminator(IGanObjective objective, nn.Module<Tensor, Tensor> discriminator, Tensor real, Tensor fake, long step) =>
        DiscriminatorStep.Run(objective, new(BoundPair.Of(discriminator), real, fake), step);

    public static GeneratorTerms Generator(IGanObjective objective, nn.Module<Tensor, Tensor> discriminator, Tensor real, Tensor fake) =>
        GeneratorStep.Run(objective, Opponent.Of(BoundPair.Of(discriminator), real), new(fake));

    public static GeneratorTerms Generator(IGanObjective objective, nn.Module<Tensor, Tensor> discriminator, Tensor fake) =>
        GeneratorStep.Run(objective, Opponent.WithoutReal(BoundPair.Of(discriminator)), new(fake));
}
