using Gan.Experiments.Atlas.Optimum;

namespace Gan.Experiments.Atlas.Batches;

/// <summary>What is otherwise where losses are of batches.</summary>
internal static class BatchNotes
{
    /// <param name="optimum">What the best D returns.</param>
    /// <param name="others">What D answers to the logits that stay.</param>
    public static IEnumerable<string> Of(OptimumSection optimum, double others)
    {
        var held = (Math.Round(others, 6) + 0.0).ToString("G4", System.Globalization.CultureInfo.InvariantCulture).Replace('-', '−');
        yield return $"Its losses are of whole batches, so everything is measured of a batch of {BatchLevels.Samples} real and {BatchLevels.Samples} generated samples, on the Dirac-GAN of one each.";
        yield return $"The curves are of one logit of the batch, while all others stay at {held}: {BatchLevels.Samples} times the change of L_D or L_G, which of a loss of single logits is the change of that loss.";
        yield return $"There is no f(u). What D returns is shown of a batch whose samples lie at seven places, with p/q from 1/25 to 25{(optimum.IsUpToConstant ? "; a constant added to all answers changes nothing" : "")}. What it measures is shown while q moves from p to its mirror image.";
        if (optimum.HasStoppedGradients)
            yield return "Some gradients are stopped on purpose (detach), so that D does not descend the value of its loss: D* is where its gradients are 0, and what it measures is what they add up to on the way there.";
        yield return "The pictures of noise are left out: a batch has no density, no two of its samples lie at one place once noise has moved them, and a D without a limit tells them apart however strong the noise is. What G minimises is what the compiler says, where it knows it.";
    }
}
