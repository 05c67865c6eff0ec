// Arithmetic in float32. Each operation is rounded once, as written: nothing is contracted.
static __device__ __forceinline__ float add(float x, float y) { return __fadd_rn(x, y); }
static __device__ __forceinline__ float subtract(float x, float y) { return __fsub_rn(x, y); }
static __device__ __forceinline__ float multiply(float x, float y) { return __fmul_rn(x, y); }
static __device__ __forceinline__ float divide(float x, float y) { return __fdiv_rn(x, y); }
static __device__ __forceinline__ float multiply_add(float x, float y, float z) { return __fmaf_rn(x, y, z); }
static __device__ __forceinline__ float square_root(float x) { return __fsqrt_rn(x); }
static __device__ __forceinline__ float absolute(float x) { return fabsf(x); }
static __device__ __forceinline__ float copy_sign(float magnitude, float sign) { return copysignf(magnitude, sign); }
static __device__ __forceinline__ float sine(float x) { return sinf(x); }
static __device__ __forceinline__ float cosine(float x) { return cosf(x); }
static __device__ __forceinline__ float power(float x, float y) { return (float)pow((double)x, (double)y); }

static __device__ __forceinline__ float infinity() { return __uint_as_float(0x7f800000u); }
static __device__ __forceinline__ float not_a_number() { return __uint_as_float(0x7fc00000u); }

// 2^n of x = 1.5 * 2^23 + 127 + n.
static __device__ __forceinline__ float power_of_two(float x) { return __uint_as_float(__float_as_uint(x) << 23); }

// x = 2^exponent * mantissa of a positive normal x, the mantissa between the roots of 1/2 and of 2.
static __device__ __forceinline__ float exponent_of(float x)
{
    const unsigned carried = __float_as_uint(x) + (0x3f800000u - 0x3f3504f3u);
    return __fsub_rn(__uint_as_float((carried >> 23) + 0x4b400000u), 12583039.0f);
}

static __device__ __forceinline__ float mantissa_of(float x)
{
    const unsigned carried = __float_as_uint(x) + (0x3f800000u - 0x3f3504f3u);
    return __uint_as_float((carried & 0x7fffffu) + 0x3f3504f3u);
}
