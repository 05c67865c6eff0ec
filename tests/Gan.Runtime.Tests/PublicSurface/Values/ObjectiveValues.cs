using static TorchSharp.torch;

namespace Gan.Runtime.Tests.PublicSurface.Values;

/// <summary>Objectives of each kind, with every penalty, and what they return.</summary>
internal static class ObjectiveValues
{
    public static ValueSet Objectives() => new(
        [
            new("logistic", _ => new LogisticR1()),
            new("relativistic", _ => new RelativisticPair()),
            new("averages", _ => new RelativisticAverage()),
            new("path length", _ => new StyleGan2()),
            new("by hand", _ => new HandWritten()),
            new("with averages of logits", _ => new LeCamHinge()),
            new("of the fake batch", _ => new EveryStatistic()),
            new("of both batches", _ => new Contrast()),
            new("with states", _ => new StatesOfAllKinds()),
        ],
        [ValueSet.Null]);

    public static ValueSet Objectives<T>()
        where T : IGanObjective
    {
        var all = Objectives();
        return all with { Good = [.. all.Good.Where(static value => value.Make(null!) is T)] };
    }

    public static ValueSet DiscriminatorTerms() => Terms(scene => new LogisticR1().DiscriminatorTerms(scene.Own(nn.Linear(2, 1)), randn(3, 2), randn(3, 2)));

    public static ValueSet GeneratorTerms() => Terms(scene => new NonSaturating().GeneratorTerms(scene.Own(nn.Linear(2, 1)), scene.Fake));

    public static ValueSet MultiDiscriminatorTerms() =>
        Terms(scene => new LogisticR1().DiscriminatorTerms([scene.Own(nn.Linear(2, 1)), scene.Own(nn.Linear(2, 1))], randn(3, 2), randn(3, 2), ListReduction.Mean));

    public static ValueSet MultiGeneratorTerms() =>
        Terms(scene => new NonSaturating().GeneratorTerms([scene.Own(nn.Linear(2, 1)), scene.Own(nn.Linear(2, 1))], scene.Fake, ListReduction.Sum));

    public static ValueSet States() => new(
        [new("empty", _ => new Dictionary<string, double>()), Of("of LeCam", ("LeCam.Real", 1), ("LeCam.Fake", 2), ("LeCam.Batches", 3)), Of("of path lengths", ("PathLength.Mean", 1))],
        [
            ValueSet.Null,
            Of("of an augmentation", ("Probability", 0.5), ("Signs", -1), ("Logits", 3), ("Steps", 1)),
            Of("of nothing known", ("Name", 1)),
            Of("incomplete", ("LeCam.Real", 1)),
            Of("half a batch", ("LeCam.Real", 1), ("LeCam.Fake", 2), ("LeCam.Batches", 0.5)),
            Of("NaN", ("LeCam.Real", double.NaN), ("LeCam.Fake", 2), ("LeCam.Batches", 3)),
            Of("a negative length", ("PathLength.Mean", -1)),
            Of("a state out of its range", ("Margin", 9), ("Strength", 2), ("LeCam.Real", 1), ("LeCam.Fake", 2), ("LeCam.Batches", 3)),
            Of("an infinite length", ("PathLength.Mean", double.PositiveInfinity)),
        ]);

    private static Value Of(string name, params (string Key, double Value)[] numbers) => new(name, _ => numbers.ToDictionary(number => number.Key, number => number.Value));

    private static ValueSet Terms<T>(Func<Scene, T> make)
        where T : IDisposable =>
        new([new("of a step", scene => scene.Own(make(scene)))], [new("disposed", scene => Disposed(scene.Own(make(scene))))]);

    private static T Disposed<T>(T terms)
        where T : IDisposable
    {
        terms.Dispose();
        return terms;
    }
}
