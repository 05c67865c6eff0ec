using Gan.Experiments.Checkpoints;
using Gan.Experiments.Tests.Checkpoints;
using Gan.Experiments.Tests.Support;

namespace Gan.Experiments.Tests.Runs.Damage;

/// <summary>A checkpoint that says what no run says is refused by a message that names it, also where its checksum is right.</summary>
public sealed class DamagedCheckpointTests : IDisposable
{
    private readonly TemporaryFolder temporary = new();

    public void Dispose() => temporary.Dispose();

    private RunFolder Folder => new(temporary.File("run"));

    [Theory]
    [InlineData("step", "-1", "it is not a checkpoint of format 1")]
    [InlineData("step", "1e3", "it is not a checkpoint of format 1")]
    [InlineData("step", "", "it is not a checkpoint of format 1")]
    [InlineData("step", null, "it is not a checkpoint of format 1")]
    [InlineData("step", "99999999999999999999", "it is not a checkpoint of format 1")]
    [InlineData("step", "6", "it contains step 6, which does not match its name")]
    [InlineData("gan.checkpoint", "2", "it is not a checkpoint of format 1")]
    [InlineData("gan.checkpoint", null, "it is not a checkpoint of format 1")]
    [InlineData("code", null, "it is not a checkpoint of format 1")]
    [InlineData("configuration", null, "it is not a checkpoint of format 1")]
    [InlineData("configuration", "", "The checkpoint's configuration is damaged: its JSON is not valid")]
    [InlineData("configuration", "null", "The checkpoint's configuration is damaged: it is null, but must be an object.")]
    [InlineData("configuration", "{}", "The checkpoint's configuration is damaged: it has no Experiment, which must be a text.")]
    [InlineData("sha256", null, "it has no checksum, but a checkpoint has one")]
    public void WhatItSaysOfItselfIsChecked(string name, string? value, string message) => Refused(message, texts =>
    {
        if (value is null)
            texts.Remove(name);
        else
            texts[name] = value;
    });

    [Theory]
    [InlineData("\"Threads\":1", "\"Threads\":0", "Threads is 0, but must be from 1 to 1024.")]
    [InlineData("\"Threads\":1", "\"Threads\":1,\"Threads\":1", "Threads")]
    [InlineData("\"Beta2\":0.99", "\"Beta2\":1e400", "its Settings.Beta2 is 1e400, but must be a number in the range of a double.")]
    [InlineData("\"LatentShape\":[4]", "\"LatentShape\":[-4]", "Settings.LatentShape must have at least one size, each at least 1.")]
    [InlineData("\"Sweep\":{}", "\"Sweep\":{\"S\":\"NaN\"}", "Sweep.S is NaN, but must be finite.")]
    [InlineData("\"Experiment\":\"PlaneExperiment\"", "\"Experiment\":\"Other\"", "belongs to the experiment Other, but run.json says PlaneExperiment. Restore run.json.")]
    public void ThePlanInItIsChecked(string part, string other, string message) => Refused(message, texts =>
    {
        Assert.Contains(part, texts["configuration"]);
        texts["configuration"] = texts["configuration"].Replace(part, other);
    });

    [Fact]
    public void OneWithMoreStepsThanTheRunIsRefused()
    {
        RunIn.Start(Folder, new PlaneExperiment(), stopAfter: 5);
        var record = Folder.ReadRecord();
        Folder.Write(record with { Step = 2, Settings = record.Settings with { Steps = 3 } });
        var checkpoint = new CheckpointFolder(Folder.CheckpointsPath).Newest;
        Assert.Equal($"{checkpoint} has 5 steps, but run.json says that the run has 3 in all. Restore run.json, or resume with --steps.", Assert.Throws<InvalidDataException>(() => RunIn.Resume(Folder, new PlaneExperiment())).Message);
        Assert.Equal(RunStatus.Done, RunIn.Resume(Folder, new PlaneExperiment(), steps: 12).Status);
    }

    [Fact]
    public void WhereARecordSaysOtherwiseTheCheckpointIsBelievedAndThatIsSaid()
    {
        var whole = new RunFolder(temporary.File("whole"));
        RunIn.Start(whole, new PlaneExperiment());
        var record = RunIn.Start(Folder, new PlaneExperiment(), stopAfter: 5);
        Folder.Write(record with { Step = 7, Sweep = new Dictionary<string, double> { ["S"] = 2 }, Settings = record.Settings with { Beta1 = 0.5, Seed = 4 } });
        record = RunIn.Resume(Folder, new PlaneExperiment());
        Assert.Equal(
            [
                "run.json says that 7 steps were done, but the last checkpoint is of step 5: the run continues from step 5.",
                "run.json says that Sweep is S=2, but the checkpoint says none. The checkpoint was used.",
                "run.json says that Seed is 4, but the checkpoint says 3. The checkpoint was used.",
                "run.json says that Beta1 is 0.5, but the checkpoint says 0. The checkpoint was used.",
            ],
            record.Notes);
        RunIn.AssertSame(whole, Folder);
    }

    private void Refused(string message, Action<Dictionary<string, string>> change)
    {
        RunIn.Start(Folder, new PlaneExperiment(), stopAfter: 5);
        var checkpoint = Assert.Single(new CheckpointFolder(Folder.CheckpointsPath).Files, static file => file.Contains("005", StringComparison.Ordinal));
        foreach (var other in new CheckpointFolder(Folder.CheckpointsPath).Files.Where(file => file != checkpoint))
            File.Delete(other);
        ResealedCheckpoint.Write(checkpoint, change);
        var exception = Assert.Throws<InvalidDataException>(() => RunIn.Resume(Folder, new PlaneExperiment()));
        Assert.Contains(checkpoint, exception.Message);
        Assert.Contains(message, exception.Message);
        Assert.DoesNotContain('\n', exception.Message);
        Assert.Equal(RunStatus.Stopped, Folder.ReadRecord().Status);
    }
}
