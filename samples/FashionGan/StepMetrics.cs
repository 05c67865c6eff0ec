using System.Globalization;
using Gan.Runtime;
using TorchSharp;

namespace FashionGan;

/// <summary>The numbers of one step: the adversarial losses, the weighted penalties, and the mean logits of real and generated images.</summary>
internal sealed record StepMetrics(int Step, float LossD, float Penalty, float LossG, float RealLogit, float FakeLogit)
{
    public static StepMetrics Of(int step, DiscriminatorTerms d, GeneratorTerms g) => new(
        step, d.Adversarial.ToSingle(), d.Penalties.Sum(p => p.Value.ToSingle()), g.Adversarial.ToSingle(), d.RealLogits.mean().ToSingle(), d.FakeLogits.mean().ToSingle());

    public static void Save(string path, IEnumerable<StepMetrics> steps) =>
        File.WriteAllLines(path, ["step,loss_d,penalty,loss_g,logit_real,logit_fake", .. steps.Select(step => step.ToCsv())]);

    private string ToCsv() => string.Create(CultureInfo.InvariantCulture, $"{Step},{LossD},{Penalty},{LossG},{RealLogit},{FakeLogit}");
}
