using System.Text.Json;

namespace Gan.Benchmarks;

/// <summary>
/// Answers measurements for another process, a line each: <c>loss Hinge 64x1 library</c> or <c>step 28x28 R1 tutorial</c> comes in, <c>{"nanoseconds": 1234.5}</c>
/// or <c>{"error": "..."}</c> goes out. One sample a line, so that who asks several processes in turn sees them under the same conditions. The end of the input ends it.
/// </summary>
internal sealed class Server(TextReader requests, TextWriter answers) : IDisposable
{
    private string? _request;
    private ISampled? _work;
    private IDisposable? _resources;

    public void Run()
    {
        while (requests.ReadLine() is { } request)
        {
            answers.WriteLine(Answer(request));
            answers.Flush();
        }
    }

    public void Dispose() => _resources?.Dispose();

    private string Answer(string request)
    {
        try
        {
            return JsonSerializer.Serialize(new { nanoseconds = Work(request).Sample() });
        }
        catch (ArgumentException exception)
        {
            return JsonSerializer.Serialize(new { error = exception.Message });
        }
    }

    /// <summary>Only the last one is kept: the largest take gigabytes.</summary>
    private ISampled Work(string request)
    {
        if (request == _request)
            return _work!;
        _resources?.Dispose();
        (_request, _resources) = (null, null);
        (_work, _resources) = request.Split(' ') switch
        {
            ["loss", var objective, var size, var way] => Loss(LossCase.Of(objective), LogitSize.Of(size), way),
            ["step", var size, var penalty, var loop] => Step(StepSize.Of(size), penalty, loop),
            _ => throw new ArgumentException($"'{request}' is no request: they are 'loss OBJECTIVE SIZE WAY' and 'step SIZE PENALTY LOOP'."),
        };
        _request = request;
        return _work;
    }

    private static (ISampled, IDisposable) Loss(LossCase loss, LogitSize size, string way)
    {
        var bodies = new LossBodies(loss, Player.Discriminator, size.Shape);
        return (new Measured(bodies.Named(way)), bodies);
    }

    private static (ISampled, IDisposable) Step(StepSize size, string penalty, string name)
    {
        var loop = SixteenSteps.Loop(size, penalty, name);
        return (new Measured(() => SixteenSteps.Run(loop)), loop);
    }
}
