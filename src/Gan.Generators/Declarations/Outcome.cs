namespace Gan.Generators.Declarations;

/// <summary>
/// What a step of the pipeline made of one declaration: a value, an exception, or a value to do with in spite of one.
/// An exception that left a step would take away what is generated for every other declaration.
/// </summary>
internal sealed record Outcome<T>(T? Value, Failure? Failure = null)
    where T : class
{
    /// <summary>Runs a step.</summary>
    /// <param name="step">The step.</param>
    /// <param name="failure">Says of an exception which declaration it comes of.</param>
    public static Outcome<T> Of(Func<T?> step, Func<Exception, Failure> failure)
    {
        try
        {
            return new(step());
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new(null, failure(exception));
        }
    }

    /// <summary>The next step, of a value.</summary>
    public Outcome<TNext> Then<TNext>(Func<T, Outcome<TNext>> step)
        where TNext : class
        => Value is null ? new((TNext?)null) : step(Value);
}
