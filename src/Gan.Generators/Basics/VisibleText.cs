using System.Text;

namespace Gan.Generators.Basics;

/// <summary>What a message quotes of a source, as a terminal, a log and an editor can show it: a message is one line of characters that all can write.</summary>
internal static class VisibleText
{
    /// <summary>Control characters and halves of surrogate pairs become escapes, as C# writes them.</summary>
    public static string Of(string text)
    {
        StringBuilder? visible = null;
        for (var i = 0; i < text.Length; i++)
        {
            var length = i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]) ? 2 : 1;
            var isHidden = length == 1 && (char.IsControl(text[i]) || char.IsSurrogate(text[i]));
            if (isHidden) visible ??= new(text, 0, i, text.Length + 16);
            if (isHidden) visible!.Append("\\u").Append(((int)text[i]).ToString("x4", System.Globalization.CultureInfo.InvariantCulture));
            else visible?.Append(text, i, length);
            i += length - 1;
        }

        return visible?.ToString() ?? text;
    }
}
