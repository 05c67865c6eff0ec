namespace Gan.Experiments.Tests.Reports.Browser;

/// <summary>A test in a real browser; where there is none it is skipped, and says so.</summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (Chromium.Executable is null)
            Skip = "There is no Chromium: put chromium, google-chrome or chrome on the PATH, or its path into CHROME.";
    }
}
