namespace Gan.Dsl;

/// <summary>
/// Declares a GAN objective. The partial class it stands on becomes an <c>IGanObjective</c> with a discriminator and a generator loss.
/// </summary>
/// <remarks>
/// <para>
/// D returns a logit t (any real number unless <see cref="Logits"/> says otherwise, never a probability), and every loss is minimised. Give either the symmetric pair,
/// <see cref="FD"/> and <see cref="FG"/>:
/// <code>
/// L_D = E[f_D(-D(x))] + E[f_D(D(G(z)))]        L_G = E[f_G(-D(G(z)))]
/// </code>
/// or the three losses themselves, <see cref="Real"/>, <see cref="Fake"/> and <see cref="Generator"/>:
/// <code>
/// L_D = E[Real(D(x))] + E[Fake(D(G(z)))]       L_G = E[Generator(D(G(z)))]
/// </code>
/// Both in one declaration is an error.
/// </para>
/// <para>
/// A formula is a C# expression in <c>t</c>: <c>"softplus(t)"</c>, <c>"max(0, 1 + t)"</c>, <c>"pow(t - 1, 2)"</c>.
/// The bare name of a function is that function of t: <c>"softplus"</c> is <c>"softplus(t)"</c>.
/// Numbers may have names: the <see cref="HyperparameterAttribute"/> properties, first letter lowered, and constants, <c>const</c> or <c>static readonly</c>, of the class, its bases and the types around it.
/// </para>
/// <para>Sources: Nagarajan and Kolter 2017 (arXiv 1706.04156); Mescheder, Geiger and Nowozin 2018 (arXiv 1801.04406).</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class GanObjectiveAttribute : Attribute
{
    /// <summary>The discriminator's f_D: the loss of a real logit is f_D(-t), of a fake one f_D(t). Goes with <see cref="FG"/>.</summary>
    public string? FD { get; set; }

    /// <summary>The generator's f_G: its loss is f_G(-t) of a fake logit t. Goes with <see cref="FD"/>.</summary>
    public string? FG { get; set; }

    /// <summary>The discriminator's loss of a real logit. Goes with <see cref="Fake"/> and <see cref="Generator"/>.</summary>
    public string? Real { get; set; }

    /// <summary>The discriminator's loss of a fake logit. Goes with <see cref="Real"/> and <see cref="Generator"/>.</summary>
    public string? Fake { get; set; }

    /// <summary>The generator's loss of a fake logit. Goes with <see cref="Real"/> and <see cref="Fake"/>.</summary>
    public string? Generator { get; set; }

    /// <summary>
    /// Whether the losses look at real and fake logits together, as the relativistic ones do. Default: each logit by itself.
    /// A coupled objective is declared by <see cref="FD"/> and <see cref="FG"/>.
    /// </summary>
    public Coupling Coupling { get; set; }

    /// <summary>What values D's output can take. Default: any real number.</summary>
    public LogitRange Logits { get; set; }

    /// <summary>Whether D's output is a logit, high on real samples, or an energy, low on them. Default: a logit.</summary>
    public LogitSign Sign { get; set; }

    /// <summary>The paper or papers it comes from, set apart by semicolons: <c>"Mao et al. 2017, arXiv 1611.04076"</c>. Shown in its documentation and listed by its <c>Info.Sources</c>.</summary>
    public string? Source { get; set; }
}
