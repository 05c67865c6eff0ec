// The sum of the reduced losses of real and of fake logits, and the gradients.
struct Arguments
{
    Side real;
    Side fake;
    Output output;
    RealLoss real_loss;
    FakeLoss fake_loss;
};

extern "C" __global__ void __launch_bounds__(threads) both_losses(const Arguments a)
{
    const Centre centre = { 0, 0 };
    double slope = 0;
    double loss[1] = { pass<plain, is_by_element>(a.real, a.real, centre, a.real_loss, false, slope) };
    loss[0] += pass<plain, is_by_element>(a.fake, a.fake, centre, a.fake_loss, true, slope);
    if (a.output.loss && add_blocks(loss, a.output.scratch))
        *a.output.loss = (number)loss[0];
}
