using Gan.Runtime;

namespace FashionGan;

/// <summary>What the command line asks for.</summary>
internal sealed record Settings(IGanObjective Objective, int Steps, int Batch, int Seed, int Threads, string Data, string Out);
