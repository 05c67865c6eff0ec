using Gan.Generators.Formulas.FunctionTable;

namespace Gan.Generators.Formulas.Reading;

/// <summary>Names by which training code calls its data. No formula has them: it is of one logit, and Real, Fake and Generator say of whose.</summary>
internal static class DataNames
{
    private static readonly string[] s_labels = ["y", "label", "labels", "target", "targets", "y_true", "yTrue", "gt"];
    private static readonly string[] s_logits = ["x", "logit", "logits", "pred", "preds", "prediction", "output", "outputs", "score", "scores", "y_pred", "yPred", "d_out"];
    private static readonly string[] s_probabilities = ["prob", "probs", "probability", "sigmoid_t"];
    private static readonly string[] s_samples = ["z", "noise", "real", "fake", "x_real", "x_fake", "real_logits", "fake_logits", "realLogits", "fakeLogits"];

    public static bool Contains(string name) => AdviceFor(name, FormulaParser.LogitName) is not null;

    /// <summary>What to write for the name; null where it is no name of data, or nothing takes its place.</summary>
    public static string? ReplacementFor(string name, string variable)
        => s_logits.Contains(name) || (variable != FormulaParser.LogitName && name == FormulaParser.LogitName) ? variable
            : s_probabilities.Contains(name) && variable == FormulaParser.LogitName ? $"{Functions.Sigmoid.Name}({variable})"
            : null;

    /// <summary>Why a formula has no such name; null where it is no name of data.</summary>
    public static string? AdviceFor(string name, string variable)
        => ReplacementFor(name, variable) is { } replacement ? $"write {replacement}{(replacement == FormulaParser.LogitName ? ", the logit that D returns" : "")}"
            : variable != FormulaParser.LogitName ? null
            : s_labels.Contains(name) ? "a formula has no label, because Real is the loss of a real sample's logit and Fake is the loss of a fake sample's logit"
            : s_samples.Contains(name) ? "a formula is a function of one logit t, and Real, Fake and Generator select the sample"
            : null;
}
