// x = min(max(x, -limit), limit) for every element x of every tensor of a list; NaN stays NaN. Nothing is done if the norm that an earlier launch left is not finite.
struct Arguments
{
    List<Row> list;
    const double* norm;                 // 0: there is none
    double limit;
};

struct Clamp
{
    typedef number Values;

    number limit;

    __device__ __forceinline__ number read(const Row& row, long long at) const { return widen(row.values[at]); }

    __device__ __forceinline__ void write(const Row& row, long long at, number x) const { row.values[at] = narrow(at_least(-limit, at_most(limit, x))); }
};

extern "C" __global__ void __launch_bounds__(threads) clamp_tensors(const Arguments a)
{
    if (a.norm && !is_finite(*a.norm))
        return;
    const Clamp clamp = { (number)a.limit };
    update_all(a.list, clamp);
}
