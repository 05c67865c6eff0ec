using System.Diagnostics;
using Gan.Experiments.Tests.Support;

namespace Gan.Experiments.Tests.Reports.Browser;

/// <summary>A headless Chromium of a test's own.</summary>
internal sealed class Chromium : IDisposable
{
    private static readonly string[] s_names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "chrome.exe"];
    private readonly TemporaryFolder _profile = new();
    private readonly Process _process;

    public Chromium()
    {
        var start = new ProcessStartInfo(Executable!)
        {
            // Root and containers have no sandbox to offer, and /dev/shm may be small. The page is the test's own.
            ArgumentList = { "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--remote-debugging-port=0", $"--user-data-dir={_profile.Path}", "about:blank" },
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        _process = Process.Start(start)!;
        _process.ErrorDataReceived += (_, line) => _address.TrySetResult(line.Data);
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
    }

    private readonly AddressLine _address = new();

    /// <summary>Where it is: the variable CHROME, or else a known name on the PATH.</summary>
    public static string? Executable { get; } =
        Environment.GetEnvironmentVariable("CHROME") is { Length: > 0 } named ? named
        : (from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator) from name in s_names select Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    /// <summary>The address of its DevTools protocol.</summary>
    public Task<Uri> Address => _address.Found.WaitAsync(TimeSpan.FromMinutes(2));

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        _profile.Dispose();
    }

    /// <summary>Waits for the line in which Chromium tells its address.</summary>
    private sealed class AddressLine
    {
        private const string Before = "DevTools listening on ";
        private readonly TaskCompletionSource<Uri> _found = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<Uri> Found => _found.Task;

        public void TrySetResult(string? line)
        {
            if (line is null)
                _found.TrySetException(new InvalidOperationException("Chromium ended before it told its address."));
            else if (line.StartsWith(Before, StringComparison.Ordinal))
                _found.TrySetResult(new Uri(line[Before.Length..].Trim()));
        }
    }
}
