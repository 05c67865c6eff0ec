using Gan.Generators.Basics;

namespace Gan.Generators.Analysis;

/// <summary>One question that the theory asks of a loss, which ends on every loss: where the answer takes more work than it is worth, it is Unknown.</summary>
internal static class Question
{
    /// <summary>What one question may cost: many times what it does of any published loss.</summary>
    public const long Budget = 12_000;

    /// <summary>What is said of a loss that is too large.</summary>
    public static readonly Verdict.Unknown TooLarge = new("the formula is too large to decide it");

    public static Verdict Ask(Func<Verdict> question) => Work.Within(Budget, question) ?? TooLarge;

    /// <summary>What is asked for is no verdict; null where it takes too much work, or there is none.</summary>
    public static T? Find<T>(Func<T?> search)
        where T : class
        => Work.Within(Budget, search);
}
