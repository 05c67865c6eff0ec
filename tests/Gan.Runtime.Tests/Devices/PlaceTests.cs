using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Devices;

/// <summary>What is made for samples is made on their device. The meta device stands for another than the CPU.</summary>
public sealed class PlaceTests
{
    [Fact]
    public void FactorsAndDirectionsAreBesideTheSamples()
    {
        using var scope = NewDisposeScope();
        var samples = zeros([3, 2, 4], device: META);
        Assert.Equal(DeviceType.META, SampleFactors.Draw(samples).device_type);
        Assert.Equal(DeviceType.META, samples.lerp(samples, SampleFactors.Draw(samples)).device_type);
        Assert.Equal(DeviceType.META, PowerIteration.RandomDirection(samples.view(6, 4), 0).device_type);
        Assert.Equal(DeviceType.META, Penalty.Nothing(null, samples).device_type);
        Assert.Equal(DeviceType.CPU, Penalty.Nothing(null, null).device_type);
    }

    [Fact]
    public void NumbersOfAStateComeToTheSamples()
    {
        using var scope = NewDisposeScope();
        Assert.Equal(DeviceType.META, new CarriedNumbers(1.0, 2.0).At(1, META).device_type);
        Assert.Equal(2, new CarriedNumbers(1.0, 2.0).At(1, CPU).item<double>());
    }
}
