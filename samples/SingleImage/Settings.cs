namespace SingleImage;

/// <summary>The settings from the command line.</summary>
internal sealed record Settings(int Steps, int Seed, string Out);
