using System.Text.Json.Serialization;

namespace Gan.Runtime;

/// <summary>One term that is added to a player's loss.</summary>
/// <param name="Name">The name of <see cref="Penalty.Name"/>.</param>
/// <param name="Text">The whole term, its weight included, in plain text; then, after a comma, what is more to say: how often it is evaluated, by which norm or noise.</param>
/// <param name="Latex">The term in LaTeX for math mode, without dollar signs.</param>
public sealed record PenaltyInfo(string Name, string Text, string Latex)
{
    /// <summary>What the term adds to the loss of one real logit t, where averages of logits are 0, in plain text: <c>0.3 * square(relu(t))</c>. Null where that is no function of the logit.</summary>
    /// <remarks>It is for proofs, and no part of a run's record.</remarks>
    [JsonIgnore]
    public string? RealTerm { get; init; }

    /// <summary>What the term adds to the loss of one fake logit t. Null where that is no function of the logit.</summary>
    /// <remarks>It is for proofs, and no part of a run's record.</remarks>
    [JsonIgnore]
    public string? FakeTerm { get; init; }
}
