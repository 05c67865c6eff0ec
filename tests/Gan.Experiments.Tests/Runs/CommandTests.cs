using Gan.Experiments.Checkpoints;
using Gan.Experiments.Commands;
using Gan.Experiments.Runs;
using Spectre.Console;

namespace Gan.Experiments.Tests.Runs;

public sealed class CommandTests : IDisposable
{
    // New for each test: one counts its latents.
    private readonly Experiment[] experiments = [new PlaneExperiment(), new SweptExperiment(), new DivergingExperiment()];

    private readonly string root = Directory.CreateTempSubdirectory("gan-commands-").FullName;
    private readonly StringWriter output = new();
    private readonly StringWriter errors = new();

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public void ListShowsEveryExperiment()
    {
        Assert.Equal(0, Run("list"));
        Assert.All(experiments, experiment => Assert.Contains(experiment.Name, output.ToString()));
        Assert.Contains("S: 0.5, 2", output.ToString());
    }

    [Fact]
    public void ARunIsShownAndReported()
    {
        Assert.Equal(0, Run("run", "planeexperiment", "--steps", "4", "--out", In("run")));
        Assert.Contains("PlaneExperiment  step 4/4  D ", output.ToString());
        Assert.Contains("Done after 4 steps", output.ToString());
        Assert.True(File.Exists(Path.Combine(In("run"), "report.html")));
        Assert.Equal(1, Run("run", "PlaneExperiment", "--steps", "4", "--out", In("run")));
        Assert.Contains("already contains a run", errors.ToString());
    }

    [Fact]
    public void WithoutACommandTheDefaultRuns()
    {
        // None is marked: the first by name.
        Assert.Equal(1, Run("--steps", "4", "--out", In("default")));
        Assert.Contains("failed: DivergingExperiment: The training diverged at step 2: D is NaN.", output.ToString().ReplaceLineEndings(" "));
    }

    [Fact]
    public void ResumeGoesOn()
    {
        Assert.Equal(0, Run("run", "PlaneExperiment", "--steps", "4", "--out", In("long")));
        Assert.Equal(0, Run("resume", In("long"), "--steps", "7"));
        Assert.Contains("Done after 7 steps", output.ToString());
        Assert.Equal(1, Run("resume", In("nothing")));
        Assert.Contains("is not the folder of a run", errors.ToString());
    }

    [Fact]
    public void ARunThatIsDoneIsNotResumed()
    {
        Assert.Equal(0, Run("run", "PlaneExperiment", "--steps", "4", "--out", In("done")));
        var before = File.GetLastWriteTimeUtc(new RunFolder(In("done")).RecordPath);
        Assert.Equal(0, Run("resume", In("done")));
        Assert.Contains("PlaneExperiment  was done already, after 4 steps", output.ToString());
        Assert.Equal(before, File.GetLastWriteTimeUtc(new RunFolder(In("done")).RecordPath));
        Assert.Equal(1, Run("resume", In("done"), "--steps", "3"));
        Assert.Contains("has done 4 steps already: request at least as many.", errors.ToString());
    }

    [Fact]
    public void ADamagedCheckpointIsSaidAndTheOneBeforeIsUsed()
    {
        Assert.Equal(0, Run("run", "PlaneExperiment", "--out", In("damaged")));
        var last = new CheckpointFolder(new RunFolder(In("damaged")).CheckpointsPath).Newest!;
        File.WriteAllBytes(last, File.ReadAllBytes(last)[..^1]);
        Assert.Equal(0, Run("resume", In("damaged"), "--steps", "14"));
        Assert.Contains($"note: PlaneExperiment: Checkpoint {last} is damaged (", output.ToString());
        Assert.Contains("Done after 14 steps", output.ToString());
        foreach (var checkpoint in new CheckpointFolder(new RunFolder(In("damaged")).CheckpointsPath).Files)
            File.WriteAllText(checkpoint, "nothing");
        Assert.Equal(1, Run("resume", In("damaged"), "--steps", "16"));
        Assert.Contains("error: No checkpoint in ", errors.ToString());
    }

    [Fact]
    public void OtherCodeIsSaid()
    {
        var experiment = new PlaneExperiment();
        new ExperimentRun(experiment, new RunFolder(In("old")), typeof(object).Assembly)
            .Start(new(experiment.Name, experiment.Settings with { Steps = 4 }, new Dictionary<string, double>(), 1), [], CancellationToken.None);
        Assert.Equal(0, Run("resume", In("old"), "--steps", "8"));
        Assert.Contains("note: PlaneExperiment: Step 4 was reached by other code (System.Private.CoreLib ", output.ToString());
    }

    [Fact]
    public void NothingBeginsWhereOneCannot()
    {
        Assert.Equal(0, Run("run", "PlaneExperiment", "--steps", "4", "--out", Path.Combine(In("both"), "PlaneExperiment")));
        Assert.Equal(1, Run("run", "SweptExperiment", "PlaneExperiment", "--out", In("both")));
        Assert.Contains("PlaneExperiment already contains a run", errors.ToString());
        Assert.False(Directory.Exists(Path.Combine(In("both"), "SweptExperiment")));
        Assert.Equal(2, Run("run", "SweptExperiment", "--sweep", "--set", "S=1", "--out", In("set")));
    }

    [Fact]
    public void ASweepIsComparedAndReported()
    {
        Assert.Equal(0, Run("run", "SweptExperiment", "--sweep", "--out", In("sweep")));
        Assert.True(File.Exists(Path.Combine(In("sweep"), "comparison.html")));
        Assert.Equal(2, Directory.GetDirectories(In("sweep")).Length);
        Assert.Equal(0, Run("compare", Path.Combine(In("sweep"), "SweptExperiment-S=0.5"), Path.Combine(In("sweep"), "SweptExperiment-S=2"), "--out", In("again.html")));
        Assert.Equal(0, Run("report", Path.Combine(In("sweep"), "SweptExperiment-S=2")));
        Assert.True(File.Exists(In("again.html")));
    }

    [Fact]
    public void RunsOfOneExperimentAreToldApart()
    {
        string[] folders = [In("one/run"), In("two/run")];
        foreach (var folder in folders)
            Assert.Equal(0, Run("run", "SweptExperiment", "--out", folder));
        output.GetStringBuilder().Clear();
        Assert.Equal(0, Run(["compare", .. folders, "--out", In("page.html")]));
        Assert.Matches(@"one/run\W+SweptExperiment\W+LeastSquares", output.ToString());
        Assert.Matches(@"two/run\W+SweptExperiment\W+LeastSquares", output.ToString());
    }

    [Fact]
    public void OneValueOfASweepCanBeSet()
    {
        Assert.Equal(0, Run("run", "SweptExperiment", "--set", "S=0.25", "--out", In("set")));
        Assert.Equal(0.25, new RunFolder(In("set")).ReadRecord().Hyperparameters["S"]);
    }

    [Theory]
    [InlineData("run", "Nothing", "There is no experiment Nothing. The experiments are PlaneExperiment, SweptExperiment, DivergingExperiment.")]
    [InlineData("run", "--steps=0", "--steps takes a number of 1 or more, not '0'.")]
    [InlineData("run", "--seed=-1", "--seed takes a number of 0 or more, not '-1'.")]
    [InlineData("run", "--parallel=0", "--parallel takes a number of 1 or more, not '0'.")]
    [InlineData("run", "--parallel=+2", "--parallel takes a number of 1 or more, not '+2'.")]
    [InlineData("run", "--set=S", "--set takes NAME=VALUE, such as S=0.5, not 'S'.")]
    [InlineData("run", "--nonsense", "Unrecognized command or argument '--nonsense'.")]
    [InlineData("run PlaneExperiment", "--set=S=1", "PlaneExperiment has no swept hyperparameter S: it has none.")]
    [InlineData("--steps 5", "run", "--steps is before run: put an option after its command.")]
    [InlineData("--set=S=1 run", "SweptExperiment", "--set is before run: put an option after its command.")]
    [InlineData("--seed=3", "list", "--seed is before list: put an option after its command.")]
    [InlineData("compare folder", "--ouch", "Unrecognized command or argument '--ouch'.")]
    [InlineData("resume", "--nonsense", "Unrecognized command or argument '--nonsense'.")]
    [InlineData("report", "--nonsense", "Unrecognized command or argument '--nonsense'.")]
    [InlineData("run --out", "", "--out is empty: give a path, or leave it out.")]
    [InlineData("run --out", " ", "--out is empty: give a path, or leave it out.")]
    [InlineData("compare folder --out", "", "--out is empty: give a path, or leave it out.")]
    [InlineData("run", "", "NAME is empty: give the name of an experiment, or leave it out.")]
    [InlineData("resume", "", "DIR is empty: give the folder of a run.")]
    [InlineData("report", " ", "DIR is empty: give the folder of a run.")]
    [InlineData("compare", "", "DIR is empty: give the folder of a run.")]
    public void WrongArgumentsAreSaid(string command, string argument, string message)
    {
        Assert.Equal(2, Run([.. command.Split(' '), argument]));
        Assert.Equal($"error: {message}", errors.ToString().TrimEnd());
    }

    [Fact]
    public void NoMoreThreadsAreTakenThanThereAreProcessors()
    {
        var most = Environment.ProcessorCount;
        Assert.Equal(2, Run("run", "--threads", "100000"));
        Assert.Equal($"error: --threads takes a number from 1 to {most}, the number of processors of this machine, not '100000'.", errors.ToString().TrimEnd());
        Assert.Equal(2, Run("run", "--threads", "0"));
        Assert.Equal(0, Run("run", "SweptExperiment", "--threads", $"{most}", "--out", In("most")));
        var plan = new RunPlan(nameof(SweptExperiment), new SweptExperiment().Settings, new Dictionary<string, double>(), most + 1);
        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => new ExperimentRun(new SweptExperiment(), new(In("more")), GetType().Assembly).Start(plan, [], CancellationToken.None));
        Assert.StartsWith($"Threads must be from 1 to {most}, the number of processors of this machine.", exception.Message);
        Assert.False(Directory.Exists(In("more")));
    }

    [Fact]
    public void APlaceThatNoFolderCanHaveIsOneMessage()
    {
        File.WriteAllText(In("file"), "");
        foreach (var place in (string[])[In("file"), Path.Combine(In("file"), "run")])
        {
            output.GetStringBuilder().Clear();
            Assert.Equal(1, Run("run", "SweptExperiment", "--out", place));
            Assert.Equal($"failed: SweptExperiment: Starting the run failed: {place} cannot be the folder of a run: {In("file")} is a file. Free this path, or name another folder.\nSweptExperiment  Failed after 0 steps: no report\n", output.ToString().ReplaceLineEndings("\n"));
        }
    }

    /// <summary>Where the kernel lets nobody make a folder, not even root, to whom a folder without write permission is as good as any.</summary>
    [Theory]
    [InlineData("/sys")]
    [InlineData("/proc")]
    public void AReadOnlyPlaceIsOneMessage(string parent)
    {
        var place = Path.Combine(parent, "run");
        Assert.Equal(1, Run("run", "SweptExperiment", "--out", place));
        Assert.Matches(
            $"^failed: SweptExperiment: Starting the run failed: {place} cannot be the folder of a run: [^\n]+'{place}[^\n]*\\. Free this path, or name another folder\\.\nSweptExperiment  Failed after 0 steps: no report\n$",
            output.ToString().ReplaceLineEndings("\n"));
        Assert.Equal("", errors.ToString());
    }

    [Fact]
    public void AFolderIsNoPage()
    {
        Assert.Equal(0, Run("run", "SweptExperiment", "--out", In("one")));
        Assert.Equal(2, Run("compare", In("one"), "--out", root));
        Assert.Equal($"error: {root} is a folder, but --out takes the path of a file, such as {In("comparison.html")}.", errors.ToString().TrimEnd());
    }

    [Fact]
    public void HelpNamesEveryCommand()
    {
        Assert.Equal(0, Run("--help"));
        Assert.All(new[] { "list", "run", "resume", "compare", "report", "--steps", "--seed", "--out", "130 stopped", "1 failed", "2 wrong arguments" }, word => Assert.Contains(word, output.ToString()));
    }

    private string In(string name) => Path.Combine(root, name);

    private int Run(params string[] arguments)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Interactive = InteractionSupport.No, Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = 400;
        return new ExperimentCommands(experiments, typeof(CommandTests).Assembly, console, errors, CancellationToken.None).Run(arguments);
    }
}
