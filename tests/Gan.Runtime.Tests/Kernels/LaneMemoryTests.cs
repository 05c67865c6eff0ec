using System.Numerics;

namespace Gan.Runtime.Tests.Kernels;

public class LaneMemoryTests
{
    [Fact]
    public void Floats_are_read_and_written_where_they_lie()
    {
        Check<Float1, float>();
        Check<Float128, float>();
        Check<Float256, float>();
        Check<Float512, float>();
    }

    [Fact]
    public void Doubles_are_read_and_written_where_they_lie()
    {
        Check<Double1, double>();
        Check<Double128, double>();
        Check<Double256, double>();
        Check<Double512, double>();
    }

    private static void Check<T, TElement>()
        where T : struct, ILaneMemory<T, TElement>
        where TElement : unmanaged, INumber<TElement>
    {
        var source = Enumerable.Range(1, 40).Select(TElement.CreateChecked).ToArray();
        for (var offset = 0; offset < 5; offset++)
        {
            var target = new TElement[40];
            T.Store(T.Load(ref source[0], offset), ref target[0], offset + 1);
            Assert.Equal([.. new TElement[offset + 1], .. source.Skip(offset).Take(T.Count), .. new TElement[39 - offset - T.Count]], target);
        }

        // Any byte but 0 chooses; each alone, so that no lane answers for another. NaN and infinity must not come through from the other side.
        var nan = TElement.Zero / TElement.Zero;
        for (var lane = 0; lane < T.Count; lane++)
        {
            foreach (byte set in new byte[] { 1, 2, 128, 255 })
            {
                var (mask, target) = (new byte[T.Count + 3], new TElement[T.Count]);
                mask[2 + lane] = set;
                T.Store(T.LoadWhere(ref mask[0], 2, T.Load(ref source[0], 0), T.All(double.NaN)), ref target[0], 0);
                Assert.All(target, (value, i) => Assert.Equal(i == lane ? source[i] : nan, value));
            }
        }
    }
}
