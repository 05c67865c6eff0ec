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
