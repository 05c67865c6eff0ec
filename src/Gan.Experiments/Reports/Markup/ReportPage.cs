using System.Security.Cryptography;
using System.Text;
using Gan.Experiments.Files;

namespace Gan.Experiments.Reports.Markup;

/// <summary>The frame of a report: one file with its style and script in it. Its content policy lets a browser load nothing else and run no other script.</summary>
internal static class ReportPage
{
    private static readonly string s_style = Resource("report.css"), s_script = Resource("report.js");

    /// <param name="path">The file, in place of an older one.</param>
    /// <param name="title">The page's title.</param>
    /// <param name="content">What its main part has.</param>
    /// <param name="style">More style.</param>
    /// <param name="script">More script.</param>
    public static void Write(string path, string title, string content, string style = "", string script = "")
    {
        var html = Encoding.UTF8.GetBytes(Frame(title, content, s_style + style, s_script + script));
        AtomicFile.Write(path, stream => stream.Write(html));
    }

    private static string Frame(string title, string content, string style, string script) =>
        $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src '{Hash(style)}'; script-src '{Hash(script)}'">
        <link rel="icon" href="data:,">
        <title>{Html.Text(title)}</title>
        <style>{style}</style>
        </head>
        <body>
        <main>
        {content}</main>
        <script>{script}</script>
        </body>
        </html>

        """.ReplaceLineEndings("\n");

    private static string Hash(string text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";

    /// <summary>The text of a file in the assembly.</summary>
    public static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(ReportPage).Assembly.GetManifestResourceStream($"Gan.Experiments.{name}")!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
