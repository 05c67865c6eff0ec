using Gan.Runtime.Testing;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.PublicSurface.Values;

/// <summary>The values for every type that a public method takes or is called on.</summary>
internal static class ArgumentValues
{
    private static readonly Dictionary<Type, Func<string, ValueSet>> ByType = new()
    {
        [typeof(Tensor)] = TensorValues.Of,
        [typeof(nn.Module)] = ModuleValues.Players,
        [typeof(nn.Module<Tensor, Tensor>)] = ModuleValues.Plain,
        [typeof(nn.Module<Tensor, Tensor, Tensor>)] = _ => ModuleValues.Conditional(),
        [typeof(double)] = _ => NumberValues.Doubles(),
        [typeof(int)] = _ => NumberValues.Ints(),
        [typeof(long)] = _ => NumberValues.Longs(),
        [typeof(bool)] = _ => NumberValues.Booleans(),
        [typeof(string)] = name => name == "state" ? new([new("of half", _ => nameof(AlwaysHalf.Half))], [ValueSet.Null, new("unknown", _ => "Whole")]) : NumberValues.Strings(),
        [typeof((double, double))] = _ => new([new("a pair", _ => (0.5, 0.75))], [new("NaN", _ => (double.NaN, 0.5), IsSane: false), new("1", _ => (0.5, 1.0)), new("1e308", _ => (1e308, -1.0), IsSane: false)]),
        [typeof(object)] = _ => new([new("an object", _ => new object())], [ValueSet.Null]),
        [typeof(Exception)] = _ => new([new("an exception", _ => new InvalidOperationException())], [ValueSet.Null]),
        [typeof(IReadOnlyDictionary<string, double>)] = _ => ObjectiveValues.States(),
        [typeof(LossReduction)] = _ => ReductionValues.Reductions(),
        [typeof(LogitGradients)] = _ => ReductionValues.Gradients(),
        [typeof(IGanObjective)] = _ => ObjectiveValues.Objectives(),
        [typeof(ISeparateObjective)] = _ => ObjectiveValues.Objectives<ISeparateObjective>(),
        [typeof(ICoupledObjective)] = _ => ObjectiveValues.Objectives<ICoupledObjective>(),
        [typeof(IRelativisticAverageObjective)] = _ => ObjectiveValues.Objectives<IRelativisticAverageObjective>(),
        [typeof(IBatchObjective)] = _ => ObjectiveValues.Objectives<IBatchObjective>(),
        [typeof(ISeparateBatchObjective)] = _ => ObjectiveValues.Objectives<ISeparateBatchObjective>(),
        [typeof(ICoupledBatchObjective)] = _ => ObjectiveValues.Objectives<ICoupledBatchObjective>(),
        [typeof(IStatefulObjective)] = _ => ObjectiveValues.Objectives<IStatefulObjective>(),
        [typeof(Func<CarriedStates>)] = _ => new([new("none", _ => (Func<CarriedStates>)(() => default))], [ValueSet.Null]),
        [typeof(Func<IStatefulObjective>)] = _ => new([new("of half", _ => (Func<IStatefulObjective>)(static () => new AlwaysHalf()))], [ValueSet.Null, new("of null", _ => (Func<IStatefulObjective>)(static () => null!))]),
        [typeof(Action<CarriedStates>)] = _ => new([new("nothing", _ => (Action<CarriedStates>)(_ => { }))], [ValueSet.Null]),
        [typeof(Func<IReadOnlyList<double>, double>)] = _ => new([new("0", _ => (Func<IReadOnlyList<double>, double>)(static _ => 0))], [ValueSet.Null]),
        [typeof(BatchFormula)] = _ => new([new("of a variance", _ => ((IBatchObjective)new EveryStatistic()).Discriminator.Real)], [ValueSet.Null]),
        [typeof(StatisticValue)] = _ => new([new("no value", _ => default(StatisticValue))], []),
        [typeof(Func<StatisticValue[], LogitLoss>)] = _ => new([new("a line", _ => (Func<StatisticValue[], LogitLoss>)(_ => ((ISeparateObjective)new Wasserstein()).Real))], [ValueSet.Null]),
        [typeof((int, Func<StatisticValue[], LogitLoss>)[])] = _ => new([new("none", _ => Array.Empty<(int, Func<StatisticValue[], LogitLoss>)>())], [ValueSet.Null, new("without a slope", _ => new (int, Func<StatisticValue[], LogitLoss>)[] { (0, null!) }), new("of no statistic", _ => new (int, Func<StatisticValue[], LogitLoss>)[] { (-1, _ => null!) })]),
        [typeof(ObjectiveInfo)] = _ => new([new("of an objective", _ => new R3Gan().Info)], [ValueSet.Null]),
        [typeof(DiscriminatorTerms)] = _ => ObjectiveValues.DiscriminatorTerms(),
        [typeof(GeneratorTerms)] = _ => ObjectiveValues.GeneratorTerms(),
        [typeof(MultiDiscriminatorTerms)] = _ => ObjectiveValues.MultiDiscriminatorTerms(),
        [typeof(MultiGeneratorTerms)] = _ => ObjectiveValues.MultiGeneratorTerms(),
        [typeof(optim.Optimizer)] = _ => OptimizerValues.Optimizers(),
        [typeof(FusedAdam)] = _ => OptimizerValues.Fused(parameters => new FusedAdam(parameters)),
        [typeof(FusedAdamW)] = _ => OptimizerValues.Fused(parameters => new FusedAdamW(parameters)),
        [typeof(Parameter)] = _ => OptimizerValues.Parameters(),
        [typeof(Adam.ParamGroup)] = _ => OptimizerValues.Groups(),
        [typeof(ParamGroup)] = _ => OptimizerValues.Groups(),
        [typeof(SpectralNorm)] = _ => ReceiverValues.SpectralNorms(),
        [typeof(EqualizedLearningRate)] = _ => ReceiverValues.EqualizedLearningRates(),
        [typeof(PixelNorm)] = _ => ReceiverValues.PixelNorms(),
        [typeof(MinibatchStandardDeviation)] = _ => ReceiverValues.Deviations(),
        [typeof(DiffAugment)] = _ => ReceiverValues.DiffAugments(),
        [typeof(AdaAugment)] = _ => ReceiverValues.AdaAugments(),
        [typeof(PseudoAugmentation)] = _ => ReceiverValues.PseudoAugmentations(),
        [typeof(AugmentedDiscriminator)] = _ => ReceiverValues.AugmentedDiscriminators(),
        [typeof(AugmentationProbability)] = _ => new([new("adaptive", _ => new AugmentationProbability(0.5))], [ValueSet.Null]),
        [typeof(Generator)] = _ => new([new("a generator", scene => scene.Own(new Generator(1)))], [ValueSet.Null]),
        [typeof(ProjectionHead)] = _ => ReceiverValues.ProjectionHeads(),
        [typeof(DiscriminatorOutput)] = _ => HeadValues.Outputs(),
        [typeof(ExponentialMovingAverage)] = _ => ReceiverValues.Averages(),
        [typeof(ImagePool)] = _ => new([new("of pairs", scene => scene.Own(new ImagePool([2], capacity: 4))), new("of pixels", scene => scene.Own(new ImagePool([2, 2, 2], capacity: 1)))], []),
        [typeof(AppliedAverage)] = _ => ReceiverValues.AppliedAverages(),
        [typeof(ClippedNorm)] = _ => ReceiverValues.ClippedNorms(),
        [typeof(AverageDecay)] = _ => new([new("constant", _ => AverageDecay.Constant(0.5)), new("half-life", _ => AverageDecay.HalfLife(10, 0.5)), new("historical", _ => AverageDecay.Historical())], [ValueSet.Null]),
        [typeof(LogitValue)] = _ => new([new("0", _ => new LogitValue(0, 0, 1)), new("1", _ => new LogitValue(1, 1, 1))], [new("NaN", _ => new LogitValue(double.NaN, 0, 0), IsSane: false), new("1e308", _ => new LogitValue(1e308, 1e308, 1), IsSane: false)]),
        [typeof(Func<long, double>)] = _ => new([new("the step itself", _ => (Func<long, double>)(static step => step))], [ValueSet.Null, new("NaN", _ => (Func<long, double>)(static _ => double.NaN), IsSane: false)]),
        [typeof(ILossFunctions)] = _ => LossFunctionValues.Of(),
        [typeof(DiscriminatorPass)] = _ => PassValues.OfDiscriminator(),
        [typeof(GeneratorPass)] = _ => PassValues.OfGenerator(),
        [typeof(DiscriminatorSample)] = _ => PassValues.Samples(),
        [typeof(GeneratedBatch)] = _ => PassValues.GeneratedBatches(),
        [typeof(IReadOnlyDictionary<string, (Tensor First, Tensor Second)>)] = _ => PassValues.Pairs(),
        [typeof(Action)] = _ => new([new("nothing", _ => (Action)(() => { }))], [ValueSet.Null]),
        [typeof(double[])] = _ => new([new("three", _ => new double[] { 1, 2, 3 })], [ValueSet.Null, new("none", _ => Array.Empty<double>())]),
        [typeof(CarriedNumbers)] = _ => new([new("none yet", _ => default(CarriedNumbers))], [new("seven", _ => new CarriedNumbers(new double[7]))]),
        [typeof(Action<CarriedNumbers>)] = _ => new([new("nothing", _ => (Action<CarriedNumbers>)(_ => { }))], [ValueSet.Null]),
        [typeof(Func<CarriedNumbers>)] = _ => new([new("none", _ => (Func<CarriedNumbers>)(() => default))], [ValueSet.Null]),
    };

    private static readonly Dictionary<(Type, string), ValueSet> Known = [];

    /// <summary>The values for a parameter, the same at each call.</summary>
    /// <exception cref="NotSupportedException">Nobody has said yet what such a parameter can be given.</exception>
    public static ValueSet Of(Type type, string parameterName)
    {
        if (!Known.TryGetValue((type, parameterName), out var values))
            Known.Add((type, parameterName), values = Make(type, parameterName));
        return values;
    }

    private static ValueSet Make(Type type, string parameterName)
    {
        if (ByType.TryGetValue(type, out var values))
            return values(parameterName);
        if (type.IsByRef)
            return new([new("out", _ => null)], []);
        if (type.IsEnum)
            return NumberValues.Enumeration(type);
        if (Nullable.GetUnderlyingType(type) is { } number)
            return WithNull(Of(number, parameterName));
        if (typeof(Delegate).IsAssignableFrom(type) && type.GetMethod("Invoke")!.ReturnType == typeof(Tensor))
            return DelegateValues.Of(type);
        if (type.IsConstructedGenericType && (type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) || type.GetGenericTypeDefinition() == typeof(IEnumerable<>)))
            return ListValues.Of(type.GetGenericArguments()[0], Of(type.GetGenericArguments()[0], parameterName));
        if (type is { IsAbstract: false, ContainsGenericParameters: false } && !typeof(Delegate).IsAssignableFrom(type) && (type.IsValueType || type.GetConstructors().Length > 0))
            return new([new("new", scene => New(type, scene))], type.IsValueType ? [] : [ValueSet.Null]);
        throw new NotSupportedException($"{type} {parameterName}: no values.");
    }

    /// <summary>A new one, by the constructor with the fewest parameters.</summary>
    private static object? New(Type type, Scene scene) => type.GetConstructors().MinBy(constructor => constructor.GetParameters().Length) is { } constructor
        ? constructor.Invoke([.. constructor.GetParameters().Select(parameter => Of(parameter.ParameterType, parameter.Name!).Good[0].Make(scene))])
        : Activator.CreateInstance(type);

    private static ValueSet WithNull(ValueSet values) => values with { Good = [.. values.Good, ValueSet.Null] };
}
