using Gan.Experiments.Tests.Support;
using Gan.Experiments.Training.Steps;

namespace Gan.Experiments.Tests.Reports;

public sealed class StepLogTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string LogPath => _folder.File("steps.csv");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_line_a_step_in_the_invariant_culture()
    {
        using var culture = new CommaCulture();
        Log(["loss/d", "loss/g"], 0, (0, [0.1, -2]), (7, [double.NaN, double.PositiveInfinity]), (8, [1e-300, double.NegativeInfinity]));
        Assert.Equal("step,loss/d,loss/g\n0,0.1,-2\n7,NaN,Infinity\n8,1E-300,-Infinity\n", File.ReadAllText(LogPath));
        Assert.Equal([-2, double.PositiveInfinity, double.NegativeInfinity], StepTable.Read(LogPath)["loss/g"]);
    }

    [Fact]
    public void What_is_read_is_what_was_written_to_the_last_bit()
    {
        double[] values = [1 / 3.0, Math.PI, double.Epsilon, double.MaxValue, double.NaN, -0.0];
        Log(["a"], 0, [.. values.Select((value, i) => ((long)i * 10, new double?[] { value }))]);
        var table = StepTable.Read(LogPath);
        Assert.Equal(["a"], table.Names);
        Assert.Equal([0, 10, 20, 30, 40, 50], table.Steps);
        Assert.Equal(values.Select(BitConverter.DoubleToInt64Bits), table["a"].Select(value => BitConverter.DoubleToInt64Bits(value!.Value)));
        Assert.Contains("there are a", Assert.Throws<KeyNotFoundException>(() => table["b"]).Message);
    }

    [Fact]
    public void What_a_step_does_not_have_is_an_empty_cell()
    {
        Log(["a", "b"], 0, (0, [1, null]), (1, [null, double.NaN]), (2, [null, null]));
        Log(["a", "b"], 2, (3, [null, 4]));
        Assert.Equal("step,a,b\n0,1,\n1,,NaN\n3,,4\n", File.ReadAllText(LogPath));
        Assert.Equal([1, null, null], StepTable.Read(LogPath)["a"]);
        Assert.Equal([null, double.NaN, 4], StepTable.Read(LogPath)["b"]);
    }

    [Fact]
    public void A_resumed_run_drops_what_it_does_again()
    {
        Log(["a"], 0, (0, [1]), (1, [2]), (2, [3]), (3, [4]));
        Log(["a"], 2, (2, [30]), (3, [40]));
        Assert.Equal("step,a\n0,1\n1,2\n2,30\n3,40\n", File.ReadAllText(LogPath));
    }

    [Fact]
    public void A_new_run_drops_everything()
    {
        Log(["old"], 0, (0, [1]));
        Log(["a"], 0, (0, [2]));
        Assert.Equal("step,a\n0,2\n", File.ReadAllText(LogPath));
    }

    [Theory]
    [InlineData("step,a\n0,1\n1,2\n2,3", "step,a\n0,1\n1,2\n")]
    [InlineData("step,a\n0,1\n1", "step,a\n0,1\n")]
    [InlineData("step,a\n", "step,a\n")]
    [InlineData("ste", "step,a\n")]
    [InlineData("", "step,a\n")]
    public void The_torn_line_of_a_killed_process_is_dropped(string left, string expected)
    {
        File.WriteAllText(LogPath, left);
        Assert.Equal(expected.Count(c => c == '\n') - 1, Math.Max(0, StepTable.Read(LogPath).Steps.Count));
        Log(["a"], 100, (100, [5]));
        Assert.Equal(expected + "100,5\n", File.ReadAllText(LogPath));
    }

    [Theory]
    [InlineData("step,a\n0,1\n1,2\n2,3\nx,4\n3\n", "step,a\n0,1\n1,2\n")]
    [InlineData("step,a\n0,1\n\0\0\0\0\n1,2\n", "step,a\n0,1\n1,2\n")]
    [InlineData("step,a\nx,1\n1,2\n", "step,a\n1,2\n")]
    [InlineData("step,a\n1,1\n1,2\n0,3\n", "step,a\n1,1\n")]
    public void A_resumed_run_drops_damaged_lines(string left, string expected)
    {
        File.WriteAllText(LogPath, left);
        Log(["a"], 2, (2, [5]));
        Assert.Equal(expected + "2,5\n", File.ReadAllText(LogPath));
    }

    [Fact]
    public void What_is_no_log_is_not_overwritten()
    {
        File.WriteAllText(LogPath, "time,a\n5,1\n");
        Assert.Contains("begins with time", Assert.Throws<InvalidDataException>(() => StepLog.Open(LogPath, ["a"], 2)).Message);
        Assert.Equal("time,a\n5,1\n", File.ReadAllText(LogPath));
    }

    [Fact]
    public void A_log_is_read_while_it_is_written()
    {
        using var log = StepLog.Open(LogPath, ["a"]);
        log.Write(0, 1);
        log.Write(1, 2);
        Assert.Equal([1, 2], StepTable.Read(LogPath)["a"]);
    }

    [Theory]
    [InlineData("step,a\n0,1\n1,x\n2,3\n", "line 3")]
    [InlineData("step,a\n0,1,2\n", "line 2")]
    [InlineData("step,a\n5,1\n5,1\n", "line 3")]
    [InlineData("time,a\n5,1\n", "begins with time")]
    public void A_damaged_line_is_named(string text, string message)
    {
        File.WriteAllText(LogPath, text);
        Assert.Contains(message, Assert.Throws<InvalidDataException>(() => StepTable.Read(LogPath)).Message);
    }

    [Fact]
    public void Other_names_are_of_another_run()
    {
        Log(["a"], 0, (0, [1]));
        Assert.Contains("another run", Assert.Throws<InvalidDataException>(() => StepLog.Open(LogPath, ["b"], 1)).Message);
        Assert.Equal("step,a\n0,1\n", File.ReadAllText(LogPath));
    }

    [Fact]
    public void Bad_arguments_are_told()
    {
        foreach (var names in (string[][])[[], [""], ["a,b"], ["a\nb"], ["\"a\""], ["a", "a"]])
            Assert.Throws<ArgumentException>(() => StepLog.Open(LogPath, names));
        Assert.Throws<ArgumentOutOfRangeException>(() => StepLog.Open(LogPath, ["a"], -1));
        Assert.False(File.Exists(LogPath));
        using var log = StepLog.Open(LogPath, ["a"], 3);
        Assert.Throws<ArgumentException>(() => log.Write(3, 1, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => log.Write(2, 1));
        log.Write(3, 1);
        Assert.Throws<ArgumentOutOfRangeException>(() => log.Write(3, 1));
    }

    private void Log(string[] names, long first, params (long Step, double?[] Values)[] lines)
    {
        using var log = StepLog.Open(LogPath, names, first);
        foreach (var (step, values) in lines)
            log.Write(step, values);
    }
}
