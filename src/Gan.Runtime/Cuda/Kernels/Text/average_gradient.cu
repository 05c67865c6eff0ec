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
