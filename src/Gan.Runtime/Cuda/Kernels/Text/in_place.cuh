// The numbers of a tensor, which are changed where they are.
struct Row
{
    long long first;
    long long count;
    element* values;
};

// 0 times what is not finite is NaN.
static __device__ __forceinline__ bool is_finite(double x) { return 0 * x == 0; }
