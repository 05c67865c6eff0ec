namespace Gan.Runtime.Testing;

/// <summary>Collects what is wrong, so that one run of a check tells all of it.</summary>
internal sealed class Failures
{
    private readonly List<string> messages = [];

    public void Add(string message) => messages.Add(message);

    /// <summary>Notes a number that is not the expected one.</summary>
    /// <returns>Whether it is.</returns>
    public bool Expect(FloatFormat format, string what, double actual, double expected, double tolerance)
    {
        if (format.Accepts(actual, expected, tolerance))
            return true;
        Add($"{what}: expected {expected:R}, actual {actual:R} (allowed error {tolerance:G2}).");
        return false;
    }

    public void ThrowIfAny()
    {
        if (messages.Count > 0)
            throw new ObjectiveCheckException(string.Join('\n', messages));
    }
}
