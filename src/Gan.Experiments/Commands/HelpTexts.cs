namespace Gan.Experiments.Commands;

/// <summary>The long texts of the help.</summary>
internal static class HelpTexts
{
    public const string Program = """
        Trains and compares GAN objectives. Without a command the default experiment runs, with the options below.

          list                               what there is
          run                                the default experiment
          run NAME --steps 500 --out DIR     another one, with other settings
          run NAME --sweep --parallel 2      one run for each value of a hyperparameter, two at a time, and a page that compares them
          resume DIR                         goes on with a run that was stopped, failed or killed, to the bit
          compare DIR DIR                    a table, and a page with plots and samples
          explain GAN073                     what a message of the compiler means, and the fix

        Ctrl-C or SIGTERM stops a run after its step, with a checkpoint; a second one ends it at once.

        Exit codes: 0 done; 1 failed, with a message that says what to do; 2 wrong arguments; 130 stopped by Ctrl-C or SIGTERM.
        """;

    public const string Run = """
        Run experiments, one after the other or with --parallel a few at a time. Each run has a folder: run.json, steps.csv, samples, TensorBoard events, checkpoints, weights and report.html.
        Where one fails the others go on, and the exit code is 1.
        """;

    public const string Resume = """
        Go on with a run that was stopped, failed or killed, from its last whole checkpoint, or from the first step where it has none. The run ends as one that was never stopped, to the bit.
        """;
}
