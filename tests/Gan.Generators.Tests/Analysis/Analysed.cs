using Gan.Generators.Analysis;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Reading;
using Gan.Generators.Formulas.Tree;
using Gan.Generators.Objectives;
using Gan.Generators.Penalties;
using Gan.Generators.Tests.Formulas;

namespace Gan.Generators.Tests.Analysis;

/// <summary>Analyses of losses written as text.</summary>
internal static class Analysed
{
    /// <summary>The objectives of the literature whose properties are known.</summary>
    public static readonly IReadOnlyDictionary<string, AnalysisResult> Known = new Dictionary<string, AnalysisResult>
    {
        ["vanilla"] = Pair("softplus(t)", "-softplus(-t)"),
        ["non-saturating"] = Pair("softplus(t)", "softplus(t)"),
        ["copied from a paper"] = Pair("log(1 + exp(t))", "log(1 + exp(t))"),
        ["least squares"] = Three("pow(t - 1, 2)", "pow(t, 2)", "pow(t - 1, 2)"),
        ["least squares ±1"] = Pair("pow(1 + t, 2)", "pow(1 + t, 2)"),
        ["least squares, Pearson"] = Three("pow(t - 1, 2)", "pow(t + 1, 2)", "pow(t, 2)"),
        ["Wasserstein"] = Pair("t", "t"),
        ["hinge"] = Pair("max(0, 1 + t)", "t"),
        ["hinge, halved"] = Pair("0.5 * max(0, 1 + t)", "t"),
        ["exponential"] = Pair("exp(t)", "exp(t)"),
        ["boundary-seeking"] = Pair("softplus(t)", "t * t / 2"),
        ["EBGAN"] = Three("t", "max(0, 1 - t)", "t"),
        ["EBGAN from 0 on"] = Three("t", "max(0, 10 - t)", "t", new(Interval.AtLeast(0), null)),
        ["label smoothing 0.1"] = Three("softplus(t) - 0.9 * t", "softplus(t)", "softplus(-t)"),
        ["leaky margin"] = Pair("t > 0 ? 1 + t : exp(t)", "t"),
        ["pseudo-Huber"] = Pair("t + sqrt(1 + t * t)", "t"),
        ["tanh"] = Pair("tanh(t)", "tanh(t)"),
        ["KL"] = Divergence("u * log(u)"),
        ["reverse KL"] = Divergence("-log(u)"),
        ["Pearson"] = Divergence("pow(u - 1, 2)"),
        ["Neyman"] = Divergence("pow(1 - u, 2) / u"),
        ["Hellinger"] = Divergence("pow(sqrt(u) - 1, 2)"),
        ["Jensen-Shannon"] = Divergence("u * log(u) - (u + 1) * log((u + 1) / 2)"),
        ["LSGAN with the document's signs"] = Three("-pow(t - 1, 2)", "t * t", "-pow(t - 1, 2)"),
        ["logistic in its maximised form"] = Pair("-log(1 + exp(-t))", "-log(1 + exp(-t))"),
        ["reversed pair"] = Pair("softplus(-t)", "softplus(-t)"),
        ["reversed generator"] = Pair("softplus(t)", "softplus(-t)"),
    };

    public static AnalysisResult Pair(string discriminator, string generator, params Penalty[] penalties) =>
        ObjectiveAnalysis.Of(LossFormulas.OfPair(Formula.Parse(discriminator), Formula.Parse(generator)), DiscriminatorOutput.Logit, new(penalties), new Dictionary<string, double>());

    public static AnalysisResult Three(string real, string fake, string generator, DiscriminatorOutput? output = null) =>
        ObjectiveAnalysis.Of(LossFormulas.OfThree(Formula.Parse(real), Formula.Parse(fake), Formula.Parse(generator)), output ?? DiscriminatorOutput.Untold, default, new Dictionary<string, double>());

    public static AnalysisResult Divergence(string f, bool nonSaturating = false) =>
        ObjectiveAnalysis.Of(LossFormulas.OfDivergence(OfRatio(f), nonSaturating), DiscriminatorOutput.Logit, default, new Dictionary<string, double>());

    /// <summary>A formula in u.</summary>
    public static Expr OfRatio(string f) => FormulaParser.Parse(f, [], "u").Expression!;

    /// <summary>+ for proved, - for refuted, ? for unknown.</summary>
    public static char Letter(this Verdict verdict) => verdict.IsProved ? '+' : verdict.IsRefuted ? '-' : '?';
}
