// What chooses instead of computing. NaN stays NaN.
static __device__ __forceinline__ number at_least(number limit, number x) { return limit > x ? limit : x; }
static __device__ __forceinline__ number at_most(number limit, number x) { return limit < x ? limit : x; }
static __device__ __forceinline__ number relu(number x) { return at_least(0, x); }
static __device__ __forceinline__ number sign_of(number x) { return 0 < x ? (number)1 : x < 0 ? (number)-1 : x; }
static __device__ __forceinline__ number nan_of(number x, number value) { return x == x ? value : x; }

// Of two zeros, 0 is greater than -0.
static __device__ __forceinline__ number greater_of(number x, number y)
{
    return x != x || x > y ? x : y != y || y > x ? y : copy_sign(1, x) < 0 ? y : x;
}

static __device__ __forceinline__ number lesser_of(number x, number y)
{
    return x != x || x < y ? x : y != y || y < x ? y : copy_sign(1, x) < 0 ? x : y;
}
