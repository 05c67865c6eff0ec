using System.Text.Json;
using System.Text.Json.Serialization;
using Gan.Runtime.Cuda.Kernels;
using static TorchSharp.torch;

namespace CudaKernels;

/// <summary>What is printed: kernels, the losses that they are of, and the numbers that these losses must have.</summary>
internal sealed class KernelIndex
{
    private static readonly JsonSerializerOptions s_format = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    private static readonly (string Name, ScalarType Type)[] s_types =
        [("float32", ScalarType.Float32), ("float64", ScalarType.Float64), ("float16", ScalarType.Float16), ("bfloat16", ScalarType.BFloat16)];

    private readonly Dictionary<CudaKernel, string> files = [];

    /// <summary>The threads of a block.</summary>
    public int BlockSize { get; } = CudaKernel.BlockSize;

    /// <summary>The logits that a block takes at a time.</summary>
    public int Tile { get; } = CudaLosses.Tile;

    /// <summary>A launch has a block for each tile, but no more than this.</summary>
    public int MostBlocks { get; } = CudaLosses.MostBlocks;

    /// <summary>The memory that blocks meet in; zeroed before its first use.</summary>
    public int ScratchBytes { get; } = CudaOutput.ScratchBytes;

    /// <summary>The members of a side in a kernel's argument, each of 8 bytes. The argument has its sides, then the loss's and the scratch memory's address, then the numbers of its formulas.</summary>
    public IReadOnlyList<string> Side { get; } = ["logits", "count", "weights", "mask", "maskCount", "isMean", "factor", "gradient", "losses", "lossFactor"];

    /// <summary>At which logits the losses are tabulated: at first + i * step.</summary>
    public object Logits { get; } = new { First = LossTable.First, LossTable.Step, LossTable.Count };

    /// <summary>The tabulated losses.</summary>
    public IReadOnlyList<LossTable> Tables { get; private init; } = [];

    /// <summary>Every loss in every type.</summary>
    public IReadOnlyList<PrintedTerm> Terms { get; private init; } = [];

    /// <summary>The kernels that update all tensors of a list, in every type.</summary>
    public IReadOnlyList<PrintedUpdate> Updates { get; private init; } = [];

    /// <summary>The elements of a tensor that a block of such a kernel takes at a time.</summary>
    public int UpdateTile { get; } = CudaTensors.Tile;

    /// <summary>The text of each file.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, string> Sources => files.ToDictionary(static file => file.Value, static file => file.Key.Source);

    public static KernelIndex Of(IEnumerable<CatalogueTerm> terms)
    {
        var (tables, printed, updates) = (new List<LossTable>(), new List<PrintedTerm>(), new List<PrintedUpdate>());
        var index = new KernelIndex { Tables = tables, Terms = printed, Updates = updates };
        foreach (var term in terms)
        {
            var tablesOfTerm = term.Losses.Select(loss => TableOf(loss)).ToList();
            foreach (var (name, type) in s_types)
            {
                foreach (var isByElement in new[] { false, true })
                {
                    var launches = term.Launches(type, isByElement).Select(launch => new PrintedLaunch(index.FileOf(launch.Kernel, name, isByElement), launch.Kernel.Name));
                    printed.Add(new(term.Objective, term.Player, term.Kind.ToString().ToLowerInvariant(), name, isByElement, [.. launches], tablesOfTerm));
                }
            }
        }

        foreach (var (name, type) in s_types)
        {
            foreach (var (kernel, isOfType) in CudaTensors.KernelsOf(type))
            {
                if (isOfType || !updates.Exists(update => update.Entry == kernel.Name))
                    updates.Add(new(index.FileOf(kernel, isOfType ? name : "bytes", isByElement: false), kernel.Name, isOfType ? name : null));
            }
        }

        return index;

        int TableOf(Gan.Runtime.LogitLoss loss)
        {
            var table = LossTable.Of(loss);
            var known = tables.FindIndex(table.IsSameAs);
            if (known < 0)
                tables.Add(table);
            return known < 0 ? tables.Count - 1 : known;
        }
    }

    /// <summary>Writes the kernels, a file each, and index.json.</summary>
    public void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var (file, source) in Sources)
            File.WriteAllText(Path.Combine(folder, file), source);
        File.WriteAllText(Path.Combine(folder, "index.json"), JsonSerializer.Serialize(this, s_format));
    }

    private string FileOf(CudaKernel kernel, string type, bool isByElement)
    {
        if (!files.TryGetValue(kernel, out var file))
            files.Add(kernel, file = $"{kernel.Name}-{type}{(isByElement ? "-single" : "")}-{files.Count:D3}.cu");
        return file;
    }
}

/// <summary>A loss in one type.</summary>
/// <param name="Objective">Of which objective.</param>
/// <param name="Player">Of D or of G.</param>
/// <param name="Kind">How batches meet in it: separate, both, pair or average.</param>
/// <param name="Type">The logits' type.</param>
/// <param name="IsByElement">Whether each loss is needed by itself: for weights, for a mask, or to be kept.</param>
/// <param name="Launches">In their order.</param>
/// <param name="Tables">Those of the real and of the fake logits' losses, or of the only one, by their places.</param>
internal sealed record PrintedTerm(string Objective, string Player, string Kind, string Type, bool IsByElement, IReadOnlyList<PrintedLaunch> Launches, IReadOnlyList<int> Tables);

/// <summary>A kernel that updates all tensors of a list.</summary>
/// <param name="File">Its text.</param>
/// <param name="Entry">Its entry point.</param>
/// <param name="Type">The tensors' type; null where it does not matter.</param>
internal sealed record PrintedUpdate(string File, string Entry, string? Type);

/// <summary>A launch of a kernel.</summary>
/// <param name="File">Its text.</param>
/// <param name="Entry">Its entry point.</param>
internal sealed record PrintedLaunch(string File, string Entry);
