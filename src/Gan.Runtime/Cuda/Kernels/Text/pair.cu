// The reduced loss of t = D(G(z)) - D(x), each fake logit against the real one at its place, and the gradients.
struct Arguments
{
    Side real;
    Side fake;
    Output output;
    Loss loss;
};

extern "C" __global__ void __launch_bounds__(threads) pair_loss(const Arguments a)
{
    const Centre centre = { 0, 0 };
    double slope = 0;
    double loss[1] = { pass<difference, is_by_element>(a.fake, a.real, centre, a.loss, false, slope) };
    if (a.output.loss && add_blocks(loss, a.output.scratch))
        *a.output.loss = (number)loss[0];
}
