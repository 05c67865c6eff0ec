using System.Buffers.Binary;
using Gan.Experiments.Checkpoints.TensorFiles;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Experiments.Tests.Checkpoints;

/// <summary>A header that lies is refused by a message that says how, before anything of its size is made.</summary>
public class SafetensorsDamageTests
{
    private const string Half = "4611686018427387904"; // 2^62

    [Theory]
    [InlineData("""{"x":{"dtype":"F8_E4M3","shape":[4],"data_offsets":[0,4]}}""", "'x' has the dtype 'F8_E4M3', which is not one of F64, F32")]
    [InlineData("""{"x":{"dtype":"f32","shape":[1],"data_offsets":[0,4]}}""", "'x' has the dtype 'f32'")]
    [InlineData("""{"x":{"dtype":3,"shape":[1],"data_offsets":[0,4]}}""", "'x' has no dtype")]
    [InlineData("""{"x":{"shape":[1],"data_offsets":[0,4]}}""", "'x' has no dtype")]
    [InlineData("""{"x":{"dtype":"F32","data_offsets":[0,4]}}""", "'x' has no shape")]
    [InlineData("""{"x":{"dtype":"F32","shape":1,"data_offsets":[0,4]}}""", "'x' has no shape")]
    [InlineData("""{"x":{"dtype":"F32","shape":[1]}}""", "'x' has no data_offsets")]
    [InlineData("""{"x":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}""", "'x' has -1 in its shape")]
    [InlineData("""{"x":{"dtype":"F32","shape":[1.0],"data_offsets":[0,4]}}""", "'x' has 1.0 in its shape")]
    [InlineData("""{"x":{"dtype":"F32","shape":["1"],"data_offsets":[0,4]}}""", "'x' has \"1\" in its shape")]
    [InlineData("""{"x":{"dtype":"F32","shape":[9223372036854775808],"data_offsets":[0,4]}}""", "'x' has 9223372036854775808 in its shape")]
    [InlineData("""{"x":{"dtype":"F32","shape":[1],"data_offsets":[-4,0]}}""", "'x' has -4 in its data_offsets")]
    [InlineData("""{"x":{"dtype":"F32","shape":[1],"data_offsets":[4,0]}}""", "'x' has data_offsets that are not a beginning and an end")]
    [InlineData("""{"x":{"dtype":"F32","shape":[1],"data_offsets":[0,2,4]}}""", "'x' has data_offsets that are not a beginning and an end")]
    [InlineData("""{"x":{"dtype":"F32","shape":[1],"data_offsets":[4]}}""", "'x' has data_offsets that are not a beginning and an end")]
    [InlineData("""{"x":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}""", "'x' is F32 [2], 8 bytes, but has offsets of 4")]
    [InlineData("""{"x":{"dtype":"F32","shape":[0],"data_offsets":[0,4]}}""", "'x' is F32 [0], 0 bytes, but has offsets of 4")]
    [InlineData("""{"x":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", "'x' ends at 8, but the file holds 4 bytes of data")]
    [InlineData("""{"x":{"dtype":"U8","shape":[3],"data_offsets":[0,3]}}""", "its tensors end at 3, but it holds 4 bytes of data")]
    [InlineData("""{"x":{"dtype":"U8","shape":[3],"data_offsets":[1,4]}}""", "'x' begins at 1, after a gap from 0")]
    [InlineData("""{"x":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"y":{"dtype":"U8","shape":[2],"data_offsets":[2,4]}}""", "'y' begins at 2, after a gap from 1")]
    [InlineData("""{"x":{"dtype":"U8","shape":[3],"data_offsets":[0,3]},"y":{"dtype":"U8","shape":[2],"data_offsets":[2,4]}}""", "'y' begins at 2, within another that ends at 3")]
    [InlineData("""{"x":{"dtype":"U8","shape":[4],"data_offsets":[0,4]},"y":{"dtype":"U8","shape":[4],"data_offsets":[0,4]}}""", "begins at 0, within another that ends at 4")]
    [InlineData("""{"x":{"dtype":"U8","shape":[4],"data_offsets":[0,4]},"x":{"dtype":"U8","shape":[0],"data_offsets":[4,4]}}""", "its header is not the JSON")]
    [InlineData("""{"x":{"dtype":"U8","shape":[4],"shape":[4],"data_offsets":[0,4]}}""", "its header is not the JSON")]
    [InlineData("""{"x":[]}""", "'x' is Array, not an object")]
    [InlineData("""{"x":{"dtype":"U8","shape":[4],"data_offsets":[0,4]},"__metadata__":[]}""", "its __metadata__ is not an object of texts")]
    [InlineData("""{"x":{"dtype":"U8","shape":[4],"data_offsets":[0,4]},"__metadata__":{"a":1}}""", "its __metadata__ is not an object of texts")]
    [InlineData("""{"x":{"dtype":"U8","shape":[4],"data_offsets":[0,4]}""", "its header is not the JSON")]
    [InlineData("""{"x":{"dtype":"U8","shape":[4],"data_offsets":[0,4]}} {}""", "its header is not the JSON")]
    [InlineData("""{"\ud800":{"dtype":"U8","shape":[4],"data_offsets":[0,4]}}""", "its header is not the JSON")]
    [InlineData("""[]""", "its header is not a JSON object in UTF-8")]
    [InlineData(""" {}""", "its header is not a JSON object in UTF-8")]
    [InlineData("", "its header is not a JSON object in UTF-8")]
    public void RefusesAHeader(string header, string message) => Refused(SafetensorsBytes.Of(header, 1, 0, 1, 0), message);

    [Theory]
    [InlineData($"[{Half},4]")]
    [InlineData($"[{Half},{Half},{Half},{Half},{Half}]")]
    [InlineData($"[{Half},{Half},0]")]
    [InlineData($"[0,{Half},{Half}]")]
    [InlineData("[4294967296,4294967296]")]
    [InlineData("[9223372036854775807]")]
    public void RefusesAShapeThatOverflows(string shape) => Refused(
        SafetensorsBytes.Of($$$"""{"x":{"dtype":"F32","shape":{{{shape}}},"data_offsets":[0,0]}}"""), "which overflows");

    [Fact]
    public void RefusesTooManyDimensions() => Refused(
        SafetensorsBytes.Of($$$"""{"x":{"dtype":"U8","shape":[{{{string.Join(',', Enumerable.Repeat(1, 65))}}}],"data_offsets":[0,1]}}""", 1), "'x' has 65 dimensions, above the limit of 64");

    [Fact]
    public void ReadsAsManyDimensionsAsLibtorchCanHave()
    {
        var bytes = SafetensorsBytes.Of($$$"""{"x":{"dtype":"U8","shape":[{{{string.Join(',', Enumerable.Repeat(1, 64))}}}],"data_offsets":[0,1]}}""", 1);
        using var file = Safetensors.Read(new MemoryStream(bytes), "made");
        Assert.Equal(1, file.Tensors["x"].ToByte());
    }

    [Theory]
    [InlineData(100_000)]
    [InlineData(100_001)]
    public void EmptyTensorsCostWhatTheyCostUpToALimit(int count)
    {
        var tensors = string.Join(',', Enumerable.Range(0, count).Select(static i => $$$"""
            "generator.block.{{{i}}}":{"dtype":"F32","shape":[0],"data_offsets":[0,0]}
            """));
        var bytes = SafetensorsBytes.Of($$"""{"__metadata__":{"a":"b"},{{tensors}}}""");
        if (count > 100_000)
        {
            Refused(bytes, "its header announces 100001 tensors, above the limit of 100000");
            return;
        }

        var before = Tensor.TotalCount;
        using (var file = Safetensors.Read(new MemoryStream(bytes), "made"))
            Assert.Equal((count, before + count), (file.Tensors.Count, Tensor.TotalCount));
        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void RefusesToWriteMoreTensorsThanItReads()
    {
        using var tensor = empty(0);
        var many = Enumerable.Range(0, 100_001).ToDictionary(static i => $"{i}", _ => tensor);
        using var stream = new MemoryStream();
        Assert.Contains("There are 100001 tensors, above the limit of 100000.", Assert.Throws<ArgumentException>(() => Safetensors.Write(stream, many)).Message);
        Assert.Equal(0, stream.Length);
    }

    [Fact]
    public void RefusesTruthThatIsNone() => Refused(
        SafetensorsBytes.Of("""{"x":{"dtype":"BOOL","shape":[2],"data_offsets":[0,2]}}""", 1, 2), "'x' is BOOL, but holds a byte that is neither 0 nor 1");

    [Theory]
    [InlineData(3, "it announces a header of 3 bytes, but holds 2 more")]
    [InlineData(ulong.MaxValue, "it announces a header of 18446744073709551615 bytes, but holds 2 more")]
    [InlineData(1UL << 63, "it announces a header of 9223372036854775808 bytes")]
    public void RefusesALengthThatIsNotThere(ulong length, string message)
    {
        var bytes = SafetensorsBytes.Of("{}");
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, length);
        Refused(bytes, message);
    }

    [Fact]
    public void RefusesAHeaderThatIsTooLong()
    {
        using var sparse = new MemoryStream();
        sparse.Write(BitConverter.GetBytes(100_000_001L));
        sparse.SetLength(100_000_100);
        sparse.Position = 0;
        var error = Assert.Throws<InvalidDataException>(() => Safetensors.Read(sparse, "made"));
        Assert.Contains("a header of 100000001 bytes, above the limit of 100000000", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RefusesBytesThatAreNotUtf8() => Refused([2, 0, 0, 0, 0, 0, 0, 0, (byte)'{', 0xFF], "its header is not a JSON object in UTF-8");

    [Fact]
    public void RefusesAFileThatEndsAnywhere()
    {
        var bytes = SafetensorsBytes.Of("""{"x":{"dtype":"U8","shape":[4],"data_offsets":[0,4]}}""", 1, 2, 3, 4);
        for (var length = 0; length < bytes.Length; length++)
            Refused(bytes[..length], "");
    }

    /// <summary>Whatever the bytes are, the answer is a file or a refusal.</summary>
    [Fact]
    public void AnswersAnyBytes()
    {
        var good = SafetensorsBytes.Of("""{"__metadata__":{"a":"b"},"x":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"y":{"dtype":"BOOL","shape":[2],"data_offsets":[4,6]}}""", 1, 2, 3, 4, 0, 1);
        var random = new Random(1);
        for (var n = 0; n < 5000; n++)
        {
            var bytes = (byte[])good.Clone();
            for (var changes = random.Next(1, 4); changes > 0; changes--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            if (Record.Exception(() => Safetensors.Read(new MemoryStream(bytes), "made").Dispose()) is { } error)
                Assert.IsType<InvalidDataException>(error);
        }
    }

    private static void Refused(byte[] bytes, string message)
    {
        var before = Tensor.TotalCount;
        var error = Assert.Throws<InvalidDataException>(() => Safetensors.Read(new MemoryStream(bytes), "made"));
        Assert.StartsWith("made cannot be used: it", error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Equal(before, Tensor.TotalCount);
    }
}
