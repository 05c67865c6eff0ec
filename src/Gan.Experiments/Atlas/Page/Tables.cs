using System.Globalization;
using System.Numerics;
using Gan.Experiments.Atlas.Dirac;
using Gan.Experiments.Reports.Markup;

namespace Gan.Experiments.Atlas.Page;

/// <summary>Plain tables, numbers and formulas.</summary>
internal static class Tables
{
    // What is smaller is what a sum of losses leaves of a 0.
    private const double Rounding = 1e-14;

    public static string Of(IReadOnlyList<string> headings, IReadOnlyList<IReadOnlyList<string>> rows) =>
        $"<div class=\"scroll\" tabindex=\"0\"><table class=\"plain\"><thead><tr>{string.Concat(headings.Select(static heading => $"<th scope=\"col\">{Html.Text(heading)}</th>"))}</tr></thead><tbody>\n"
        + string.Concat(rows.Select(static row => $"<tr><th scope=\"row\">{Html.Text(row[0])}</th>{string.Concat(row.Skip(1).Select(static cell => $"<td>{Html.Text(cell)}</td>"))}</tr>\n")) + "</tbody></table></div>\n";

    public static string Formula(string name, string text, string latex) => Html.Formula(name, new(text, latex));

    public static string Number(double value) => double.IsInfinity(value) ? value > 0 ? "∞" : "−∞" : (Math.Abs(value) < Rounding ? 0 : value).ToString("G4", CultureInfo.InvariantCulture).Replace('-', '−');

    public static string Text(DiracEigenvalues eigenvalues) =>
        eigenvalues.First.Imaginary == 0 ? $"{Number(eigenvalues.First.Real)} and {Number(eigenvalues.Second.Real)}" : Text(eigenvalues.First);

    private static string Text(Complex value) => value.Real == 0 ? $"±{Number(Math.Abs(value.Imaginary))}i" : $"{Number(value.Real)} ± {Number(Math.Abs(value.Imaginary))}i";
}
