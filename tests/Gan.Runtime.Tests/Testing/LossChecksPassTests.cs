using Gan.Runtime.Testing;
using Gan.Runtime.Tests.Support;

namespace Gan.Runtime.Tests.Testing;

/// <summary>Right losses pass every check.</summary>
public class LossChecksPassTests
{
    public static TheoryData<string> Names => new(SampleLoss.All.Select(loss => loss.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Values(string name) => LossChecks.Values(Loss(name).Mean, Loss(name).Expected);

    [Theory]
    [MemberData(nameof(Names))]
    public void Slopes(string name) => LossChecks.Slopes(Loss(name).Mean, Loss(name).Expected);

    [Theory]
    [MemberData(nameof(Names))]
    public void MeanOverAnyShape(string name) => LossChecks.MeanOverAnyShape(Loss(name).Mean, Loss(name).Expected);

    [Theory]
    [MemberData(nameof(Names))]
    public void HalfPrecision(string name) => LossChecks.HalfPrecision(Loss(name).Mean, Loss(name).Expected);

    [Theory]
    [MemberData(nameof(Names))]
    public void NaNStaysNaN(string name) => LossChecks.NaNStaysNaN(Loss(name).Mean);

    [Theory]
    [MemberData(nameof(Names))]
    public void NothingLeaks(string name) => LossChecks.NothingLeaks(Loss(name).Mean);

    private static SampleLoss Loss(string name) => SampleLoss.All.Single(loss => loss.Name == name);
}
