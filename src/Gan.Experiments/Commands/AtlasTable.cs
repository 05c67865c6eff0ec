using System.Globalization;
using System.Numerics;
using Gan.Experiments.Atlas;
using Gan.Experiments.Atlas.Dirac;
using Spectre.Console;

namespace Gan.Experiments.Commands;

/// <summary>What an atlas found, an objective a row.</summary>
internal static class AtlasTable
{
    public static Table Of(AtlasResult result)
    {
        var table = new Table().AddColumn(new TableColumn("objective").NoWrap())
            .AddColumns("the best D returns", "and measures", "error", "pull at d = 4", "eigenvalues", "radius, simultaneous", "radius, alternating", "Dirac-GAN", "compiler");
        foreach (var objective in result.Objectives)
        {
            var (optimum, dirac) = (objective.Optimum, objective.Dirac);
            var disagreements = objective.Verdicts.Count(static verdict => verdict.IsDisagreement);
            table.AddRow([.. new[]
            {
                objective.Name, optimum?.ClosedForm ?? "", optimum?.Measures ?? "", optimum?.DivergenceError is { } error ? Text(error) : "",
                Text(objective.Supports.Limited.Pull[^1]), dirac.Measured is { } eigenvalues ? Text(eigenvalues) : "a kink", Text(dirac.Simultaneous), Text(dirac.Alternating),
            }.Select(Markup.Escape), Colour(dirac.Verdict), disagreements == 0 ? "[green]agrees[/]" : $"[red]{disagreements} against[/]"]);
        }

        return table;
    }

    private static string Colour(DiracVerdict verdict) => verdict switch
    {
        DiracVerdict.Converges => "[green]converges[/]",
        DiracVerdict.Circles => "[yellow]circles[/]",
        DiracVerdict.Stalls => "[yellow]stalls[/]",
        _ => "[red]diverges[/]",
    };

    private static string Text(DiracEigenvalues eigenvalues) =>
        eigenvalues.First.Imaginary == 0 ? $"{Text(eigenvalues.First.Real)}, {Text(eigenvalues.Second.Real)}" : Text(eigenvalues.First);

    private static string Text(Complex value) => value.Real == 0 ? $"±{Text(Math.Abs(value.Imaginary))}i" : $"{Text(value.Real)} ± {Text(Math.Abs(value.Imaginary))}i";

    private static string Text(double value) => double.IsInfinity(value) ? value > 0 ? "∞" : "−∞" : value.ToString("G4", CultureInfo.InvariantCulture);
}
