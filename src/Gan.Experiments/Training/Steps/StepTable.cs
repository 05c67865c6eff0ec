using System.Globalization;

namespace Gan.Experiments.Training.Steps;

/// <summary>The numbers of a run by step, as <see cref="StepLog"/> writes them.</summary>
internal sealed class StepTable
{
    private const string StepColumn = "step";
    private readonly double?[][] _rows;

    private StepTable(string[] names, long[] steps, double?[][] rows) => (Names, Steps, _rows) = (names, steps, rows);

    /// <summary>The names, in the order of the columns.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The steps, rising.</summary>
    public IReadOnlyList<long> Steps { get; }

    internal static StepTable Empty { get; } = new([], [], []);

    /// <summary>The numbers of a name, one a step.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <returns>The numbers; null where the step has none, as a penalty that was not due. What was not finite is NaN or infinite.</returns>
    /// <exception cref="KeyNotFoundException">The name is none of them.</exception>
    public IReadOnlyList<double?> this[string name]
    {
        get
        {
            var column = Names.ToList().IndexOf(name);
            return column >= 0 ? [.. _rows.Select(row => row[column])] : throw new KeyNotFoundException($"There is no number {name}: there are {string.Join(", ", Names)}.");
        }
    }

    /// <summary>Reads a log, also while its run goes on: a last line without its end, which a killed process leaves, is not counted.</summary>
    /// <param name="path">The file.</param>
    /// <returns>Its numbers; none where it has no whole first line.</returns>
    /// <exception cref="InvalidDataException">Another line is damaged; the message names it.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static StepTable Read(string path)
    {
        var (table, damaged, _) = Parse(path, long.MaxValue);
        return damaged is [var line, ..]
            ? throw new InvalidDataException($"{path}, line {line}: {table.Names.Count + 1} numbers were expected, the first a step above the one before.")
            : table;
    }

    /// <summary>Reads what can be read of the log of a run.</summary>
    /// <param name="path">The file.</param>
    /// <param name="steps">The steps that the run has: a line of a later one is damaged too.</param>
    /// <param name="damaged">The numbers of the lines that are damaged and left out, rising, from 1.</param>
    /// <exception cref="InvalidDataException">The file is no log.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    internal static StepTable ReadWhole(string path, long steps, out IReadOnlyList<int> damaged)
    {
        var (table, unreadable, beyond) = Parse(path, steps);
        damaged = [.. unreadable.Concat(beyond).Order()];
        return table;
    }

    /// <summary>Reads what a log has before a step; damaged lines are passed over, and what comes from the step on does not matter.</summary>
    /// <exception cref="InvalidDataException">The file is no log.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    internal static StepTable ReadBefore(string path, long step) => Parse(path, step).Table;

    internal static string Header(IEnumerable<string> names) => Line(names.Prepend(StepColumn));

    internal static string RowLine(long step, IEnumerable<double?> values) =>
        Line(values.Select(value => value?.ToString(CultureInfo.InvariantCulture) ?? "").Prepend(step.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The file's text.</summary>
    internal string Text => Header(Names) + string.Concat(Steps.Zip(_rows, RowLine));

    // The whole lines below a step, and the numbers of those that are damaged and of those from the step on.
    private static (StepTable Table, List<int> Damaged, List<int> Beyond) Parse(string path, long before)
    {
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        var lines = reader.ReadToEnd().Split('\n')[..^1];
        if (lines.Length == 0) return (Empty, [], []);
        var names = lines[0].TrimEnd('\r').Split(',');
        if (names[0] != StepColumn)
            throw new InvalidDataException($"{path} is not a log of steps: its first line begins with {Shortened(names[0])}, not with {StepColumn}.");
        if (StepNames.WhyNot(names[1..]) is { } reason)
            throw new InvalidDataException($"{path} is not a log of steps: in its first line {reason}");
        var (steps, rows, damaged, beyond) = (new List<long>(), new List<double?[]>(), new List<int>(), new List<int>());
        for (var i = 1; i < lines.Length; i++)
        {
            if (Row(lines[i], names.Length) is not var (step, values) || (steps.Count > 0 && step <= steps[^1]))
            {
                damaged.Add(i + 1);
            }
            else if (step >= before)
            {
                beyond.Add(i + 1);
            }
            else
            {
                steps.Add(step);
                rows.Add(values);
            }
        }
        return (new(names[1..], [.. steps], [.. rows]), damaged, beyond);
    }

    private static string Shortened(string text) => text.Length > 40 ? text[..40] + "…" : text;

    private static string Line(IEnumerable<string> cells) => string.Join(',', cells) + "\n";

    private static (long Step, double?[] Values)? Row(string line, int length)
    {
        var cells = line.TrimEnd('\r').Split(',');
        if (cells.Length != length || !long.TryParse(cells[0], NumberStyles.None, CultureInfo.InvariantCulture, out var step)) return null;
        var values = new double?[length - 1];
        for (var i = 0; i < values.Length; i++)
        {
            if (cells[i + 1].Length == 0) continue;
            if (Number(cells[i + 1]) is not { } value) return null;
            values[i] = value;
        }
        return (step, values);
    }

    // What is infinite is a word: digits that are have only been written too many.
    private static double? Number(string cell) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && (!double.IsInfinity(value) || !cell.AsSpan().ContainsAnyInRange('0', '9')) ? value : null;
}
