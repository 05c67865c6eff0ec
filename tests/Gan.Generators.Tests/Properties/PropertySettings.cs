using System.Globalization;

namespace Gan.Generators.Tests.Properties;

/// <summary>Which samples property tests take, and for how long: docs/reliability.md.</summary>
internal static class PropertySettings
{
    public const string SeedVariable = "GANDSL_SEED";

    public const string MinutesVariable = "GANDSL_MINUTES";

    public const string FuzzedVariable = "GANDSL_FUZZ";

    private const ulong Fixed = 20160101;

    /// <summary>The first seed. Given minutes, it is a new one each time unless it is given too.</summary>
    public static ulong Seed { get; } = Read(SeedVariable, ulong.Parse) ?? (Environment.GetEnvironmentVariable(MinutesVariable) is null ? Fixed : (ulong)DateTime.UtcNow.Ticks);

    /// <summary>How long one property goes on with the seeds that follow: its share of the minutes that all have together.</summary>
    public static TimeSpan Time { get; } = TimeSpan.FromMinutes((Read(MinutesVariable, double.Parse) ?? 0) / Count);

    /// <summary>How many mutated sources there are for each seed.</summary>
    public static int Fuzzed { get; } = Read(FuzzedVariable, int.Parse) ?? 20_000;

    private static int Count => typeof(PropertySettings).Assembly.GetTypes()
        .SelectMany(static type => type.GetMethods())
        .SelectMany(static method => method.GetCustomAttributesData())
        .Count(static attribute => attribute.AttributeType == typeof(TraitAttribute) && attribute.ConstructorArguments[1].Value is "Property");

    private static T? Read<T>(string variable, Func<string, IFormatProvider, T> parse)
        where T : struct
        => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? parse(text, CultureInfo.InvariantCulture) : null;
}
