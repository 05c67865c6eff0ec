using System.Text;
using Gan.Experiments.Checkpoints.TensorFiles;
using Gan.Experiments.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Experiments.Tests.Checkpoints;

public sealed class SafetensorsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void WritesTheFormat()
    {
        using var scope = NewDisposeScope();
        using var stream = new MemoryStream();
        Safetensors.Write(
            stream,
            new Dictionary<string, Tensor> { ["b"] = tensor(new byte[] { 7, 8, 9 }), ["c"] = tensor(new[] { 1f, -2f }).reshape(2, 1), ["a"] = tensor(new byte[] { 1 }), ["é"] = tensor(3L) },
            new Dictionary<string, string> { ["z"] = "1", ["format"] = "p\"t" });
        const string Header = """{"__metadata__":{"format":"p\"t","z":"1"},"é":{"dtype":"I64","shape":[],"data_offsets":[0,8]},"c":{"dtype":"F32","shape":[2,1],"data_offsets":[8,16]},"a":{"dtype":"U8","shape":[1],"data_offsets":[16,17]},"b":{"dtype":"U8","shape":[3],"data_offsets":[17,20]}}""";
        var padded = Header + new string(' ', (8 - (Encoding.UTF8.GetByteCount(Header) % 8)) % 8);
        Assert.Equal(SafetensorsBytes.Of(padded, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x80, 0x3F, 0, 0, 0, 0xC0, 1, 7, 8, 9), stream.ToArray());
        Assert.Equal(0, (stream.Length - 20) % 8);
    }

    [Theory]
    [InlineData("F64", ScalarType.Float64, "000000000000F83F", 1.5)]
    [InlineData("F32", ScalarType.Float32, "0000C03F", 1.5)]
    [InlineData("F16", ScalarType.Float16, "003E", 1.5)]
    [InlineData("BF16", ScalarType.BFloat16, "C03F", 1.5)]
    [InlineData("I64", ScalarType.Int64, "FEFFFFFFFFFFFFFF", -2)]
    [InlineData("I32", ScalarType.Int32, "FEFFFFFF", -2)]
    [InlineData("I16", ScalarType.Int16, "FEFF", -2)]
    [InlineData("I8", ScalarType.Int8, "FE", -2)]
    [InlineData("U8", ScalarType.Byte, "FE", 254)]
    [InlineData("BOOL", ScalarType.Bool, "01", 1)]
    public void ReadsAndWritesEachType(string name, ScalarType type, string hex, double value)
    {
        var element = Convert.FromHexString(hex);
        var header = $$$"""{"x":{"dtype":"{{{name}}}","shape":[1,2],"data_offsets":[0,{{{2 * element.Length}}}]}}""";
        var bytes = SafetensorsBytes.Of(header.PadRight((header.Length + 7) / 8 * 8), [.. element, .. element]);
        using var scope = NewDisposeScope();
        var file = Safetensors.Read(new MemoryStream(bytes), "made");
        var x = file.Tensors["x"];
        Assert.Equal(type, x.dtype);
        Assert.Equal([1, 2], x.shape);
        Assert.Equal([value, value], x.to(ScalarType.Float64).data<double>().ToArray());
        Assert.Empty(file.Metadata);
        using var written = new MemoryStream();
        Safetensors.Write(written, file.Tensors);
        Assert.Equal(bytes, written.ToArray());
    }

    [Fact]
    public void KeepsEachBit()
    {
        using var scope = NewDisposeScope();
        random.manual_seed(1);
        var bits = randint(int.MinValue, int.MaxValue, [700, 1000], dtype: ScalarType.Int32);
        var floats = empty(700, 1000);
        bits.bytes.CopyTo(floats.bytes);
        var tensors = new Dictionary<string, Tensor>
        {
            ["long"] = bits,
            ["any floats, NaNs too"] = floats,
            ["transposed"] = bits.t(),
            ["part"] = bits.narrow(1, 10, 3),
            ["with a graph"] = ones(3, requires_grad: true).mul(2),
            ["empty"] = zeros(0, 5),
            ["empty too"] = zeros(3, 0),
        };
        Safetensors.Write(folder.File("x.safetensors"), tensors);
        var read = Safetensors.Read(folder.File("x.safetensors")).Tensors;
        Assert.Equal(tensors.Keys.Order(), read.Keys.Order());
        foreach (var (name, tensor) in tensors)
        {
            Assert.Equal(tensor.shape, read[name].shape);
            Assert.Equal(tensor.dtype, read[name].dtype);
            Assert.True(tensor.detach().contiguous().bytes.SequenceEqual(read[name].bytes), name);
        }
    }

    [Fact]
    public void ReadsAnyOrderSpacesAndPropertiesItDoesNotKnow()
    {
        var bytes = SafetensorsBytes.Of("""{ "b" : {"data_offsets":[1,2], "shape":[ ], "dtype":"U8", "note":[{}]}, "__metadata__":{}, "a":{"shape":[1],"dtype":"BOOL","data_offsets":[0,1]} }   """, 1, 9);
        using var file = Safetensors.Read(new MemoryStream(bytes), "made");
        Assert.Equal(9, file.Tensors["b"].ToByte());
        Assert.True(file.Tensors["a"].ToBoolean());
    }

    [Fact]
    public void ReadsAFileOfNothing()
    {
        using var file = Safetensors.Read(new MemoryStream(SafetensorsBytes.Of("{}")), "made");
        Assert.Empty(file.Tensors);
    }

    [Fact]
    public void RefusesWhatTheFormatLacks()
    {
        using var scope = NewDisposeScope();
        var disposed = zeros(1);
        disposed.Dispose();
        RefusesToWrite("x", zeros(1, dtype: ScalarType.ComplexFloat64), "x is ComplexFloat64, which the format does not have");
        RefusesToWrite("x", zeros(2, 2).to_sparse(), "Sparse tensors are not supported");
        RefusesToWrite("x", disposed, "has been disposed");
        RefusesToWrite("x", null!, "x");
        RefusesToWrite("__metadata__", zeros(1), "A tensor cannot be named __metadata__");
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void NothingIsLeftBehind()
    {
        using var x = ones(1000, 1000);
        var good = new Dictionary<string, Tensor> { ["x"] = x };
        var bad = SafetensorsBytes.Of("""{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"b":{"dtype":"BOOL","shape":[1],"data_offsets":[1,2]}}""", 1, 2);
        Live.AssertUnchanged(() =>
        {
            Safetensors.Write(folder.File("x"), good);
            Safetensors.Read(folder.File("x")).Dispose();
            using (NewDisposeScope())
                Safetensors.Read(folder.File("x"));
            Assert.Throws<InvalidDataException>(() => Safetensors.Read(new MemoryStream(bad), "made"));
        });
    }

    private void RefusesToWrite(string name, Tensor tensor, string message)
    {
        var error = Assert.ThrowsAny<ArgumentException>(() => Safetensors.Write(folder.File("x"), new Dictionary<string, Tensor> { [name] = tensor }));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }
}
