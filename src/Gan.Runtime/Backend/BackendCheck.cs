namespace Gan.Runtime.Backend;

/// <summary>Finds what is wrong, and the first cure that makes it right.</summary>
/// <param name="layers">The number of layers that are computed.</param>
/// <param name="findWrong">Computes them: those that are wrong.</param>
/// <param name="cures">The mildest first.</param>
internal sealed class BackendCheck(int layers, Func<IReadOnlyList<WrongLayer>> findWrong, IReadOnlyList<BackendCure> cures)
{
    private const string Page = "https://github.com/gandsl/gandsl/blob/main/docs/backend.md";

    /// <exception cref="WrongBackendException">No cure works.</exception>
    public BackendVerdict Run()
    {
        var wrong = findWrong();
        if (wrong.Count == 0)
            return new(BackendStatus.Right, $"libtorch computes all {layers} layers of the check correctly.");
        var fault = $"On this processor, {Processor.Name}, libtorch computes {wrong.Count} of the {layers} layers of the check incorrectly: {wrong[0]}.";
        // A cure that is tried stays: none is known to do harm, and the next is stronger.
        foreach (var cure in cures)
        {
            if (cure.TryApply() && findWrong().Count == 0)
                return new(BackendStatus.Cured, $"{fault} {cure.Text} See {Page}.");
        }

        throw new WrongBackendException(
            $"{fault} Networks would train on wrong values, and this cannot be fixed while the program runs. Start the program with the environment variable ONEDNN_MAX_CPU_ISA=SSE41, or use another version of libtorch. See {Page}.");
    }
}
