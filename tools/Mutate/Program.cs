using System.Diagnostics;
using Mutate;

if (args.Length < 5)
{
    Console.Error.WriteLine("""
        usage: Mutate PROJECT TESTS FILES WORDS RESULTS [MINUTES]
          PROJECT  the project whose code is changed
          TESTS    the assembly with its tests, built
          FILES    words, by commas, of which the path of a file to change contains one
          WORDS    words, by commas, of which the name of a test to run contains one
          RESULTS  a file with a line 'mutant, verdict, code' for each; what is in it is not done again, and the last line of a mutant counts
          MINUTES  when to stop; the next call goes on
        A mutant that hangs or crashes ends the process: exit code 4 or above means that another call has more to do.
        """);
    return 2;
}

var (projectFile, testFile, files, words, results) = (args[0], Path.GetFullPath(args[1]), args[2].Split(','), args[3].Split(','), args[4]);
var clock = Stopwatch.StartNew();
var minutes = args.Length > 5 ? double.Parse(args[5], System.Globalization.CultureInfo.InvariantCulture) : double.PositiveInfinity;
AppContext.SetData("APP_CONTEXT_BASE_DIRECTORY", Path.GetDirectoryName(testFile) + Path.DirectorySeparatorChar);

var project = Project.Load(projectFile);
var mutants = project.Compilation.SyntaxTrees
    .Where(tree => File.Exists(tree.FilePath) && !tree.FilePath.Contains("/obj/") && files.Any(tree.FilePath.Contains))
    .OrderBy(static tree => tree.FilePath, StringComparer.Ordinal)
    .SelectMany(static tree => Mutant.Of(tree.GetRoot()))
    .ToList();
var (image, refused) = project.Emit(mutants);
var shared = new SharedContext(testFile);
var session = NewSession();
var limit = TimeSpan.FromSeconds(20) + (20 * session.Time);
Console.WriteLine($"{mutants.Count} mutants, {refused.Count} of them do not compile; {session.Count} tests, {session.Time.TotalSeconds:F1} s at first");

var known = File.Exists(results) ? File.ReadLines(results).Select(static line => line.Split('\t')[0]).ToHashSet() : [];
// Spread over all files: a run that is cut short has seen a part of each.
var left = Enumerable.Range(1, mutants.Count).Where(number => !refused.Contains(number) && !known.Contains(mutants[number - 1].Id)).OrderBy(number => Hash(mutants[number - 1].Id)).ToList();
foreach (var number in left)
{
    if (clock.Elapsed.TotalMinutes > minutes) return 3;
    Write(number, "ended the process");
    Write(number, WithinLimit(() => session.Killer(number)) is { } test ? "killed by " + test : "survived");
    if (session.IsSpoilt) session = NewSession();
}

return 0;

Session NewSession() => new(shared, project.Compilation.AssemblyName!, image, testFile, words);

string? WithinLimit(Func<string?> work)
{
    string? result = null;
    var worker = new Thread(() => result = work(), 256 << 20) { IsBackground = true };
    worker.Start();
    if (!worker.Join(limit)) Environment.Exit(4);
    return result;
}

void Write(int number, string verdict)
{
    var mutant = mutants[number - 1];
    var line = mutant.Owner.SyntaxTree.GetText().Lines.GetLineFromPosition(mutant.Span.Start);
    File.AppendAllText(results, $"{mutant.Id}\t{verdict}\t{line.LineNumber + 1}: {line.ToString().Trim()}\n");
}

static uint Hash(string text) => text.Aggregate(2166136261u, static (hash, c) => unchecked((hash ^ c) * 16777619u));
