namespace Gan.Runtime.Tests.PublicSurface.Values;

/// <summary>Lists of what else there is: empty, with a null entry, and with one hostile entry each.</summary>
internal static class ListValues
{
    public static ValueSet Of(Type element, ValueSet elements) => new(
        [new("one", scene => Array(element, scene, elements.Good[0])), new("two", scene => Array(element, scene, elements.Good[0], elements.Good[^1]))],
        [
            ValueSet.Null,
            new("empty", scene => Array(element, scene)),
            .. elements.Hostile.Select(hostile => new Value($"[{hostile.Name}]", scene => Array(element, scene, hostile), hostile.IsSane)),
            .. elements.Hostile.Select(hostile => new Value($"[good, {hostile.Name}]", scene => Array(element, scene, elements.Good[0], hostile), hostile.IsSane)),
        ]);

    private static Array Array(Type element, Scene scene, params Value[] values)
    {
        var array = System.Array.CreateInstance(element, values.Length);
        for (var i = 0; i < values.Length; i++)
            array.SetValue(values[i].Make(scene), i);
        return array;
    }
}
