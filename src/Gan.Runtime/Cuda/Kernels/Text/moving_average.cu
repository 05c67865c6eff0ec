// mean = mean + weight * (value - mean) on every tensor of a list. A weight of 1 copies, also over what is NaN or infinite.
struct Row
{
    long long first;
    long long count;
    number* mean;
    const element* value;
};

struct Arguments
{
    List<Row> list;
    double weight;
};

struct Average
{
    struct Values
    {
        number mean, value;
    };

    number weight, rest;

    __device__ __forceinline__ Values read(const Row& row, long long at) const
    {
        const Values values = { row.mean[at], widen(row.value[at]) };
        return values;
    }

    // From the nearer end, so that neither is missed by rounding.
    __device__ __forceinline__ void write(const Row& row, long long at, const Values& x) const
    {
        const number distance = subtract(x.value, x.mean);
        row.mean[at] = weight == 1 ? x.value : weight < (number)0.5 ? multiply_add(weight, distance, x.mean) : multiply_add(-rest, distance, x.value);
    }
};

extern "C" __global__ void __launch_bounds__(threads) moving_average(const Arguments a)
{
    const Average average = { (number)a.weight, subtract(1, (number)a.weight) };
    update_all(a.list, average);
}
