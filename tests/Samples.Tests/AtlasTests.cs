using System.Text.Json;

namespace Samples.Tests;

public sealed class AtlasTests
{
    [Fact]
    public void TheSamplesOwnObjectiveHasAllThatTheCataloguesHave()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(0, Sample.Run("Atlas", "SquaredHinge", "--out", folder.File("atlas")));
        using var data = JsonDocument.Parse(File.ReadAllBytes(folder.File("atlas/atlas.json")));
        var objective = Assert.Single(data.RootElement.GetProperty("objectives").EnumerateArray());
        Assert.Equal("SquaredHinge", objective.GetProperty("name").GetString());
        // D pulls real logits to 1 and fakes to −1, and both squares together are least at D* = (p − q)/(p + q) times 1, as of least squares.
        var optimum = objective.GetProperty("optimum");
        var (ratios, logits) = (optimum.GetProperty("ratios").EnumerateArray().Select(static u => u.GetDouble()), optimum.GetProperty("logits").EnumerateArray().Select(static t => t.GetDouble()));
        Assert.All(ratios.Zip(logits), static pair => Assert.Equal((pair.First - 1) / (pair.First + 1), pair.Second, 1e-9));
        Assert.True(File.Exists(folder.File("atlas/atlas.html")));
        Assert.True(Picture.SizeOf(folder.File("atlas/pictures/SquaredHinge-dirac.png")).Width > 100);
    }
}
