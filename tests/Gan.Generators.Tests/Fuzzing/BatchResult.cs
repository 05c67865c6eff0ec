using Microsoft.CodeAnalysis;

namespace Gan.Generators.Tests.Fuzzing;

/// <summary>Something that must not be.</summary>
/// <param name="Sample">Which sample it comes of; null where the batch as a whole shows it.</param>
/// <param name="What">What it is.</param>
/// <param name="IsCrash">Whether it is an exception or a hang, which no mistake of the source explains.</param>
internal sealed record Fault(Sample? Sample, string What, bool IsCrash = false);

/// <summary>What was found out about one batch.</summary>
/// <param name="Faults">What must not be.</param>
/// <param name="Stages">How far the samples came.</param>
/// <param name="Diagnostics">What the analyzers said, by sample.</param>
internal sealed record BatchResult(IReadOnlyList<Fault> Faults, Stages Stages, ILookup<string, Diagnostic> Diagnostics);

/// <summary>How many samples came how far: a fuzzer whose samples all fail early tests nothing.</summary>
/// <param name="Made">All.</param>
/// <param name="Parsed">Without an error of syntax.</param>
/// <param name="Diagnosed">With a diagnostic of ours.</param>
/// <param name="Generated">With code that was generated for it.</param>
/// <param name="Compiled">Those whose batch was compiled with what is generated.</param>
/// <param name="Bound">Of the compiled, without an error of C#.</param>
/// <param name="Accepted">Of the compiled, without any error, and with code that was generated for it.</param>
internal readonly record struct Stages(int Made, int Parsed, int Diagnosed, int Generated, int Compiled, int Bound, int Accepted)
{
    public static Stages operator +(Stages a, Stages b) => new(a.Made + b.Made, a.Parsed + b.Parsed, a.Diagnosed + b.Diagnosed, a.Generated + b.Generated, a.Compiled + b.Compiled, a.Bound + b.Bound, a.Accepted + b.Accepted);
}
