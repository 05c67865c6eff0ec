namespace Gan.Experiments.Commands;

/// <summary>The long texts of the help.</summary>
internal static class HelpTexts
{
    public const string Program = """
        Trains and compares GAN objectives. Without a command, the program runs its default experiment with the options below.

          list                               lists the experiments
          run                                runs the default experiment
          run NAME --steps 500 --out DIR     runs another experiment, with other settings
          run NAME --sweep --parallel 2      runs an experiment for each value of its sweep, two at a time, and writes a page that compares the runs
          resume DIR                         continues a run that was stopped, failed or killed; the result is the same to the bit
          compare DIR DIR                    prints a table and writes a page with plots and samples
          atlas Hinge Vanilla                shows what objectives do before anything trains with them: writes a page, pictures and numbers
          explain GAN073                     explains a message of the compiler or of the build, with the fix

        Ctrl-C or SIGTERM stops a run after its current step and writes a checkpoint. A second one ends the program at once.

        Exit codes: 0 done; 1 failed, with a message that says what to do; 2 wrong arguments; 130 stopped by Ctrl-C or SIGTERM.
        """;

    public const string Run = """
        Run experiments, one after the other, or several at a time with --parallel. Each run has a folder with run.json, steps.csv, samples, TensorBoard events, checkpoints, weights and report.html.
        If a run fails, the others continue, and the exit code is 1.
        """;

    public const string Resume = """
        Continue a run that was stopped, failed or killed, from its last good checkpoint, or from the first step if it has none. The result equals that of a run that was never stopped, to the bit.
        """;

    public const string Atlas = """
        Show what objectives do before anything trains with them: their curves, what the best D returns and measures, what G learns where distributions do not meet, how the players move.
        Writes a page, pictures, and atlas.json with every number.
        """;
}
