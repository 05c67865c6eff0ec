using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Gan.Generators.Tests.Rules;

/// <summary>A diagnostic at exact characters of one of the sources.</summary>
public sealed record Marked(string Id, int Source, TextSpan Span);

/// <summary>Source text in which <c>{|GAN001:Name|}</c> says that GAN001 is expected at the characters of Name. Marks may nest.</summary>
public static class Markup
{
    private const string Close = "|}";
    private const string Open = "{|GAN";

    public static (string Text, IReadOnlyList<Marked> Expected) Read(string markup, int source = 0)
    {
        var text = new StringBuilder();
        var open = new Stack<(string Id, int Start)>();
        var marks = new List<Marked>();
        for (var i = 0; i < markup.Length;)
        {
            if (string.CompareOrdinal(markup, i, Open, 0, Open.Length) == 0)
            {
                var colon = markup.IndexOf(':', i);
                open.Push((markup[(i + 2)..colon], text.Length));
                i = colon + 1;
            }
            else if (open.Count > 0 && string.CompareOrdinal(markup, i, Close, 0, Close.Length) == 0)
            {
                var (id, start) = open.Pop();
                marks.Add(new(id, source, TextSpan.FromBounds(start, text.Length)));
                i += Close.Length;
            }
            else
            {
                text.Append(markup[i++]);
            }
        }

        Assert.Empty(open);
        return (text.ToString(), marks);
    }
}
