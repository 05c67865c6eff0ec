// The means of real and of fake logits, of those that a mask leaves.
struct Arguments
{
    Side real;
    Side fake;
    Output output;
};

struct Logit
{
    static const bool has_logarithm = false;
    double logarithm_weight;

    __device__ __forceinline__ void evaluate(number t, number& loss, number& unit, number& slope) const
    {
        loss = t;
        unit = slope = 0;
    }
};

static __device__ __forceinline__ double sum_of(const Side& side)
{
    Side logits = only_read(side);
    logits.weights = 0;
    logits.mask_count = 0;
    logits.losses = 0;
    logits.factor = 1;
    const Centre centre = { 0, 0 };
    const Logit logit = { 0 };
    double slope = 0;
    return pass<plain, is_by_element>(logits, logits, centre, logit, false, slope);
}

extern "C" __global__ void __launch_bounds__(threads) logit_means(const Arguments a)
{
    double sums[2] = { sum_of(a.real), sum_of(a.fake) };
    if (add_blocks(sums, a.output.scratch))
    {
        shared_of(a.output)->real_mean = sums[0] / count_of(a.real);
        shared_of(a.output)->fake_mean = sums[1] / count_of(a.fake);
    }
}
