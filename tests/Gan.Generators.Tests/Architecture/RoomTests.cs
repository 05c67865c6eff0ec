namespace Gan.Generators.Tests.Architecture;

/// <summary>Which folders of a project know which: data flows one way. docs/architecture.md shows the drawing.</summary>
public abstract class RoomTests
{
    /// <summary>The project's name, which its drawing on the page has.</summary>
    protected abstract string Project { get; }

    private protected abstract SourceRooms Rooms { get; }

    [Fact]
    public void NamespacesFollowFolders() => Assert.Empty(Rooms.Files.Where(static file => file.Namespace != file.Expected).Select(static file => $"{file.Path} is in {file.Namespace}, not in {file.Expected}"));

    [Fact]
    public void EveryFolderIsARoom() => Assert.Empty(Rooms.Files.Where(static file => file.Room is null && file.Path.Contains('/')).Select(static file => file.Path));

    [Fact]
    public void NoArrowGoesBack() => Assert.Empty(Rooms.Arrows.Where(arrow => Rooms.Names.IndexOf(arrow.To) > Rooms.Names.IndexOf(arrow.From)).Select(static arrow => $"{arrow.From} uses {arrow.To} in {arrow.Path}"));

    /// <summary>A test of arrows that finds none would pass as well.</summary>
    [Fact]
    public void ArrowsAreSeen() => Assert.All(Rooms.Names, name => Assert.Contains(Rooms.Arrows, arrow => arrow.From == name || arrow.To == name));

    [Fact]
    public void TheDrawingIsThatOfTheCode()
    {
        var path = Path.Combine(Repository.Root, "docs", "architecture.md");
        var page = File.ReadAllText(path).ReplaceLineEndings("\n");
        var mark = $"<!-- rooms of {Project} -->\n";
        var begin = page.IndexOf(mark, StringComparison.Ordinal) + mark.Length;
        var end = page.IndexOf("<!-- /rooms -->", begin, StringComparison.Ordinal);
        var drawing = Rooms.Draw();
        if (Environment.GetEnvironmentVariable("GANDSL_ACCEPT") == "1")
            File.WriteAllText(path, page[..begin] + drawing + page[end..]);
        else
            Assert.Equal(drawing, page[begin..end]);
    }
}
