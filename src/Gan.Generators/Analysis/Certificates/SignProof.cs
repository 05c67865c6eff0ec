using Gan.Generators.Basics;

namespace Gan.Generators.Analysis.Certificates;

/// <summary>How it is shown that a formula has one sign over a range. The set of cases is closed.</summary>
internal abstract record SignProof
{
    /// <summary>Bounds of its values, or its exact form, have the sign over the whole range.</summary>
    internal sealed record Whole : SignProof
    {
        public override string ToString() => "whole";
    }

    /// <summary>It has the sign at one number, away from which its slope leads further from zero on both sides.</summary>
    /// <param name="At">The number.</param>
    /// <param name="Right">How the slope is ≥ 0 from there on.</param>
    /// <param name="Left">How the slope is ≤ 0 up to there.</param>
    internal sealed record Slopes(double At, SignProof Right, SignProof Left) : SignProof
    {
        public override string ToString() => $"slopes({Numbers.Text(At)}, {Right}, {Left})";
    }

    /// <summary>It has the sign as a formula of log t.</summary>
    /// <param name="Proof">How.</param>
    internal sealed record InLogarithm(SignProof Proof) : SignProof
    {
        public override string ToString() => $"logarithm({Proof})";
    }

    /// <summary>It has the sign over each part of the range.</summary>
    /// <param name="Cuts">The numbers between the parts, in rising order.</param>
    internal sealed record Split(EquatableArray<double> Cuts) : SignProof
    {
        public override string ToString() => $"split({string.Join(", ", Cuts.Select(Numbers.Text))})";
    }
}
