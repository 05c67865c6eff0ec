// The Euclidean norm of every gradient of a list, and behind them that of all together. Squares are added in double, in an order that follows from the counts alone.
struct Arguments
{
    List<Row> list;
    double* norms;
    double* of_tiles;                   // memory for two sums of each tile
    double* scratch;
};

// Numbers whose squares would leave the range are added apart from the others, in units of 2^1200.
static __device__ __forceinline__ void add_square(double x, double (&sums)[2])
{
    const double part = x * 2.409919865102884e-181;     // 2^-600
    if (x > 2.5822498780869086e120 || x < -2.5822498780869086e120)
        sums[1] = __fma_rn(part, part, sums[1]);
    else
        sums[0] = __fma_rn(x, x, sums[0]);
}

static __device__ __forceinline__ double norm_of(const double (&sums)[2])
{
    return sums[1] == 0 ? __dsqrt_rn(sums[0]) : __dsqrt_rn(sums[1] + sums[0] * 2.409919865102884e-181 * 2.409919865102884e-181) * 4.149515568880993e180;
}

extern "C" __global__ void __launch_bounds__(threads) gradient_norms(const Arguments a)
{
    for (long long t = blockIdx.x; t < a.list.tiles; t += gridDim.x)
    {
        const Row row = row_of(a.list, t);
        const long long start = (t - row.first) * tile + threadIdx.x;
        double sums[2] = { 0, 0 };
        #pragma unroll
        for (int i = 0; i < each; i++)
        {
            if (start + i * threads < row.count)
                add_square(widen(row.values[start + i * threads]), sums);
        }

        add_threads(sums);
        if (threadIdx.x == 0)
        {
            a.of_tiles[2 * t] = sums[0];
            a.of_tiles[2 * t + 1] = sums[1];
        }

        // Before the threads meet for the next tile, in the same memory.
        __syncthreads();
    }

    if (!is_last_block(a.scratch))
        return;

    // A warp adds the tiles of a gradient, and all of them the gradients.
    const volatile double* of_tiles = a.of_tiles;
    const int lane = threadIdx.x % 32;
    double all[2] = { 0, 0 };
    for (long long i = threadIdx.x / 32; i < a.list.count; i += warps)
    {
        const Row row = a.list.rows[i];
        const long long end = row.first + (row.count + tile - 1) / tile;
        double sums[2] = { 0, 0 };
        for (long long t = row.first + lane; t < end; t += 32)
        {
            sums[0] += of_tiles[2 * t];
            sums[1] += of_tiles[2 * t + 1];
        }

        add_lanes(sums);
        if (lane == 0)
        {
            a.norms[i] = norm_of(sums);
            all[0] += sums[0];
            all[1] += sums[1];
        }
    }

    add_threads(all);
    if (threadIdx.x == 0)
        a.norms[a.list.count] = norm_of(all);
}
