namespace Gan.Dsl;

/// <summary>
/// Declares a GAN objective: the loss of the discriminator D and the loss of the generator G.
/// </summary>
/// <remarks>
/// <para>
/// The generator makes the partial class an <c>IGanObjective</c>. D returns a logit t, which is any real number unless <see cref="Logits"/> says otherwise, and never a probability.
/// Both players minimise their losses. Declare either the symmetric pair <see cref="FD"/> and <see cref="FG"/>:
/// <code>
/// L_D = E[f_D(-D(x))] + E[f_D(D(G(z)))]        L_G = E[f_G(-D(G(z)))]
/// </code>
/// or the three losses <see cref="Real"/>, <see cref="Fake"/> and <see cref="Generator"/>:
/// <code>
/// L_D = E[Real(D(x))] + E[Fake(D(G(z)))]       L_G = E[Generator(D(G(z)))]
/// </code>
/// A declaration that mixes the two is an error.
/// </para>
/// <para>
/// A formula is a C# expression in <c>t</c>, such as <c>"softplus(t)"</c>, <c>"max(0, 1 + t)"</c> or <c>"pow(t - 1, 2)"</c>.
/// The name of a function alone stands for that function of t: <c>"softplus"</c> means <c>"softplus(t)"</c>.
/// A formula can name each <see cref="HyperparameterAttribute"/> property, with the first letter in lower case,
/// and each constant (<c>const</c> or <c>static readonly</c>) of the class, its base classes and the types that contain it.
/// </para>
/// <para>Sources: Nagarajan and Kolter 2017 (arXiv 1706.04156); Mescheder, Geiger and Nowozin 2018 (arXiv 1801.04406).</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class GanObjectiveAttribute : Attribute
{
    /// <summary>Gets or sets the discriminator's function f_D(t): the loss of a real logit t is f_D(-t), and the loss of a fake logit t is f_D(t). It requires <see cref="FG"/>.</summary>
    public string? FD { get; set; }

    /// <summary>Gets or sets the generator's function f_G(t): the loss of a fake logit t is f_G(-t). It requires <see cref="FD"/>.</summary>
    public string? FG { get; set; }

    /// <summary>Gets or sets the discriminator's loss of a real logit t. It requires <see cref="Fake"/> and <see cref="Generator"/>.</summary>
    public string? Real { get; set; }

    /// <summary>Gets or sets the discriminator's loss of a fake logit t. It requires <see cref="Real"/> and <see cref="Generator"/>.</summary>
    public string? Fake { get; set; }

    /// <summary>Gets or sets the generator's loss of a fake logit t. It requires <see cref="Real"/> and <see cref="Fake"/>.</summary>
    public string? Generator { get; set; }

    /// <summary>
    /// Gets or sets a value that specifies whether the losses compare real logits with fake ones. The default is <see cref="Coupling.None"/>.
    /// </summary>
    /// <remarks>A coupled objective must be declared by <see cref="FD"/> and <see cref="FG"/>.</remarks>
    public Coupling Coupling { get; set; }

    /// <summary>Gets or sets the range of D's output. The default is <see cref="LogitRange.Real"/>.</summary>
    public LogitRange Logits { get; set; }

    /// <summary>Gets or sets a value that specifies whether D's output is a logit, high for real samples, or an energy, low for real samples. The default is <see cref="LogitSign.Logit"/>.</summary>
    public LogitSign Sign { get; set; }

    /// <summary>Gets or sets the papers that the objective comes from, separated by semicolons, such as <c>"Mao et al. 2017, arXiv 1611.04076"</c>.</summary>
    /// <remarks>The documentation of the objective shows them, and <c>Info.Sources</c> lists them.</remarks>
    public string? Source { get; set; }
}
