using Gan.Generators.Analysis.Certificates;

namespace Gan.Generators.Analysis;

/// <summary>
/// What the analysis says of one statement. The set of cases is closed: <see cref="Proved"/> by an argument over the whole line,
/// <see cref="Refuted"/> by a number at which it fails beyond doubt, <see cref="Unknown"/> otherwise. It never guesses.
/// </summary>
/// <param name="Reason">Why, as one plain phrase.</param>
internal abstract record Verdict(string Reason)
{
    public bool IsProved => this is Proved;

    public bool IsRefuted => this is Refuted;

    public bool IsUnknown => this is Unknown;

    /// <param name="Certificate">What was proved and how: what cannot be written down for a checker to follow is not called proved.</param>
    internal sealed record Proved(string Reason, Certificate Certificate) : Verdict(Reason);

    /// <param name="Witness">A value of the variable at which the statement fails.</param>
    internal sealed record Refuted(double Witness, string Reason) : Verdict(Reason);

    internal sealed record Unknown(string Reason) : Verdict(Reason);
}
