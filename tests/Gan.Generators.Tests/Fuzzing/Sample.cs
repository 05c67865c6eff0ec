namespace Gan.Generators.Tests.Fuzzing;

/// <summary>A source that the fuzzer made, in a namespace of its own unless it is the one of its batch that is not.</summary>
internal sealed record Sample(ulong Seed, int Number, string Text)
{
    public string Path => $"/{Number}.cs";
}
