using System.Globalization;
using Spectre.Console;

namespace Gan.Experiments.Commands;

/// <summary>The experiments of a program, as a table.</summary>
internal static class ExperimentTable
{
    public static Table Of(IReadOnlyList<Experiment> experiments)
    {
        var table = new Table().AddColumns("experiment", "objective", "D's loss", "steps", "batch", "seed", "sweep");
        foreach (var experiment in experiments)
        {
            var (settings, info) = (experiment.Settings, experiment.CreateObjective(new Dictionary<string, double>()).Info);
            table.AddRow([.. new[]
            {
                experiment.Name, info.Name, info.DiscriminatorLoss.Text, Text(settings.Steps), Text(settings.BatchSize), Text(settings.Seed),
                string.Join("; ", experiment.Sweeps.Select(static sweep => $"{sweep.Hyperparameter}: {string.Join(", ", sweep.Values.Select(static value => value.ToString("R", CultureInfo.InvariantCulture)))}")),
            }.Select(Markup.Escape)]);
        }

        return table;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
