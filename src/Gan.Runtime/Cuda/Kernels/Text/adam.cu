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
