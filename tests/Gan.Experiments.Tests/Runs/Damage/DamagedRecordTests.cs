using System.Text.Json.Nodes;
using Gan.Experiments.Runs;
using Gan.Experiments.Tests.Reports;
using Gan.Experiments.Tests.Support;

namespace Gan.Experiments.Tests.Runs.Damage;

/// <summary>An edited or damaged record is refused by a message that names the file, the field and what that must be. Nothing in it is believed that a run does not write.</summary>
public sealed class DamagedRecordTests : IDisposable
{
    private readonly TemporaryFolder temporary = new();

    public void Dispose() => temporary.Dispose();

    private RunFolder Folder => new(temporary.Path);

    /// <summary>A record in which every list and dictionary has something.</summary>
    private static RunRecord Whole => MadeRun.Record with { Settings = MadeRun.Record.Settings with { Augmentation = new() { Policy = Dsl.AugmentationPolicy.Ada } }, GeneratorPenalties = MadeRun.Record.Penalties, Notes = ["One."], Status = RunStatus.Failed, Failure = "Why." };

    [Fact]
    public void EveryFieldIsReadAsItIsWrittenOrRefusedByName()
    {
        Folder.Write(Whole);
        var (read, refused) = (0, 0);
        foreach (var (field, text) in MutatedJson.Of(File.ReadAllText(Folder.RecordPath)))
        {
            File.WriteAllText(Folder.RecordPath, text);
            if (Record.Exception(() => Folder.ReadRecord()) is { } exception)
            {
                AssertOneMessage(exception, field);
                refused++;
                continue;
            }

            // What was read says all that was written, and nothing else.
            var record = Folder.ReadRecord();
            Folder.Write(record);
            var expected = JsonNode.Parse(text)!.AsObject();
            expected["Failure"] ??= null;
            if (expected["Settings"] is JsonObject settings && settings["Augmentation"] is null)
                settings.Remove("Augmentation");
            Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(File.ReadAllText(Folder.RecordPath))), $"{field}: {text}\n{File.ReadAllText(Folder.RecordPath)}");
            read++;
        }

        Assert.True(refused > 700 && read > 50, $"{refused} were refused, {read} read.");
    }

    [Theory]
    [InlineData("Experiment", "\" \"", "Experiment must not be empty.")]
    [InlineData("Step", "99999", "Step is 99999, but must be from 0 to Settings.Steps, 1000.")]
    [InlineData("Step", "-1", "Step is -1, but must be from 0 to Settings.Steps, 1000.")]
    [InlineData("Step", "999", "Step is 999, but must be Settings.Steps, 1000, if Status is Done.")]
    [InlineData("Step", "1000.0", "its Step is 1000.0, but must be a whole number from -9223372036854775808 to 9223372036854775807.")]
    [InlineData("Threads", "0", "Threads is 0, but must be from 1 to 1024.")]
    [InlineData("Threads", "100000", "Threads is 100000, but must be from 1 to 1024.")]
    [InlineData("Threads", "1e400", "its Threads is 1e400, but must be a whole number from -2147483648 to 2147483647.")]
    [InlineData("Seconds", "-1", "Seconds is -1, but must be finite and not negative.")]
    [InlineData("Seconds", "\"Infinity\"", "Seconds is Infinity, but must be finite and not negative.")]
    [InlineData("Seconds", "1e400", "its Seconds is 1e400, but must be a number in the range of a double.")]
    [InlineData("Status", "\"done\"", "its Status is \"done\", but must be one of \"Running\", \"Done\", \"Stopped\", \"Failed\".")]
    [InlineData("Status", "1", "its Status is 1, but must be one of \"Running\", \"Done\", \"Stopped\", \"Failed\".")]
    [InlineData("Status", "\"Failed\"", "Failure is null, but must be a text if Status is Failed, and null otherwise.")]
    [InlineData("Failure", "\"x\"", "Failure is a text, but must be a text if Status is Failed, and null otherwise.")]
    [InlineData("DataCount", "-1", "DataCount is -1, but must be not negative.")]
    [InlineData("MetricSamples", "20000", "MetricSamples is 20000, but must be from 0 to DataCount, 10000.")]
    [InlineData("Metrics.0.Value", "\"NaN\"", "Metrics[0].Value is NaN, but must be a number.")]
    [InlineData("Metrics.1.Name", "\"frechet_distance\"", "Metrics contains frechet_distance twice.")]
    [InlineData("Metrics.1.Direction", "\"Better\"", "its Metrics[1].Direction is \"Better\", but must be one of \"None\", \"LowerIsBetter\", \"HigherIsBetter\".")]
    [InlineData("Hyperparameters.Gamma", "\"Infinity\"", "Hyperparameters.Gamma is Infinity, but must be finite.")]
    [InlineData("Sweep.Gamma", "\"NaN\"", "Sweep.Gamma is NaN, but must be finite.")]
    [InlineData("Notes", "[\"a\", 7]", "its Notes[1] is 7, but must be a text.")]
    [InlineData("Settings.Steps", "0", "Settings.Steps must be at least 1.")]
    [InlineData("Settings.Seed", "-1", "Settings.Seed must not be negative.")]
    [InlineData("Settings.GeneratorRate", "1e400", "its Settings.GeneratorRate is 1e400, but must be a number in the range of a double.")]
    [InlineData("Settings.GeneratorRate", "\"NaN\"", "Settings.GeneratorRate must be finite, as a float32 too, and positive.")]
    [InlineData("Settings.DiscriminatorRate", "0", "Settings.DiscriminatorRate must be finite, as a float32 too, and positive.")]
    [InlineData("Settings.Beta1", "1", "Settings.Beta1 must be at least 0 and below 1.")]
    [InlineData("Settings.Average", "-0.5", "Settings.Average must be at least 0 and below 1.")]
    [InlineData("Settings.LatentShape", "[]", "Settings.LatentShape must have at least one size, each at least 1.")]
    [InlineData("Settings.LatentShape.0", "0", "Settings.LatentShape must have at least one size, each at least 1.")]
    [InlineData("Settings.MetricSamples", "5", "Settings.MetricSamples must be 0, for no metrics, or at least 6: each sample is compared with five neighbours.")]
    public void WhatIsOutOfItsRangeOrFitsNothingIsNamed(string field, string value, string message)
    {
        Folder.Write(MadeRun.Record);
        var record = JsonNode.Parse(File.ReadAllText(Folder.RecordPath))!;
        var path = field.Split('.');
        var owner = path[..^1].Aggregate(record, static (node, name) => node is JsonArray list ? list[int.Parse(name)]! : node[name]!);
        // Not as a node: 1e400 is none.
        const string Mark = "the place of it";
        if (owner is JsonArray items)
            items[int.Parse(path[^1])] = Mark;
        else
            owner[path[^1]] = Mark;
        File.WriteAllText(Folder.RecordPath, record.ToJsonString().Replace($"\"{Mark}\"", value));
        Assert.Equal($"{Folder.RecordPath} is damaged: {message} Restore it, or run the experiment again in another folder.", Assert.Throws<InvalidDataException>(() => Folder.ReadRecord()).Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("nonsense")]
    [InlineData("{ \"Experiment\": \"Pl")]
    [InlineData("{\"Experiment\":\"\\ud800\"}")]
    public void WhatIsNoRecordIsSaid(string text)
    {
        File.WriteAllText(Folder.RecordPath, text);
        AssertOneMessage(Assert.Throws<InvalidDataException>(() => Folder.ReadRecord()), "");
    }

    [Fact]
    public void AnEditorsMarkAndItsLineEndsAreNoDamage()
    {
        Folder.Write(MadeRun.Record);
        File.WriteAllText(Folder.RecordPath, "\uFEFF" + File.ReadAllText(Folder.RecordPath).ReplaceLineEndings("\r\n"));
        Assert.Equal(MadeRun.Record.Step, Folder.ReadRecord().Step);
    }

    [Fact]
    public void APlanIsReadTheSameWay()
    {
        var json = new RunPlan("Ring", MadeRun.Record.Settings, new Dictionary<string, double> { ["S"] = 0.5 }, 1).ToJson();
        Assert.Equal(json, RunPlan.FromJson(json).ToJson());
        var refused = 0;
        foreach (var (field, text) in MutatedJson.Of(json))
        {
            if (Record.Exception(() => RunPlan.FromJson(text)) is not { } exception)
                continue;
            Assert.IsType<InvalidDataException>(exception);
            Assert.StartsWith("The checkpoint's configuration is damaged: ", exception.Message);
            Assert.Contains(field, exception.Message);
            refused++;
        }

        Assert.True(refused > 200, $"{refused} were refused.");
        Assert.Equal("The checkpoint's configuration is damaged: Threads is 0, but must be from 1 to 1024.", Assert.Throws<InvalidDataException>(() => RunPlan.FromJson(json.Replace("\"Threads\":1", "\"Threads\":0"))).Message);
    }

    [Fact]
    public void ARunWhoseRecordCouldNotBeReadAgainFailsAtOnce()
    {
        var record = RunIn.Start(Folder, new BrokenExperiment { Objective = static () => new EndlessObjective() });
        Assert.StartsWith("Starting the run failed: Hyperparameters.Margin is Infinity, but must be finite.", record.Failure);
        Assert.Equal(record.Failure, Folder.ReadRecord().Failure);
    }

    private void AssertOneMessage(Exception exception, string field)
    {
        Assert.IsType<InvalidDataException>(exception);
        Assert.StartsWith($"{Folder.RecordPath} is damaged: ", exception.Message);
        Assert.Contains(field, exception.Message);
        Assert.DoesNotContain('\n', exception.Message);
        Assert.DoesNotContain("System.", exception.Message);
    }
}
