namespace Gan.Runtime;

/// <summary>The discriminator's step, whatever kind of discriminator. It works in the caller's scope, whose outer scope gets the terms.</summary>
internal static class DiscriminatorStep
{
    public static DiscriminatorTerms Run(IGanObjective objective, DiscriminatorPass pass, long step, LogitGradients? kept = null)
    {
        ArgumentNullException.ThrowIfNull(objective);
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        // Both batches are checked before D is called for the first.
        _ = (pass.Real.Input, pass.Fake.Input);

        var due = objective.Penalties.Where(penalty => penalty.IsDue(step)).ToArray();
        foreach (var penalty in due)
            penalty.Prepare(pass);
        var (real, fake) = (pass.Real.Logits, pass.Fake.Logits);
        var penalties = Array.ConvertAll(due, penalty =>
            new PenaltyTerm(penalty.Name, penalty.Expectation(pass).mul(penalty.Weight * penalty.Every)));
        var loss = StepLoss.Of(objective, gradients => objective.DiscriminatorGradients(real, fake, gradients), () => objective.DiscriminatorLoss(real, fake), penalties, kept);
        var terms = new DiscriminatorTerms(loss, real, fake);
        pass.Complete();
        return terms;
    }
}
