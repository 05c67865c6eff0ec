using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Mutate;

if (args is ["--version"])
{
    Console.WriteLine(typeof(Mutant).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion);
    return 0;
}

if (args.Length < 5)
{
    Console.Error.WriteLine("""
        usage: Mutate PROJECT TESTS FILES SAMPLE RESULTS [MINUTES [SECONDS [WORDS]]]
          PROJECT  the project whose code is changed
          TESTS    the assembly with its tests, built
          FILES    words separated by commas; a file is changed if its path contains one of them, and each word has its own score
          SAMPLE   the number of mutants for each of these words, drawn at random and the same each time, or 'all'
          RESULTS  a file with a line 'mutant, verdict, line' for each mutant; mutants in the file are not tested again, and the last line of a mutant counts
          MINUTES  the time after which to stop; the next call continues
          SECONDS  the time of tests for each mutant (default 20)
          WORDS    words separated by commas; a test is run if its name contains one of them
        A mutant may end the process. Exit code 4 or above means that more mutants are left for another call.
        """);
    return 2;
}

var (projectFile, testFile, files, sample, results) = (args[0], Path.GetFullPath(args[1]), args[2].Split(','), args[3], args[4]);
var minutes = Number(5, double.PositiveInfinity);
var patience = TimeSpan.FromSeconds(Number(6, 20));
var words = args.Length > 7 ? args[7].Split(',') : [""];
var clock = Stopwatch.StartNew();
AppContext.SetData("APP_CONTEXT_BASE_DIRECTORY", Path.GetDirectoryName(testFile) + Path.DirectorySeparatorChar);

var project = Project.Load(projectFile);
var drawn = files.ToDictionary(static word => word, word => project.Compilation.SyntaxTrees
    .Where(tree => File.Exists(tree.FilePath) && !tree.FilePath.Contains("/obj/") && tree.FilePath.Contains(word))
    .SelectMany(static tree => Mutant.Of(tree.GetRoot()))
    .OrderBy(static mutant => Hash(mutant.Id))
    .Take(sample == "all" ? int.MaxValue : int.Parse(sample, CultureInfo.InvariantCulture))
    .ToList());
var mutants = drawn.Values.SelectMany(static mutants => mutants).OrderBy(static mutant => Hash(mutant.Id)).ToList();
var (image, refused) = project.Emit(mutants);
var shared = new SharedContext(testFile);
var known = Results.Read(results);
var equivalent = Results.Read(Path.Combine(AppContext.BaseDirectory, "equivalent.tsv"));
using var first = NewSession(words, Switches.None);
var coverage = Coverage.Of(first, mutants, testFile, results + ".tests");
Console.WriteLine($"{mutants.Count} mutants, {refused.Count} of them do not compile; {coverage.Count} tests, {coverage.Total.TotalSeconds:F0} s; {clock.Elapsed.TotalSeconds:F0} s so far");

// What is computed while the assembly is loaded, no test is seen to reach: those count that reach the rest of its file, or else all.
foreach (var (mutant, i) in mutants.Select(static (mutant, i) => (mutant, i)).Where(entry => entry.mutant.IsOfStatic && !coverage.Reaches(entry.i + 1)))
    coverage.AddLike(i + 1, Enumerable.Range(1, mutants.Count).Where(other => mutants[other - 1].File == mutant.File));
var judge = new Judge(NewSession, words, coverage, patience);
for (var number = 1; number <= mutants.Count && clock.Elapsed.TotalMinutes < minutes; number++)
{
    var mutant = mutants[number - 1];
    if (refused.Contains(number) || known.ContainsKey(mutant.Id) || equivalent.ContainsKey(mutant.Id)) continue;
    Results.Write(results, mutant, "killed: it ended the process");
    Results.Write(results, mutant, judge.Verdict(number, mutant.IsOfStatic));
}

var compiled = mutants.Where((_, i) => !refused.Contains(i + 1)).ToHashSet();
foreach (var (word, ofWord) in drawn)
    Console.WriteLine($"{word}: {Results.Summary(results, [.. ofWord.Where(compiled.Contains)], equivalent)}");
return 0;

Session NewSession(IReadOnlyCollection<string> wanted, int mutant) => new(shared, project.Compilation.AssemblyName!, image, testFile, wanted, mutant);

double Number(int index, double otherwise) => args.Length > index ? double.Parse(args[index], CultureInfo.InvariantCulture) : otherwise;

static uint Hash(string text) => text.Aggregate(2166136261u, static (hash, c) => unchecked((hash ^ c) * 16777619u));
