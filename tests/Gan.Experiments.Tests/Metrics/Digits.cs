namespace Gan.Experiments.Tests.Metrics;

/// <summary>The shipped digits, 8×8.</summary>
internal sealed class Digits() : CsvImages("data/uci-digits-8x8.csv.gz", new CsvFormat(8, 8) { Maximum = 16 });
