namespace Gan.Experiments.Atlas.Curves;

/// <summary>A logit at which a loss has a kink: its slope is one number before and another one after.</summary>
/// <param name="Loss">Which loss: real, fake or generator.</param>
/// <param name="Logit">Where.</param>
/// <param name="Before">The slope before it.</param>
/// <param name="After">The slope after it.</param>
internal sealed record Kink(string Loss, double Logit, double Before, double After)
{
    private const int Halvings = 40;
    private const double Least = 1e-6;

    /// <summary>Halves each interval of the grid towards its greater difference of slopes: what is smooth has none in the end.</summary>
    public static IEnumerable<Kink> Of(string loss, Func<double[], double[]> slopeOf, double[] logits)
    {
        var slopes = slopeOf(logits);
        // A kink on the grid itself lies between its neighbours.
        List<Cell> cells = [.. Enumerable.Range(0, logits.Length - 2).Select(i => new Cell(logits[i], logits[i + 2], slopes[i], slopes[i + 2], Math.Abs(slopes[i + 2] - slopes[i])))];
        for (var step = 0; step < Halvings; step++)
        {
            cells.RemoveAll(static cell => !cell.MayJump);
            var slope = slopeOf([.. cells.Select(static cell => cell.Inside)]);
            for (var i = 0; i < cells.Count; i++)
                cells[i] = cells[i].Halved(slope[i]);
        }

        return cells.Where(static cell => cell.MayJump).Select(cell => new Kink(loss, Math.Round((cell.Low + cell.High) / 2, 9) + 0.0, cell.Before, cell.After)).DistinctBy(static kink => kink.Logit);
    }

    // Jump is the difference of the slopes at first.
    private readonly record struct Cell(double Low, double High, double Before, double After, double Jump)
    {
        // Not the middle, which may be the kink itself, with a slope of its own.
        public double Inside => Low + (0.4990234375 * (High - Low));

        /// <summary>Whether a good part of what the slopes differed by is still there: of what is smooth half of it goes each time.</summary>
        public bool MayJump => Math.Abs(After - Before) > Math.Max(0.1 * Jump, Least * Math.Max(1, Math.Abs(Before)));

        public Cell Halved(double slope) => Math.Abs(slope - Before) >= Math.Abs(After - slope) ? this with { High = Inside, After = slope } : this with { Low = Inside, Before = slope };
    }
}
