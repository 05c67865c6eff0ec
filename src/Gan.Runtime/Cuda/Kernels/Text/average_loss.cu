// The reduced losses of each logit less the mean of the other side, added, and what the gradients take from each other through the means.
struct Arguments
{
    Side real;
    Side fake;
    Output output;
    RealLoss real_loss;
    FakeLoss fake_loss;
};

extern "C" __global__ void __launch_bounds__(threads) average_loss(const Arguments a)
{
    Shared* shared = shared_of(a.output);
    const Centre of_real = { (number)shared->fake_mean, 0 }, of_fake = { (number)shared->real_mean, 0 };
    double sums[3] = { 0, 0, 0 };
    sums[0] = pass<shifted, is_by_element>(only_read(a.real), a.real, of_real, a.real_loss, false, sums[1]);
    sums[0] += pass<shifted, is_by_element>(only_read(a.fake), a.fake, of_fake, a.fake_loss, true, sums[2]);
    if (add_blocks(sums, a.output.scratch))
    {
        if (a.output.loss)
            *a.output.loss = (number)sums[0];
        shared->real_share = factor_of(a.fake) * sums[2] / count_of(a.real);
        shared->fake_share = factor_of(a.real) * sums[1] / count_of(a.fake);
    }
}
