namespace Gan.Benchmarks;

/// <summary>Whose loss it is.</summary>
internal enum Player
{
    Discriminator,
    Generator,
}
