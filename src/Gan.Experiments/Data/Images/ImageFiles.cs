namespace Gan.Experiments.Data.Images;

/// <summary>Lists the images of a folder in the ordinal order of their names, the same on each machine.</summary>
internal static class ImageFiles
{
    private static readonly string[] Extensions = [".png", ".jpg", ".jpeg"];

    /// <summary>The images, each with the name of its class: its folder's, or null where there are no sub folders.</summary>
    /// <exception cref="InvalidDataException">Something else is there and refused.</exception>
    public static IReadOnlyList<(string Path, string? Class)> In(string folder, BadData bad)
    {
        var classes = Sorted(Directory.EnumerateDirectories(folder));
        if (classes.Length == 0)
            return [.. Images(folder, bad).Select(path => (path, (string?)null))];
        foreach (var path in Sorted(Directory.EnumerateFiles(folder)))
            bad.Add(path, null, "is beside the folders of the classes, not inside one of them");
        return [.. classes.SelectMany(path => OfClass(path, bad).Select(image => (image, (string?)Path.GetFileName(path))))];
    }

    private static List<string> OfClass(string folder, BadData bad)
    {
        foreach (var path in Sorted(Directory.EnumerateDirectories(folder)))
            bad.Add(path, null, "is a folder inside a class folder, which is not read");
        var images = Images(folder, bad);
        if (images.Count == 0)
            bad.Add(folder, null, "contains no image");
        return images;
    }

    private static List<string> Images(string folder, BadData bad)
    {
        var images = new List<string>();
        foreach (var path in Sorted(Directory.EnumerateFiles(folder)))
        {
            if (Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase))
                images.Add(path);
            else
                bad.Add(path, null, $"does not end in {string.Join(", ", Extensions)}");
        }
        return images;
    }

    // Hidden files are the desktop's, not the set's.
    private static string[] Sorted(IEnumerable<string> paths) =>
        [.. paths.Where(path => !Path.GetFileName(path).StartsWith('.')).OrderBy(Path.GetFileName, StringComparer.Ordinal)];
}
