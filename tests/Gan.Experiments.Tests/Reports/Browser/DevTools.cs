using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gan.Experiments.Tests.Reports.Browser;

/// <summary>A page of a browser, driven by the DevTools protocol.</summary>
internal sealed class DevTools : IDisposable
{
    private readonly ClientWebSocket _socket = new();
    private string? _session;
    private int _last;

    /// <summary>What the console was told, and what went wrong without a word there.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>The addresses of what the page loaded.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>Opens a page as wide as a device, in pixels of CSS.</summary>
    public static async Task<DevTools> OpenAsync(Uri browser, string file, int width, bool isDark = false)
    {
        var page = new DevTools();
        await page._socket.ConnectAsync(browser, CancellationToken.None);
        var target = await page.SendAsync("Target.createTarget", new() { ["url"] = "about:blank" });
        var attached = await page.SendAsync("Target.attachToTarget", new() { ["targetId"] = target["targetId"]!.GetValue<string>(), ["flatten"] = true });
        page._session = attached["sessionId"]!.GetValue<string>();
        foreach (var domain in (string[])["Page", "Runtime", "Log", "Network"])
            await page.SendAsync($"{domain}.enable");
        await page.SendAsync("Emulation.setDeviceMetricsOverride", new() { ["width"] = width, ["height"] = 740, ["deviceScaleFactor"] = 2, ["mobile"] = width < 600 });
        await page.SendAsync("Emulation.setEmulatedMedia", new() { ["features"] = new JsonArray(new JsonObject { ["name"] = "prefers-color-scheme", ["value"] = isDark ? "dark" : "light" }) });
        await page.SendAsync("Page.navigate", new() { ["url"] = new Uri(file).AbsoluteUri });
        for (var wait = 0; await page.EvaluateAsync("location.protocol + document.readyState") is var state && state.GetValue<string>() != "file:complete"; wait++)
        {
            Assert.True(wait < 600, $"The page does not load: {state}.");
            await Task.Delay(100);
        }
        return page;
    }

    /// <summary>The value of an expression in the page.</summary>
    public async Task<JsonNode> EvaluateAsync(string expression)
    {
        var answer = await SendAsync("Runtime.evaluate", new() { ["expression"] = expression, ["returnByValue"] = true, ["awaitPromise"] = true });
        return answer["exceptionDetails"] is { } exception ? throw new InvalidOperationException(exception.ToJsonString()) : answer["result"]!["value"]!;
    }

    /// <summary>The strings that an expression has the list of.</summary>
    public async Task<string[]> StringsAsync(string expression) => [.. (await EvaluateAsync(expression)).AsArray().Select(item => item!.GetValue<string>())];

    /// <summary>Presses the enter key.</summary>
    public async Task PressEnterAsync()
    {
        foreach (var type in (string[])["keyDown", "keyUp"])
            await SendAsync("Input.dispatchKeyEvent", new() { ["type"] = type, ["key"] = "Enter", ["code"] = "Enter", ["windowsVirtualKeyCode"] = 13, ["text"] = type == "keyDown" ? "\r" : "" });
    }

    public void Dispose() => _socket.Dispose();

    private async Task<JsonNode> SendAsync(string method, JsonObject? parameters = null)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var message = new JsonObject { ["id"] = ++_last, ["method"] = method, ["params"] = parameters ?? [] };
        if (_session is not null) message["sessionId"] = _session;
        await _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, true, timeout.Token);
        while (true)
        {
            var answer = await ReceiveAsync(timeout.Token);
            if (answer["id"] is null) Note(answer);
            else if (answer["id"]!.GetValue<int>() == _last) return answer["result"] ?? throw new InvalidOperationException($"{method}: {answer.ToJsonString()}");
        }
    }

    private async Task<JsonNode> ReceiveAsync(CancellationToken cancellation)
    {
        var (message, buffer) = (new MemoryStream(), new byte[1 << 16]);
        while (true)
        {
            var part = await _socket.ReceiveAsync(buffer, cancellation);
            message.Write(buffer, 0, part.Count);
            if (part.EndOfMessage) return JsonNode.Parse(message.ToArray())!;
        }
    }

    private void Note(JsonNode told)
    {
        var method = told["method"]!.GetValue<string>();
        if (method is "Runtime.consoleAPICalled" or "Runtime.exceptionThrown" or "Log.entryAdded" or "Network.loadingFailed")
            Complaints.Add(told.ToJsonString());
        else if (method == "Network.requestWillBeSent")
            Requests.Add(told["params"]!["request"]!["url"]!.GetValue<string>());
    }
}
