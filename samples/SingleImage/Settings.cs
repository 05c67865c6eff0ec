namespace SingleImage;

/// <summary>What the command line asks for.</summary>
internal sealed record Settings(int Steps, int Seed, string Out);
