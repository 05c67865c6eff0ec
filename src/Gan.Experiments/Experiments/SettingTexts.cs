using System.Collections;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Gan.Experiments.Experiments;

/// <summary>Settings as a reader is shown them.</summary>
internal static partial class SettingTexts
{
    /// <summary>All settings with the words of their names.</summary>
    public static IEnumerable<(string Name, string Value)> Of(ExperimentSettings settings) =>
        typeof(ExperimentSettings).GetProperties().Select(property => (Words(property.Name), Value(property.GetValue(settings))));

    /// <summary>What was set: all its digits, since another run has to be given them.</summary>
    public static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Value(object? value) => value switch
    {
        null => "none",
        double number => Number(number),
        string text => text,
        IEnumerable items => string.Join(" × ", items.Cast<object>().Select(Value)),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static string Words(string name) => name[0] + InnerCapital().Replace(name[1..], match => " " + match.Value.ToLowerInvariant());

    [GeneratedRegex("[A-Z]")]
    private static partial Regex InnerCapital();
}
