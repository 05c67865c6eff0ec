using System.Diagnostics;
using System.Text.Json;

namespace Gan.Benchmarks;

/// <summary>This program once more, in a process of its own, as <see cref="Server"/>: for settings that are a whole process's.</summary>
internal sealed class Peer : IDisposable
{
    private readonly Process _process;

    public Peer(params IEnumerable<string> arguments)
    {
        _process = Process.Start(new ProcessStartInfo("dotnet", [typeof(Peer).Assembly.Location, "serve", .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("No process was started.");
    }

    /// <summary>A piece of work of that process.</summary>
    public ISampled Work(string request) => new Remote(this, request);

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private double Ask(string request)
    {
        _process.StandardInput.WriteLine(request);
        _process.StandardInput.Flush();
        var line = _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"The process ended while it measured '{request}'.");
        using var answer = JsonDocument.Parse(line);
        return answer.RootElement.TryGetProperty("nanoseconds", out var nanoseconds)
            ? nanoseconds.GetDouble()
            : throw new InvalidOperationException(answer.RootElement.GetProperty("error").GetString());
    }

    private sealed class Remote(Peer peer, string request) : ISampled
    {
        public double Sample() => peer.Ask(request);
    }
}
