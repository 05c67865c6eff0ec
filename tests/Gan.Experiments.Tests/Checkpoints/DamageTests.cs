using Gan.Experiments.Checkpoints;
using Gan.Experiments.Checkpoints.State;
using Gan.Experiments.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Experiments.Tests.Checkpoints;

/// <summary>Every damage of a checkpoint is found, wherever it is.</summary>
public sealed class DamageTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly byte[] good;

    public DamageTests()
    {
        using var net = nn.Linear(2, 1);
        Checkpoint.Write(folder.File("good"), new(3, "lr: 1e-4", "1.0"), new TrainingState().Add("net", net));
        good = File.ReadAllBytes(folder.File("good"));
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void FindsEachBitThatIsFlipped()
    {
        for (var place = 0; place < good.Length; place++)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                var bytes = (byte[])good.Clone();
                bytes[place] ^= (byte)(1 << bit);
                Refused(bytes);
            }
        }
    }

    [Fact]
    public void FindsEachLengthThatIsCut()
    {
        for (var length = 0; length < good.Length; length++)
            Refused(good[..length]);
    }

    [Fact]
    public void FindsWhatIsAdded()
    {
        Refused([.. good, 0]);
        Refused([0, .. good]);
        Refused([.. good, .. good]);
    }

    [Fact]
    public void FindsZerosWhereAFileSystemLostABlock()
    {
        for (var place = 0; place + 16 <= good.Length; place += 8)
        {
            var bytes = (byte[])good.Clone();
            bytes.AsSpan(place, 16).Clear();
            Refused(bytes);
        }
    }

    [Fact]
    public void AFileOfWeightsIsNoCheckpoint()
    {
        using var net = nn.Linear(2, 1);
        WeightsFile.Export(net, folder.File("weights"));
        Refused(File.ReadAllBytes(folder.File("weights")));
    }

    [Fact]
    public void TheChecksumIsThatOfTheFileWithZerosInItsPlace()
    {
        var text = System.Text.Encoding.Latin1.GetString(good);
        var place = text.IndexOf("\"sha256\":\"", StringComparison.Ordinal) + 10;
        var blank = text[..place] + new string('0', 64) + text[(place + 64)..];
        var expected = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.Latin1.GetBytes(blank)));
        Assert.Equal(expected, text.Substring(place, 64));
    }

    private void Refused(byte[] bytes)
    {
        var path = folder.File("bad");
        File.WriteAllBytes(path, bytes);
        var error = Assert.Throws<InvalidDataException>(() => Checkpoint.Read(path));
        Assert.StartsWith($"{path} cannot be used: it", error.Message, StringComparison.Ordinal);
    }
}
