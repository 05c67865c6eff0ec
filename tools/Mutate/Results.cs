namespace Mutate;

/// <summary>A file with one line for each mutant: what it is, what became of it, where it is.</summary>
internal static class Results
{
    public static IReadOnlyDictionary<string, string> Read(string file)
    {
        var verdicts = new Dictionary<string, string>();
        foreach (var line in File.Exists(file) ? File.ReadLines(file).Select(static line => line.Split('\t')) : [])
            verdicts[line[0]] = line[1];
        return verdicts;
    }

    public static void Write(string file, Mutant mutant, string verdict) => File.AppendAllText(file, $"{mutant.Id}\t{verdict}\t{mutant.Line}\n");

    public static string Summary(string file, IReadOnlyList<Mutant> mutants, IReadOnlyDictionary<string, string> equivalent)
    {
        var verdicts = Read(file);
        var same = mutants.Count(mutant => equivalent.ContainsKey(mutant.Id));
        var judged = mutants.Where(mutant => !equivalent.ContainsKey(mutant.Id) && verdicts.ContainsKey(mutant.Id)).Select(mutant => verdicts[mutant.Id]).ToList();
        var killed = judged.Count(static verdict => verdict.StartsWith("killed", StringComparison.Ordinal));
        return $"{judged.Count + same} of {mutants.Count} judged: {killed} killed, {judged.Count - killed} survived, {same} equivalent";
    }
}
