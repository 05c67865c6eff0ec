using System.Collections.Concurrent;
using System.Text;
using Gan.Runtime.Cuda.Tracing;

namespace Gan.Runtime.Cuda.Kernels;

/// <summary>Puts the text of a kernel together: the parts that all kernels share, which are files, and the formulas of this one.</summary>
internal static class KernelText
{
    private static readonly ConcurrentDictionary<string, string> s_parts = new();

    /// <summary>A kernel without formulas.</summary>
    /// <param name="name">The entry point.</param>
    /// <param name="element">The type of what is computed with; null where it does not matter.</param>
    /// <param name="parts">The kernel's parts, the last of which has the entry point.</param>
    public static CudaKernel Of(string name, CudaElement? element, params IEnumerable<string> parts) =>
        new(name, string.Join('\n', (element?.Parts ?? []).Concat(parts).Select(Part)));

    /// <summary>A kernel of formulas.</summary>
    /// <param name="name">The entry point.</param>
    /// <param name="parts">The kernel's own parts, the last of which has the entry point.</param>
    /// <param name="element">The logits' type.</param>
    /// <param name="isByElement">Whether each loss is needed by itself.</param>
    /// <param name="formulas">The losses, each under the name that the parts have for it.</param>
    public static CudaKernel Of(string name, IReadOnlyList<string> parts, CudaElement element, bool isByElement, params ReadOnlySpan<(string Name, FormulaTrace Formula)> formulas)
    {
        var operations = new SortedSet<Operation> { Operation.Log1pOfUnit };
        var structures = new List<string>();
        foreach (var (structure, formula) in formulas)
        {
            operations.UnionWith(formula.Graph.Steps.Select(static step => step.Operation));
            structures.Add(FormulaStructure.Of(structure, formula, element.IsDouble));
        }

        List<string> blocks =
        [
            .. element.Parts.Select(Part),
            Part("choices.cuh"),
            .. operations.Select(operation => FunctionText.Of(operation, element.IsDouble)).OfType<string>(),
            .. structures,
            Part("threads.cuh"),
            Part("sums.cuh"),
            Part("pass.cuh"),
            $"// Whether each loss is needed by itself: for weights, for a mask, or to be kept.\nstatic const bool is_by_element = {(isByElement ? "true" : "false")};\n",
            .. parts.Select(Part),
        ];
        return new(name, string.Join('\n', blocks));
    }

    private static string Part(string name) => s_parts.GetOrAdd(name, static name =>
    {
        using var stream = typeof(KernelText).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The kernels' part {name} is not in the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    });
}
