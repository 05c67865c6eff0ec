using System.Text.RegularExpressions;
using System.Xml.Linq;
using Gan.Experiments.Atlas.Charts;
using Gan.Experiments.Atlas.Mixtures;
using Gan.Experiments.Atlas.Page;
using Gan.Experiments.Tests.Reports.Browser;
using Gan.Experiments.Tests.Support;
using Gan.Runtime;

namespace Gan.Experiments.Tests.Atlas;

[Collection(MeasuredCatalogueGroup.Name)]
public sealed partial class AtlasPageTests(MeasuredCatalogue catalogue) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_page_has_everything_in_it()
    {
        var page = Page();
        Assert.DoesNotMatch("(src|href)=\"(?!data:|#)", page);
        Assert.All(catalogue.Result.Objectives, objective => Assert.Contains($"<section id=\"{objective.Name}\">", page, StringComparison.Ordinal));
        // Every formula is drawn, and as text.
        Assert.Equal(Regex.Count(page, "<h4>"), Regex.Count(page, "<math "));
        Assert.Equal(catalogue.Result.Objectives.Sum(static objective => ObjectiveCharts.Of(objective).Count) + 1, Regex.Count(page, "role=\"img\""));
        Assert.All(Drawings().Matches(page).Select(static match => match.Value), static svg => Assert.NotEmpty(XElement.Parse(svg).Descendants("polyline")));
        Assert.Equal(page, Page());
    }

    [Fact]
    public void Plots_are_pictures_too()
    {
        var path = ObjectiveAtlas.Write(catalogue.Result with { Objectives = [catalogue["Hinge"]] }, _folder.File("hinge"));
        Assert.EndsWith("atlas.html", path, StringComparison.Ordinal);
        var pictures = Directory.GetFiles(_folder.File("hinge/pictures")).Select(Path.GetFileName).ToArray();
        string[] plots = ["losses", "slopes", "optimum", "divergence", "distance", "pull", "circles", "dirac"];
        Assert.Equal(
            [.. plots.Select(static plot => $"Hinge-{plot}").Concat(["critics", "plan-1", "plan-2", "plan-3"]).SelectMany(static name => new[] { $"{name}.png", $"{name}.svg" }).Order(StringComparer.Ordinal)],
            pictures.Order(StringComparer.Ordinal));
        foreach (var picture in pictures)
        {
            var bytes = File.ReadAllBytes(_folder.File($"hinge/pictures/{picture}"));
            if (picture!.EndsWith(".svg", StringComparison.Ordinal))
            {
                var root = XDocument.Load(new MemoryStream(bytes)).Root!;
                Assert.Equal("svg", root.Name.LocalName);
                // Programs that draw SVG know neither names of colours nor a dark page.
                Assert.DoesNotMatch("var\\(|@media|:root", root.Value);
            }
            else
            {
                using var image = new Reports.DecodedImage(bytes);
                Assert.True(image.Size is { Width: >= 400, Height: >= 400 });
            }
        }
    }

    /// <summary>Dashes and dots tell lines apart where colours do not, in files too.</summary>
    [Fact]
    public void Files_have_dashes_too()
    {
        var chart = ObjectiveCharts.Of(catalogue["Hinge"]).Single(static chart => chart.Id == "pull");
        var file = XDocument.Parse(ChartSvgFile.Of(chart, "Hinge"));
        var lines = file.Descendants().Where(static element => element.Name.LocalName == "polyline").Select(static line => line.Attribute("class")!.Value.Split(' ')[^1]).ToArray();
        Assert.Equal(["solid", "solid", "dashed", "dashed", "dashed", "dotted"], lines);
        Assert.Contains(".line.dashed { stroke-dasharray: 7 4; }", file.Root!.Value, StringComparison.Ordinal);
        Assert.All(chart.Lines, line => Assert.Contains(file.Descendants(), element => element.Name.LocalName == "text" && element.Value == line.Name));
        Assert.Equal("Hinge: How strongly G is pulled to the real samples", file.Descendants().First(static element => element.Name.LocalName == "title").Value);
    }

    /// <summary>What makes no sense of a kind of objective is said, on the page and in the file.</summary>
    [Fact]
    public void What_is_left_out_is_said()
    {
        var path = ObjectiveAtlas.Write([new OfABatch(), new RelativisticPair()], _folder.File("batch"));
        var page = File.ReadAllText(path);
        string[] notes = ["everything is measured of a batch of 64 real and 64 generated samples", "There is no f(u).", "The pictures of noise are left out", "Its losses compare a real logit with a generated one."];
        Assert.All(notes, note => Assert.Contains(note, page, StringComparison.Ordinal));
        Assert.All(notes, note => Assert.Contains(note, File.ReadAllText(_folder.File("batch/atlas.json")), StringComparison.Ordinal));
        string[] plots = ["losses", "slopes", "optimum", "divergence", "distance", "pull", "dirac"];
        Assert.All(plots, plot => Assert.True(File.Exists(_folder.File($"batch/pictures/OfABatch-{plot}.png"))));
        Assert.False(File.Exists(_folder.File("batch/pictures/OfABatch-circles.png")));
    }

    [Fact]
    public void An_atlas_is_of_one_objective_at_least()
    {
        Assert.StartsWith("There are no objectives: an atlas is of one at least.", Assert.Throws<ArgumentException>(() => ObjectiveAtlas.Write([], _folder.File("none"))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => ObjectiveAtlas.Write((IReadOnlyList<IGanObjective>)null!, _folder.File("none")));
        Assert.Throws<ArgumentNullException>(() => ObjectiveAtlas.Write([Objectives.Hinge], null!));
        Assert.False(Directory.Exists(_folder.File("none")));
    }

    [Theory]
    [InlineData(0, 10, 5, new double[] { 0, 2, 4, 6, 8, 10 })]
    [InlineData(-8, 8, 6, new double[] { -5, 0, 5 })]
    [InlineData(0.1, 0.34, 5, new double[] { 0.1, 0.15, 0.2, 0.25, 0.3 })]
    public void Axes_have_round_numbers(double from, double to, int about, double[] expected) =>
        Assert.Equal(expected, new ChartRange(from, to).Ticks(about).Select(static tick => Math.Round(tick, 9)));

    [BrowserFact]
    public async Task A_phone_shows_it_without_a_network()
    {
        var mixture = new MixtureSection("ring of 8", 8, [8], [0.5], [], 1, [new(0, [0, 0, 1, 1]), new(10, [2, 0, -2, 0])]);
        var result = catalogue.Result with { Objectives = [.. catalogue.Result.Objectives.Take(3).Select(objective => objective with { Mixtures = [mixture, mixture] })] };
        AtlasPage.Write(_folder.File("atlas.html"), result);
        using var chromium = new Chromium();
        using var page = await DevTools.OpenAsync(await chromium.Address, _folder.File("atlas.html"), width: 390, isDark: true);
        Assert.True((await page.EvaluateAsync("document.documentElement.scrollWidth <= innerWidth")).GetValue<bool>());
        const string Hover = "(() => { const chart = document.querySelector('figure.chart svg[data-x]'), box = chart.getBoundingClientRect(); chart.dispatchEvent(new PointerEvent('pointermove', { clientX: box.left + box.width / 2, clientY: box.top + box.height / 2 })); return chart.closest('figure').querySelector('.hover').textContent; })()";
        Assert.Matches(@"^.+ = .+: .+ \S+", (await page.EvaluateAsync(Hover)).GetValue<string>());
        const string Film = "(() => { const film = document.querySelector('.film'), slider = film.querySelector('input'); slider.value = 0; slider.dispatchEvent(new Event('input')); return film.querySelector('output').textContent; })()";
        Assert.Equal("step 0", (await page.EvaluateAsync(Film)).GetValue<string>());
        Assert.Empty(page.Complaints);
        Assert.Single(page.Requests, static address => !address.StartsWith("data:", StringComparison.Ordinal));
    }

    private string Page()
    {
        AtlasPage.Write(_folder.File("atlas.html"), catalogue.Result);
        return File.ReadAllText(_folder.File("atlas.html"));
    }

    [GeneratedRegex("<svg viewBox.*?</svg>\n<line[^\n]*</svg>", RegexOptions.Singleline)]
    private static partial Regex Drawings();
}
