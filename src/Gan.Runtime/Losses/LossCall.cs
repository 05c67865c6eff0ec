using Gan.Runtime.Losses.Terms;
using static TorchSharp.torch;

namespace Gan.Runtime.Losses;

/// <summary>One computation of a loss for autograd's graph: what it makes, and what is saved of it for backward. The graph has its own hold on all of that.</summary>
internal sealed class LossCall(LossTerm term, LossPath path) : IDisposable
{
    private readonly Tensor?[] gradients = new Tensor?[term.Sides.Length];
    private Tensor? loss;

    public LossTerm Term => term;

    public Tensor Run()
    {
        for (var i = 0; i < gradients.Length; i++)
            gradients[i] = term.ScalesGradient && term.Sides[i].Logits.requires_grad ? term.Sides[i].Logits : null;
        return loss = LossEvaluation.Evaluate(term, path, gradients);
    }

    /// <summary>The gradients, the logits, and then weights and masks if there are any.</summary>
    public List<Tensor> Saved()
    {
        var saved = new List<Tensor>(4);
        foreach (var gradient in gradients)
            saved.Add(gradient!);
        foreach (var side in term.Sides)
            saved.Add(side.Logits);
        if (term.HasWeightsOrMask)
        {
            foreach (var side in term.Sides)
                saved.AddRange([side.Reduction.Weights!, side.Reduction.Mask!]);
        }

        return saved;
    }

    /// <summary>The sides of a term from what was saved of them.</summary>
    public static LossSide[] Restore(LossTerm term, List<Tensor> saved)
    {
        var count = term.Sides.Length;
        return [.. term.Sides.Select((side, i) => side with
        {
            Logits = saved[count + i],
            Reduction = term.HasWeightsOrMask
                ? new(side.Reduction.Kind) { Weights = saved[2 * (count + i)], Mask = saved[2 * (count + i) + 1] }
                : side.Reduction,
        })];
    }

    public void Dispose()
    {
        loss?.Dispose();
        foreach (var gradient in gradients)
            gradient?.Dispose();
    }
}
