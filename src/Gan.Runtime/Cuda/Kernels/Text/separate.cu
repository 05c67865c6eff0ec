// The reduced loss of one batch of logits, and its gradient.
struct Arguments
{
    Side side;
    Output output;
    Loss loss;
};

extern "C" __global__ void __launch_bounds__(threads) separate_loss(const Arguments a)
{
    const Centre centre = { 0, 0 };
    double slope = 0;
    double loss[1] = { pass<plain, is_by_element>(a.side, a.side, centre, a.loss, false, slope) };
    if (a.output.loss && add_blocks(loss, a.output.scratch))
        *a.output.loss = (number)loss[0];
}
