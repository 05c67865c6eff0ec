// g = g * min(1, limit / norm) on every gradient g of a list, of the common norm that an earlier launch left. Gradients that are not all finite stay as they are.
struct Arguments
{
    List<Row> list;
    const double* norm;
    double limit;
};

struct Scale
{
    typedef number Values;

    number factor;

    __device__ __forceinline__ number read(const Row& row, long long at) const { return widen(row.values[at]); }

    __device__ __forceinline__ void write(const Row& row, long long at, number g) const { row.values[at] = narrow(multiply(g, factor)); }
};

extern "C" __global__ void __launch_bounds__(threads) scale_gradients(const Arguments a)
{
    const double norm = *a.norm;
    if (!is_finite(norm) || norm <= a.limit)
        return;
    const Scale scale = { (number)__ddiv_rn(a.limit, norm) };
    update_all(a.list, scale);
}
