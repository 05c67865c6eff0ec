// Elements of bfloat16, computed with in float32 and rounded once.
typedef float number;
typedef unsigned short element;

static __device__ __forceinline__ number widen(element x) { return __uint_as_float((unsigned)x << 16); }

// To the nearest, to even halfway; NaN stays one.
static __device__ __forceinline__ element narrow(number x)
{
    const unsigned bits = __float_as_uint(x);
    return x == x ? (element)((bits + 0x7fffu + ((bits >> 16) & 1u)) >> 16) : (element)0x7fc0;
}
