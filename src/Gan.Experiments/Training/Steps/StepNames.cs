namespace Gan.Experiments.Training.Steps;

/// <summary>The names of logged numbers: a group, a slash and the number's own name, as in <c>loss/discriminator</c>. Numbers of one group are plotted together.</summary>
internal static class StepNames
{
    /// <summary>The group of losses.</summary>
    public const string Losses = "loss";

    /// <summary>The group of penalties.</summary>
    public const string Penalties = "penalty";

    /// <summary>The group of gradient norms.</summary>
    public const string GradientNorms = "gradient_norm";

    /// <summary>The group of mean logits.</summary>
    public const string Logits = "logit";

    /// <summary>The group of an augmentation's numbers.</summary>
    public const string Augmentation = "augmentation";

    /// <summary>The group of hyperparameters that change during training.</summary>
    public const string Hyperparameters = "hyperparameter";

    /// <summary>The name of a number.</summary>
    /// <param name="group">Its group, such as <see cref="Losses"/>.</param>
    /// <param name="name">Its own name.</param>
    /// <returns>Both, with a slash between them.</returns>
    public static string Of(string group, string name) => $"{group}/{name}";

    /// <summary>Why names cannot be those of a log's numbers, as the end of a sentence; null: they can.</summary>
    internal static string? WhyNot(IReadOnlyList<string> names) =>
        names.Count == 0 ? "there are no names: a log needs at least one."
        : names.FirstOrDefault(static name => string.IsNullOrWhiteSpace(name) || name.AsSpan().IndexOfAny(",\"\r\n") >= 0) is { } bad ? $"'{bad}' cannot be the name of a number: a name is not empty and has no comma, quote or line break."
        : names.GroupBy(static name => name).FirstOrDefault(static group => group.Count() > 1)?.Key is { } twice ? $"two numbers are called {twice}."
        : null;

    /// <summary>A number's group, empty where its name has no slash, and its own name.</summary>
    internal static (string Group, string Own) Split(string name) =>
        name.IndexOf('/') is >= 0 and var slash ? (name[..slash], name[(slash + 1)..]) : ("", name);

    /// <summary>What a plot of a group is called.</summary>
    internal static string Title(string group) => group switch
    {
        Losses => "Losses",
        Penalties => "Penalties",
        GradientNorms => "Gradient norms",
        Logits => "Mean logits",
        Augmentation => "Augmentation",
        Hyperparameters => "Hyperparameters",
        "" => "Other numbers",
        _ => group.Replace('_', ' '),
    };
}
