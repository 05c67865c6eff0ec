static const int warps = threads / 32;

// Where the loss goes, and memory that blocks meet in: a counter, four numbers from launch to launch, and the blocks' sums.
struct Output
{
    number* loss;
    double* scratch;
};

static const int shared_numbers = 1;    // the place of those numbers
static const int block_sums = 8;        // and of the sums

// The sums over a warp's threads, in its first.
template <int n>
static __device__ __forceinline__ void add_lanes(double (&values)[n])
{
    #pragma unroll
    for (int k = 0; k < n; k++)
    {
        #pragma unroll
        for (int distance = 16; distance > 0; distance /= 2)
            values[k] += __shfl_down_sync(0xffffffffu, values[k], distance);
    }
}

// The sums over a block's threads, in thread 0.
template <int n>
static __device__ void add_threads(double (&values)[n])
{
    __shared__ double of_warp[n][warps];
    const int lane = threadIdx.x % 32, warp = threadIdx.x / 32;
    add_lanes(values);
    #pragma unroll
    for (int k = 0; k < n; k++)
    {
        if (lane == 0)
            of_warp[k][warp] = values[k];
    }

    __syncthreads();
    if (threadIdx.x == 0)
    {
        #pragma unroll
        for (int k = 0; k < n; k++)
        {
            values[k] = of_warp[k][0];
            for (int i = 1; i < warps; i++)
                values[k] += of_warp[k][i];
        }
    }
}

// Whether a block is the last of its launch to come here. What thread 0 of each block has written before is there for it to read.
static __device__ bool is_last_block(double* scratch)
{
    __shared__ bool is_last;
    if (threadIdx.x == 0)
    {
        unsigned* counter = (unsigned*)scratch;
        __threadfence();
        is_last = atomicAdd(counter, 1u) == gridDim.x - 1;
        if (is_last)
            *counter = 0;
    }

    __syncthreads();
    __threadfence();
    return is_last;
}

// The sums over all threads of all blocks, always in the same order. One thread returns true: it has them.
template <int n>
static __device__ bool add_blocks(double (&values)[n], double* scratch)
{
    add_threads(values);
    if (gridDim.x == 1)
        return threadIdx.x == 0;

    volatile double* sums = scratch + block_sums;
    if (threadIdx.x == 0)
    {
        for (int k = 0; k < n; k++)
            sums[k * gridDim.x + blockIdx.x] = values[k];
    }

    // Whichever block is the last to finish adds all of them.
    if (!is_last_block(scratch))
        return false;
    #pragma unroll
    for (int k = 0; k < n; k++)
    {
        values[k] = 0;
        for (unsigned i = threadIdx.x; i < gridDim.x; i += threads)
            values[k] += sums[k * gridDim.x + i];
    }

    add_threads(values);
    return threadIdx.x == 0;
}
