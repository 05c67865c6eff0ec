using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Gan.Experiments.Training;

namespace Gan.Experiments.Commands;

/// <summary>The options that say how to run: each leaves what the experiment declares where it is not given.</summary>
internal sealed class RunOptions
{
    public Option<int?> Steps { get; } = Number("--steps", "Number of training steps (default: the experiment's)", 1);

    public Option<int?> Seed { get; } = Number("--seed", "The seed (default: the experiment's)", 0);

    public Option<int?> Threads { get; } = Number("--threads", "Threads for tensor operations, at most one for each processor (default 1). The same seed and number of threads give the same run", 1, ThreadLimits.Most, "the number of processors of this machine");

    public Option<string?> Out { get; } = new("--out") { Description = "The folder for the run's files (default out/NAME)", HelpName = "path" };

    public Option<IReadOnlyDictionary<string, double>> Set { get; } = new("--set")
    {
        Description = "The value of a swept hyperparameter for this run, such as --set S=0.5. Repeat the option for each hyperparameter",
        HelpName = "name=value",
        AllowMultipleArgumentsPerToken = false,
        Arity = ArgumentArity.ZeroOrMore,
        CustomParser = Assignments,
        DefaultValueFactory = static _ => new Dictionary<string, double>(),
    };

    public IEnumerable<Option> All => [Steps, Seed, Threads, Out, Set];

    public void AddTo(Command command)
    {
        Out.Validators.Add(ArgumentChecks.RefuseEmpty);
        foreach (var option in All)
            command.Add(option);
    }

    /// <summary>An experiment's settings with what was given.</summary>
    public ExperimentSettings SettingsOf(Experiment experiment, ParseResult parsed)
    {
        var settings = experiment.Settings;
        return settings with { Steps = parsed.GetValue(Steps) ?? settings.Steps, Seed = parsed.GetValue(Seed) ?? settings.Seed };
    }

    /// <summary>An option that takes a number from one on; null where it is not given.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What the help says of it.</param>
    /// <param name="least">The least number.</param>
    /// <param name="most">The most.</param>
    /// <param name="why">What the most is.</param>
    public static Option<int?> Number(string name, string description, int least, int most = int.MaxValue, string why = "") => new(name)
    {
        Description = description,
        HelpName = "number",
        CustomParser = result =>
        {
            if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
                return number;
            var range = most == int.MaxValue ? FormattableString.Invariant($"of {least} or more") : FormattableString.Invariant($"from {least} to {most}, {why}");
            result.AddError($"{name} takes a number {range}, not '{result.Tokens[0].Value}'.");
            return null;
        },
    };

    private static Dictionary<string, double> Assignments(ArgumentResult result)
    {
        var values = new Dictionary<string, double>();
        foreach (var token in result.Tokens.Select(static token => token.Value))
        {
            if (token.Split('=') is [var name, var text] && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value))
                values[name] = value;
            else
                result.AddError($"--set takes NAME=VALUE, such as S=0.5, not '{token}'.");
        }

        return values;
    }
}
