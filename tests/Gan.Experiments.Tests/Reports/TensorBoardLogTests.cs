using System.Text;
using Gan.Experiments.Runs.Events;
using Gan.Experiments.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Experiments.Tests.Reports;

public sealed class TensorBoardLogTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_checksum_has_its_published_check_value()
    {
        var digits = Encoding.ASCII.GetBytes("123456789");
        Assert.Equal(0xE3069283u, EventRecord.Crc32C(digits));
        Assert.Equal(0xE3069283u, EventFile.Crc(digits));
        // RFC 3720, appendix B.4: 32 bytes of zeros.
        Assert.Equal(0x8A9136AAu, EventRecord.Crc32C(new byte[32]));
    }

    [Fact]
    public void Scalars_and_images_are_decoded_as_they_were_written()
    {
        using var pixels = zeros(1, 3, 4, 5);
        var png = SampleGrid.Png(pixels, scale: 1);
        var events = Events(log =>
        {
            log.Scalar("loss/discriminator", 300, 0.7);
            log.Scalar("loss/generator", 1L << 40, double.NaN);
            log.Image("samples", 5, png);
        });
        Assert.Equal(4, events.Count);
        Assert.All(events, fields => Assert.Equal(1.5e9 + 0.25, BitConverter.UInt64BitsToDouble((ulong)fields[1])));
        Assert.Equal("brain.Event:2", Text(events[0][3]));
        Assert.Equal([0, 300, 1L << 40, 5], events.Select(fields => (long)(ulong)fields[2]));

        var loss = Value(events[1]);
        Assert.Equal("loss/discriminator", Text(loss[1]));
        Assert.Equal(0.7f, BitConverter.UInt32BitsToSingle((uint)loss[2]));
        Assert.True(float.IsNaN(BitConverter.UInt32BitsToSingle((uint)Value(events[2])[2])));

        var image = EventFile.Fields(Value(events[3])[4]);
        Assert.Equal("samples", Text(Value(events[3])[1]));
        // A gap of two around an image of 4 by 5.
        Assert.Equal([8ul, 9ul, 3ul], [(ulong)image[1], (ulong)image[2], (ulong)image[3]]);
        Assert.Equal(png, image[4]);
    }

    [Fact]
    public void A_resumed_run_opens_another_file_after_the_first_and_says_where_it_starts()
    {
        using (var log = Open(0)) log.Scalar("a", 7, 1);
        using (var log = Open(5)) log.Scalar("a", 5, 2);
        var files = Directory.GetFiles(_folder.Path).Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(2, files.Length);
        Assert.All(files, file => Assert.Contains(".tfevents.1500000000.", file));
        var (first, second) = (Decode(files[0]), Decode(files[1]));
        Assert.Equal(7ul, first[^1][2]);
        // SessionLog { status = START }, at which TensorBoard drops the steps from 5 on.
        Assert.Equal(5ul, second[1][2]);
        Assert.Equal(1ul, EventFile.Fields(second[1][7])[1]);
        Assert.Equal(3, second.Count);
        Assert.DoesNotContain(first, fields => fields.ContainsKey(7));
    }

    [Fact]
    public void A_run_that_begins_again_forgets_what_it_did_before()
    {
        using (var log = Open(0)) log.Scalar("a", 7, 1);
        using (var log = Open(0)) log.Scalar("a", 0, 2);
        var second = Decode(Directory.GetFiles(_folder.Path).Order(StringComparer.Ordinal).Last());
        Assert.Equal(0ul, second[1][2]);
        Assert.Equal(1ul, EventFile.Fields(second[1][7])[1]);
        Assert.Equal(3, second.Count);
    }

    [Fact]
    public void An_event_is_in_the_file_at_once()
    {
        using var log = Open(0);
        log.Scalar("a", 1, 2);
        using var file = new FileStream(Directory.GetFiles(_folder.Path).Single(), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        Assert.Equal(2, EventFile.Records(bytes).Count);
    }

    [Fact]
    public void Bad_arguments_are_told()
    {
        using var log = Open(0);
        Assert.Throws<ArgumentException>(() => log.Scalar(" ", 1, 2));
        Assert.Contains("not a PNG", Assert.Throws<ArgumentException>(() => log.Image("a", 1, new byte[100])).Message);
        Assert.Throws<ArgumentNullException>(() => log.Image("a", 1, null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => Open(-1));
    }

    private static Dictionary<int, object> Value(Dictionary<int, object> fields) => EventFile.Fields(EventFile.Fields(fields[5])[1]);

    private static string Text(object bytes) => Encoding.UTF8.GetString((byte[])bytes);

    private static List<Dictionary<int, object>> Decode(string path) => [.. EventFile.Records(File.ReadAllBytes(path)).Select(EventFile.Fields)];

    private List<Dictionary<int, object>> Events(Action<TensorBoardLog> write)
    {
        using (var log = Open(0))
            write(log);
        return Decode(Directory.GetFiles(_folder.Path).Single());
    }

    private TensorBoardLog Open(long firstStep) => new(_folder.Path, firstStep, new FixedTime());

    private sealed class FixedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.FromUnixTimeMilliseconds(1_500_000_000_250);
    }
}
