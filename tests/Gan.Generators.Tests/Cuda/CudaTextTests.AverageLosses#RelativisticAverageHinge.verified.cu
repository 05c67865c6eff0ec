// Elements of bfloat16, computed with in float32 and rounded once.
typedef float number;
typedef unsigned short element;

static __device__ __forceinline__ number widen(element x) { return __uint_as_float((unsigned)x << 16); }

// To the nearest, to even halfway; NaN stays one.
static __device__ __forceinline__ element narrow(number x)
{
    const unsigned bits = __float_as_uint(x);
    return x == x ? (element)((bits + 0x7fffu + ((bits >> 16) & 1u)) >> 16) : (element)0x7fc0;
}

static const int width = 8;             // elements in 16 bytes

static __device__ __forceinline__ void unpack(const uint4& words, number* t)
{
    const unsigned word[4] = { words.x, words.y, words.z, words.w };
    #pragma unroll
    for (int i = 0; i < 4; i++)
    {
        t[2 * i] = widen((element)(word[i] & 0xffffu));
        t[2 * i + 1] = widen((element)(word[i] >> 16));
    }
}

static __device__ __forceinline__ unsigned pack_two(number low, number high) { return narrow(low) | (unsigned)narrow(high) << 16; }

static __device__ __forceinline__ uint4 pack(const number* t)
{
    return make_uint4(pack_two(t[0], t[1]), pack_two(t[2], t[3]), pack_two(t[4], t[5]), pack_two(t[6], t[7]));
}

// Arithmetic in float32. Each operation is rounded once, as written: nothing is contracted.
static __device__ __forceinline__ float add(float x, float y) { return __fadd_rn(x, y); }
static __device__ __forceinline__ float subtract(float x, float y) { return __fsub_rn(x, y); }
static __device__ __forceinline__ float multiply(float x, float y) { return __fmul_rn(x, y); }
static __device__ __forceinline__ float divide(float x, float y) { return __fdiv_rn(x, y); }
static __device__ __forceinline__ float multiply_add(float x, float y, float z) { return __fmaf_rn(x, y, z); }
static __device__ __forceinline__ float square_root(float x) { return __fsqrt_rn(x); }
static __device__ __forceinline__ float absolute(float x) { return fabsf(x); }
static __device__ __forceinline__ float copy_sign(float magnitude, float sign) { return copysignf(magnitude, sign); }
static __device__ __forceinline__ float sine(float x) { return sinf(x); }
static __device__ __forceinline__ float cosine(float x) { return cosf(x); }
static __device__ __forceinline__ float power(float x, float y) { return (float)pow((double)x, (double)y); }

static __device__ __forceinline__ float infinity() { return __uint_as_float(0x7f800000u); }
static __device__ __forceinline__ float not_a_number() { return __uint_as_float(0x7fc00000u); }

// 2^n of x = 1.5 * 2^23 + 127 + n.
static __device__ __forceinline__ float power_of_two(float x) { return __uint_as_float(__float_as_uint(x) << 23); }

// x = 2^exponent * mantissa of a positive normal x, the mantissa between the roots of 1/2 and of 2.
static __device__ __forceinline__ float exponent_of(float x)
{
    const unsigned carried = __float_as_uint(x) + (0x3f800000u - 0x3f3504f3u);
    return __fsub_rn(__uint_as_float((carried >> 23) + 0x4b400000u), 12583039.0f);
}

static __device__ __forceinline__ float mantissa_of(float x)
{
    const unsigned carried = __float_as_uint(x) + (0x3f800000u - 0x3f3504f3u);
    return __uint_as_float((carried & 0x7fffffu) + 0x3f3504f3u);
}

// What chooses instead of computing. NaN stays NaN.
static __device__ __forceinline__ number at_least(number limit, number x) { return limit > x ? limit : x; }
static __device__ __forceinline__ number at_most(number limit, number x) { return limit < x ? limit : x; }
static __device__ __forceinline__ number relu(number x) { return at_least(0, x); }
static __device__ __forceinline__ number sign_of(number x) { return 0 < x ? (number)1 : x < 0 ? (number)-1 : x; }
static __device__ __forceinline__ number nan_of(number x, number value) { return x == x ? value : x; }

// Of two zeros, 0 is greater than -0.
static __device__ __forceinline__ number greater_of(number x, number y)
{
    return x != x || x > y ? x : y != y || y > x ? y : copy_sign(1, x) < 0 ? y : x;
}

static __device__ __forceinline__ number lesser_of(number x, number y)
{
    return x != x || x < y ? x : y != y || y < x ? y : copy_sign(1, x) < 0 ? x : y;
}

// log(1 + x) of x from 0 to 1.
static __device__ __forceinline__ number log1p_of_unit(number x)
{
    const number v2 = add(2.0f, x);
    const number v3 = divide(x, v2);
    const number v5 = multiply(v3, v3);
    const number v8 = multiply_add(v5, 0.2801268f, 0.28001675f);
    const number v10 = multiply_add(v8, v5, 0.40021536f);
    const number v12 = multiply_add(v10, v5, 0.6666642f);
    const number v13 = multiply(v5, v12);
    const number v14 = subtract(x, v13);
    const number v15 = multiply_add(-(v3), v14, x);
    return v15;
}

// Of a logit t:
//   loss = relu(1 - t)
//   slope = 1 <= t ? 0 : -1
struct RealLoss
{
    static const bool has_logarithm = false;
    double logarithm_weight;

    __device__ __forceinline__ void evaluate(number t, number& loss, number& unit, number& slope) const
    {
        const number v2 = subtract(1.0f, t);
        const number v3 = relu(v2);
        const number v6 = 1.0f <= t ? 0.0f : -1.0f;
        const number v7 = nan_of(t, v6);
        loss = v3;
        unit = 0.0f;
        slope = v7;
    }
};

// Of a logit t:
//   loss = relu(t + 1)
//   slope = -1 < t ? 1 : 0
struct FakeLoss
{
    static const bool has_logarithm = false;
    double logarithm_weight;

    __device__ __forceinline__ void evaluate(number t, number& loss, number& unit, number& slope) const
    {
        const number v2 = add(t, 1.0f);
        const number v3 = relu(v2);
        const number v6 = -1.0f < t ? 1.0f : 0.0f;
        const number v7 = nan_of(t, v6);
        loss = v3;
        unit = 0.0f;
        slope = v7;
    }
};

static const int threads = 256;         // of a block

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

// One batch of logits. An address is 0 where there is nothing.
struct Side
{
    const element* logits;
    long long count;
    const number* weights;
    const unsigned char* mask;
    const long long* mask_count;        // how many the mask leaves
    long long is_mean;                  // whether the factor is still to be divided by that
    double factor;                      // of the reduced loss and of the gradient
    element* gradient;
    number* losses;                     // each loss by itself
    double loss_factor;
};

static __device__ __forceinline__ double factor_of(const Side& side)
{
    return side.is_mean && side.mask_count ? __dmul_rn(side.factor, __ddiv_rn(1.0, (double)*side.mask_count)) : side.factor;
}

// Over how many logits a mean is.
static __device__ __forceinline__ double count_of(const Side& side)
{
    return (double)(side.mask_count ? *side.mask_count : side.count);
}

static const int each = 8;              // elements that a thread takes at a time
static const int tile = each * threads;

// The place in a tile of a thread's i-th element: 16 bytes of each thread side by side.
static __device__ __forceinline__ int place(int i)
{
    return (i / width * threads + (int)threadIdx.x) * width + i % width;
}

static __device__ __forceinline__ bool is_aligned(const void* address)
{
    return ((unsigned long long)address & 15) == 0;
}

// The elements of a tile, which is full or ends with the batch; 0 behind its end. Any address will do.
template <bool full>
static __device__ __forceinline__ void load(const element* from, long long start, long long count, number (&t)[each])
{
    if (full && is_aligned(from))
    {
        #pragma unroll
        for (int i = 0; i < each; i += width)
            unpack(*(const uint4*)(from + start + place(i)), t + i);
    }
    else
    {
        #pragma unroll
        for (int i = 0; i < each; i++)
            t[i] = full || start + place(i) < count ? widen(from[start + place(i)]) : 0;
    }
}

template <bool full>
static __device__ __forceinline__ void store(element* to, long long start, long long count, const number (&t)[each])
{
    if (full && is_aligned(to))
    {
        #pragma unroll
        for (int i = 0; i < each; i += width)
            *(uint4*)(to + start + place(i)) = pack(t + i);
    }
    else
    {
        #pragma unroll
        for (int i = 0; i < each; i++)
        {
            if (full || start + place(i) < count)
                to[start + place(i)] = narrow(t[i]);
        }
    }
}

// What t is: a logit, a fake logit less the real one at its place, or a logit less a mean.
enum Kind { plain, difference, shifted };

struct Sums
{
    double loss;                        // of the losses, or of quarters of them
    double product;                     // of 1 + unit, less 1, so that small units stay
    int exponent;                       // the powers of two that were taken out of the product
    double slope;                       // of the slopes
};

// (1 + x)(1 + y) - 1.
static __device__ __forceinline__ number both(number x, number y) { return multiply_add(x, y, add(x, y)); }

// The losses of four elements: quarters, for four of the largest would overflow, and one product.
template <class Loss>
static __device__ __forceinline__ void add_four(const number* losses, const number* units, Sums& sums)
{
    const number quarter = (number)0.25;
    sums.loss += add(multiply_add(losses[0], quarter, multiply(losses[1], quarter)), multiply_add(losses[2], quarter, multiply(losses[3], quarter)));
    if (Loss::has_logarithm)
    {
        const double unit = both(both(units[0], units[1]), both(units[2], units[3]));
        sums.product = __fma_rn(unit, sums.product, sums.product + unit);
    }
}

// Takes the power of two out of a large product: what is left is from 1 to 2.
static __device__ __forceinline__ void reduce_product(Sums& sums)
{
    if (sums.product > 1e200)
    {
        const double product = 1 + sums.product;
        const int high = __double2hiint(product);
        sums.exponent += (high >> 20) - 1023;
        sums.product = __hiloint2double((high & 0xfffff) | 0x3ff00000, __double2loint(product)) - 1;
    }
}

// What a loss needs beside its logits.
struct Centre
{
    number shift;                       // the mean of the other batch
    number share;                       // what each gradient is less by, because that mean depends on its logit
};

template <Kind kind, bool by_element, bool full, class Loss>
static __device__ __forceinline__ void take(const Side& side, const Side& other, const Centre& centre, const Loss& loss, bool adds_losses, number factor, long long start, Sums& sums)
{
    number t[each], losses[each], units[each], slopes[each];
    bool counts[each];
    load<full>(side.logits, start, side.count, t);
    if (kind == difference)
    {
        number others[each];
        load<full>(other.logits, start, side.count, others);
        #pragma unroll
        for (int i = 0; i < each; i++)
            t[i] = subtract(t[i], others[i]);
    }

    #pragma unroll
    for (int i = 0; i < each; i++)
    {
        const long long at = start + place(i);
        const bool is_inside = full || at < side.count;
        counts[i] = is_inside;
        if (kind == shifted)
            t[i] = subtract(t[i], centre.shift);
        if (by_element)
        {
            // Whatever is masked, NaN too, is read as 0.
            counts[i] = is_inside && (!side.mask || side.mask[at] != 0);
            t[i] = counts[i] ? t[i] : 0;
        }

        loss.evaluate(t[i], losses[i], units[i], slopes[i]);
        if (by_element)
        {
            if (Loss::has_logarithm)
                losses[i] = multiply_add((number)loss.logarithm_weight, log1p_of_unit(units[i]), losses[i]);
            if (side.weights && is_inside)
            {
                losses[i] = multiply(losses[i], side.weights[at]);
                slopes[i] = multiply(slopes[i], side.weights[at]);
            }
        }

        if (!counts[i])
            losses[i] = units[i] = slopes[i] = 0;
        if (by_element)
        {
            sums.loss += losses[i];
            if (side.losses && is_inside)
            {
                const number kept = multiply(losses[i], (number)side.loss_factor);
                side.losses[at] = adds_losses ? add(side.losses[at], kept) : kept;
            }
        }
    }

    #pragma unroll
    for (int i = 0; i < each; i += 4)
    {
        if (!by_element)
            add_four<Loss>(losses + i, units + i, sums);
        if (kind == shifted)
            sums.slope += add(add(slopes[i], slopes[i + 1]), add(slopes[i + 2], slopes[i + 3]));
    }

    if (side.gradient)
    {
        number gradients[each];
        #pragma unroll
        for (int i = 0; i < each; i++)
        {
            gradients[i] = multiply(slopes[i], factor);
            if (kind == shifted && counts[i])
                gradients[i] = subtract(gradients[i], centre.share);
        }

        store<full>(side.gradient, start, side.count, gradients);
    }

    if (kind == difference && other.gradient)
    {
        number gradients[each];
        #pragma unroll
        for (int i = 0; i < each; i++)
            gradients[i] = -multiply(slopes[i], factor);
        store<full>(other.gradient, start, side.count, gradients);
    }
}

// Reads and writes a thread's part of a batch. Returns its part of the reduced loss, and adds that of the slopes.
template <Kind kind, bool by_element, class Loss>
static __device__ __forceinline__ double pass(const Side& side, const Side& other, const Centre& centre, const Loss& loss, bool adds_losses, double& slope)
{
    Sums sums = { 0, 0, 0, 0 };
    const double factor = factor_of(side);
    for (long long start = (long long)blockIdx.x * tile; start < side.count; start += (long long)gridDim.x * tile)
    {
        if (start + tile <= side.count)
            take<kind, by_element, true>(side, other, centre, loss, adds_losses, (number)factor, start, sums);
        else
            take<kind, by_element, false>(side, other, centre, loss, adds_losses, (number)factor, start, sums);
        if (Loss::has_logarithm && !by_element)
            reduce_product(sums);
    }

    slope += sums.slope;
    if (by_element)
        return factor * sums.loss;
    double total = 4 * sums.loss;
    if (Loss::has_logarithm)
        total += loss.logarithm_weight * (log1p(sums.product) + 0.6931471805599453 * sums.exponent);
    return factor * total;
}

// Whether each loss is needed by itself: for weights, for a mask, or to be kept.
static const bool is_by_element = false;

// Numbers that one launch leaves for the next, in scratch memory.
struct Shared
{
    double real_mean;
    double fake_mean;
    double real_share;                  // what the gradient in each real logit is less by: fake losses depend on it through the real mean
    double fake_share;
};

static __device__ __forceinline__ Shared* shared_of(const Output& output) { return (Shared*)(output.scratch + shared_numbers); }

// Without what it writes.
static __device__ __forceinline__ Side only_read(const Side& side)
{
    Side read = side;
    read.gradient = 0;
    return read;
}

// The gradient of the losses of each logit less the mean of the other side.
struct Arguments
{
    Side real;
    Side fake;
    Output output;
    RealLoss real_loss;
    FakeLoss fake_loss;
};

// The losses are kept already.
static __device__ __forceinline__ Side without_losses(const Side& side)
{
    Side gradient = side;
    gradient.losses = 0;
    return gradient;
}

extern "C" __global__ void __launch_bounds__(threads) average_gradient(const Arguments a)
{
    const Shared shared = *shared_of(a.output);
    const Centre of_real = { (number)shared.fake_mean, (number)shared.real_share }, of_fake = { (number)shared.real_mean, (number)shared.fake_share };
    double slope = 0;
    if (a.real.gradient)
        pass<shifted, is_by_element>(without_losses(a.real), a.real, of_real, a.real_loss, false, slope);
    if (a.fake.gradient)
        pass<shifted, is_by_element>(without_losses(a.fake), a.fake, of_fake, a.fake_loss, false, slope);
}
