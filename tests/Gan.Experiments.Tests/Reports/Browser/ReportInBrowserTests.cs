using Gan.Experiments.Reports;
using Gan.Experiments.Tests.Support;

namespace Gan.Experiments.Tests.Reports.Browser;

public sealed class ReportInBrowserTests : IDisposable
{
    private const string FirstColumn = "[...document.querySelectorAll('table.sortable tbody tr')].map(row => row.cells[0].textContent)";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [BrowserFact]
    public async Task A_comparison_loads_alone_fits_a_phone_and_sorts()
    {
        double?[] distances = [10, 9, null, 100];
        var folders = distances.Select((distance, i) => MadeRun.Write(_folder.File($"run {i}"), MadeRun.Record with
        {
            Seconds = 90 - i,
            Metrics = distance is { } value ? [new("frechet_distance", value, MetricDirection.LowerIsBetter)] : [],
        })).ToArray();
        var path = _folder.File("comparison.html");
        HtmlReport.WriteComparison(folders, path);
        using var chromium = new Chromium();
        using var page = await DevTools.OpenAsync(await chromium.Address, path, width: 360);
        await Healthy(page, images: 4 + 4, width: 360);

        Assert.Equal(["run 0", "run 1", "run 2", "run 3"], await page.StringsAsync(FirstColumn));
        // Browsers that do not reflect the attribute as a property sort too.
        await page.EvaluateAsync("delete Element.prototype.ariaSort, true");
        const string Heading = "[...document.querySelectorAll('thead th')].find(th => th.textContent.startsWith('frechet_distance'))";
        await page.EvaluateAsync($"{Heading}.querySelector('button').click(), true");
        // By value, not by letters, and what is missing last both ways.
        Assert.Equal(["run 1", "run 0", "run 3", "run 2"], await page.StringsAsync(FirstColumn));
        Assert.Equal("ascending", (await page.EvaluateAsync($"{Heading}.getAttribute('aria-sort')")).GetValue<string>());
        await page.EvaluateAsync($"{Heading}.querySelector('button').focus(), true");
        await page.PressEnterAsync();
        Assert.Equal(["run 3", "run 0", "run 1", "run 2"], await page.StringsAsync(FirstColumn));
        Assert.Equal("descending", (await page.EvaluateAsync($"{Heading}.getAttribute('aria-sort')")).GetValue<string>());
        await page.EvaluateAsync("document.querySelector('thead button').click(), true");
        Assert.Equal(["run 0", "run 1", "run 2", "run 3"], await page.StringsAsync(FirstColumn));
        Assert.Equal(["ascending"], await page.StringsAsync("[...document.querySelectorAll('thead th')].map(th => th.getAttribute('aria-sort')).filter(sort => sort !== 'none')"));
        Assert.Empty(page.Complaints);
    }

    [BrowserFact]
    public async Task A_long_name_stays_in_its_cell_and_in_sight_and_grids_stand_side_by_side()
    {
        var folders = Enumerable.Range(0, 3).Select(i => MadeRun.Write(_folder.File($"ClothesByLeastSquaresWithASweepOverTheScale-S=0.{i}"), MadeRun.Record)).ToArray();
        HtmlReport.WriteComparison(folders, _folder.File("comparison.html"));
        using var chromium = new Chromium();
        const string Names = "[...document.querySelectorAll('.sortable tbody th')]";
        foreach (var width in (int[])[390, 1200])
        {
            using var page = await DevTools.OpenAsync(await chromium.Address, _folder.File("comparison.html"), width);
            await Healthy(page, images: 4 + 3, width);
            Assert.True((await page.EvaluateAsync($"{Names}.every(name => name.scrollWidth <= name.clientWidth)")).GetValue<bool>());
            await page.EvaluateAsync("document.querySelector('.scroll').scrollLeft = 200, true");
            Assert.True((await page.EvaluateAsync($"{Names}.every(name => name.getBoundingClientRect().left >= 0)")).GetValue<bool>());
            Assert.Equal(width < 600 ? 3 : 1, (await page.EvaluateAsync("new Set([...document.querySelectorAll('.samples')].map(grid => grid.getBoundingClientRect().top)).size")).GetValue<int>());
        }
    }

    [BrowserFact]
    public async Task A_run_with_hostile_names_runs_none_of_them()
    {
        const string Hostile = "<script>document.title='broken'</script><img src=x onerror=\"document.title='broken'\">\"'&";
        var folder = MadeRun.Write(_folder.File("run"), MadeRun.Record with { Experiment = Hostile, Notes = [Hostile], Objective = Hostile, Status = RunStatus.Failed, Failure = Hostile, Environment = new Dictionary<string, string> { [Hostile] = Hostile } });
        HtmlReport.Write(folder);
        using var chromium = new Chromium();
        using var page = await DevTools.OpenAsync(await chromium.Address, folder.ReportPath, width: 360, isDark: true);
        await Healthy(page, images: 3 + 3 + 1, width: 360);
        Assert.Equal($"{Hostile}: run", (await page.EvaluateAsync("document.title")).GetValue<string>());
        Assert.Equal(Hostile, (await page.EvaluateAsync("document.querySelector('h1').textContent")).GetValue<string>());
        Assert.Equal(1, (await page.EvaluateAsync("document.scripts.length")).GetValue<int>());
        // The formulas are drawn as mathematics, and the dark style is taken.
        Assert.True((await page.EvaluateAsync("[...document.querySelectorAll('math')].every(math => math.namespaceURI.endsWith('MathML') && math.getBoundingClientRect().height > 15)")).GetValue<bool>());
        Assert.Equal(3, (await page.EvaluateAsync("document.querySelectorAll('math').length")).GetValue<int>());
        Assert.Equal("rgb(22, 24, 27)", (await page.EvaluateAsync("getComputedStyle(document.body).backgroundColor")).GetValue<string>());
    }

    [BrowserFact]
    public async Task A_phone_shows_the_walk_and_each_penaltys_formula()
    {
        var folder = MadeRun.Write(_folder.File("run"), MadeRun.Record with { GeneratorPenalties = [new("PathLength", "2 E(‖J‖ − a)²", @"2\,\mathbb{E}\left(\lVert J\rVert - a\right)^2")] });
        HtmlReport.Write(folder);
        using var chromium = new Chromium();
        using var page = await DevTools.OpenAsync(await chromium.Address, folder.ReportPath, width: 390);
        await Healthy(page, images: 3 + 3 + 1, width: 390);
        const string Walk = "[...document.images].find(image => image.alt.includes('walk'))";
        using var file = new DecodedImage(File.ReadAllBytes(folder.WalkPath));
        Assert.Equal([file.Size.Width, file.Size.Height], (await page.EvaluateAsync($"[{Walk}.naturalWidth, {Walk}.naturalHeight]")).AsArray().Select(static side => side!.GetValue<int>()));
        Assert.True((await page.EvaluateAsync($"{Walk}.getBoundingClientRect().right <= innerWidth")).GetValue<bool>());
        // Below each heading is its formula, which begins inside the screen.
        Assert.Equal(["Discriminator's loss", "plus R1", "Generator's loss", "plus PathLength"], await page.StringsAsync("[...document.querySelectorAll('h4')].map(heading => heading.textContent)"));
        Assert.Equal(["γ𝔼x‖∇D(x)‖2", "2𝔼(‖J‖−a)2"], await page.StringsAsync("[...document.querySelectorAll('h4')].filter(heading => heading.textContent.startsWith('plus')).map(heading => heading.nextElementSibling.querySelector('math').textContent)"));
        Assert.True((await page.EvaluateAsync("[...document.querySelectorAll('math')].every(math => { const box = math.getBoundingClientRect(); return box.width > 60 && box.left >= 0 && box.left < innerWidth; })")).GetValue<bool>());
    }

    private static async Task Healthy(DevTools page, int images, int width)
    {
        var broken = await page.StringsAsync("Promise.all([...document.images].map(image => image.decode().then(() => image.naturalWidth > 0 ? '' : image.alt, () => image.alt)))");
        Assert.Equal(Enumerable.Repeat("", images), broken);
        Assert.Equal(width, (await page.EvaluateAsync("innerWidth")).GetValue<int>());
        Assert.True((await page.EvaluateAsync("document.documentElement.scrollWidth")).GetValue<int>() <= width, "The page is wider than the screen.");
        Assert.Empty(page.Complaints);
        Assert.All(page.Requests, address => Assert.True(address.StartsWith("file:", StringComparison.Ordinal) || address.StartsWith("data:", StringComparison.Ordinal), address));
        Assert.Single(page.Requests, address => address.StartsWith("file:", StringComparison.Ordinal));
    }
}
