using Gan.Experiments.Atlas.Losses;

namespace Gan.Experiments.Atlas.Supports;

/// <summary>Two points and the best D among those of slope 1 at most: what it returns at the two differs by their distance, or by less where that is enough to be sure.</summary>
internal static class LimitedDiscriminator
{
    private const int Bisections = 100;
    private const double Reach = 1e3;

    public static SupportCurve Of(EmittedLosses losses, Landmarks landmarks, double[] distances)
    {
        var answers = distances.Select(d => Answers(losses, landmarks, d)).ToArray();
        double[] real = [.. answers.Select(static a => a.Real)], fake = [.. answers.Select(static a => a.Fake)];
        double[] loss = losses.Info.IsCoupled ? losses.Fake(fake) : [.. losses.Real(real).Zip(losses.Fake(fake), static (r, f) => r + f)];
        var blind = losses.Info.IsCoupled ? losses.Fake(0) : losses.Real(landmarks.Balanced) + losses.Fake(landmarks.Balanced);
        var slopes = losses.GeneratorSlope(fake);
        return new(SupportCurve.Limited, 0, distances, [.. loss.Select(l => blind - l)], [.. distances.Select((d, i) => slopes[i] * (fake[i] - real[i]) / d)]);
    }

    private static (double Real, double Fake) Answers(EmittedLosses losses, Landmarks landmarks, double d)
    {
        var sure = landmarks.SureReal - landmarks.SureFake;
        if (losses.Info.IsCoupled)
            return (0, -double.CopySign(Math.Min(d, Math.Abs(landmarks.SureFake)), losses.Direction));
        if (Math.Abs(sure) <= d)
            return (landmarks.SureReal, landmarks.SureFake);
        // As far apart as may be: one number is left, which the sum of the slopes is 0 at.
        var (gap, low, high) = (double.CopySign(d, losses.Direction), Math.Max(-Reach, losses.Lowest + (d * (losses.Direction + 1) / 2)), Reach);
        if (losses.RealSlope([gap / 2])[0] + losses.FakeSlope([-gap / 2])[0] == 0 && gap / 2 >= low)
            return (gap / 2, -gap / 2);
        for (var step = 0; step < Bisections; step++)
        {
            var middle = (low + high) / 2;
            if (losses.RealSlope([middle])[0] + losses.FakeSlope([middle - gap])[0] < 0) low = middle;
            else high = middle;
        }

        return (high, high - gap);
    }
}
