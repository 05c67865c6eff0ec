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

static const int threads = 256;         // of a block

// What is updated is cut into tiles, which are numbered through all tensors.
static const int each = 8;              // elements that a thread takes of a tile
static const int tile = each * threads;

// A list of tensors: a row has what is known of one, with its first tile and its number of elements.
template <class Row>
struct List
{
    const Row* rows;
    long long count;
    long long tiles;
};

// The tensor that a tile is of: the last that begins with this tile or before. An empty one has no tile.
template <class Row>
static __device__ __forceinline__ const Row& row_of(const List<Row>& list, long long t)
{
    long long low = 0, high = list.count - 1;
    while (low < high)
    {
        const long long middle = (low + high + 1) / 2;
        if (list.rows[middle].first <= t)
            low = middle;
        else
            high = middle - 1;
    }

    return list.rows[low];
}

// Updates a thread's elements of every tensor: some of each tile of its block, where the last tile of a tensor may not be full. Any address will do.
// All of a tile is read before any of it is written, so that reads wait for no write.
template <class Row, class Update>
static __device__ __forceinline__ void update_all(const List<Row>& list, const Update& update)
{
    for (long long t = blockIdx.x; t < list.tiles; t += gridDim.x)
    {
        const Row row = row_of(list, t);
        const long long start = (t - row.first) * tile + threadIdx.x;
        typename Update::Values values[each];
        #pragma unroll
        for (int i = 0; i < each; i++)
        {
            if (start + i * threads < row.count)
                values[i] = update.read(row, start + i * threads);
        }

        #pragma unroll
        for (int i = 0; i < each; i++)
        {
            if (start + i * threads < row.count)
                update.write(row, start + i * threads, values[i]);
        }
    }
}

// A step of Adam on every tensor of a list, p with gradient g and moments m and v:
//   g = g + l2 * p
//   m = beta1 * m + mean_weight * g
//   v = beta2 * v + square_weight * g * g
//   p = p - decay * p - rate * m / (sqrt(v) + epsilon)
// The corrections of the moments' bias are in rate and epsilon.
struct Row
{
    long long first;
    long long count;
    element* parameter;
    const element* gradient;
    number* mean;
    number* square;
};

struct Arguments
{
    List<Row> list;
    double decay;
    double l2;
    double beta1;
    double mean_weight;
    double beta2;
    double square_weight;
    double rate;
    double epsilon;
};

struct Adam
{
    struct Values
    {
        number p, g, m, v;
    };

    number decay, l2, beta1, mean_weight, beta2, square_weight, rate, epsilon;

    __device__ __forceinline__ Values read(const Row& row, long long at) const
    {
        const Values values = { widen(row.parameter[at]), widen(row.gradient[at]), row.mean[at], row.square[at] };
        return values;
    }

    __device__ __forceinline__ void write(const Row& row, long long at, const Values& x) const
    {
        const number g = multiply_add(l2, x.p, x.g);
        const number m = multiply_add(mean_weight, g, multiply(beta1, x.m));
        // Weighted before it is squared: the square alone overflows first.
        const number v = multiply_add(multiply(square_weight, g), g, multiply(beta2, x.v));
        const number direction = divide(m, add(square_root(v), epsilon));
        row.parameter[at] = narrow(multiply_add(-rate, direction, multiply_add(-decay, x.p, x.p)));
        row.mean[at] = m;
        row.square[at] = v;
    }
};

extern "C" __global__ void __launch_bounds__(threads) adam(const Arguments a)
{
    const Adam step = {
        (number)a.decay, (number)a.l2, (number)a.beta1, (number)a.mean_weight, (number)a.beta2, (number)a.square_weight, (number)a.rate, (number)a.epsilon
    };
    update_all(a.list, step);
}
