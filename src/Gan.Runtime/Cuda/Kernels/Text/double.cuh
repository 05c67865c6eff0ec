// Arithmetic in float64. Each operation is rounded once, as written: nothing is contracted.
static __device__ __forceinline__ double add(double x, double y) { return __dadd_rn(x, y); }
static __device__ __forceinline__ double subtract(double x, double y) { return __dsub_rn(x, y); }
static __device__ __forceinline__ double multiply(double x, double y) { return __dmul_rn(x, y); }
static __device__ __forceinline__ double divide(double x, double y) { return __ddiv_rn(x, y); }
static __device__ __forceinline__ double multiply_add(double x, double y, double z) { return __fma_rn(x, y, z); }
static __device__ __forceinline__ double square_root(double x) { return __dsqrt_rn(x); }
static __device__ __forceinline__ double absolute(double x) { return fabs(x); }
static __device__ __forceinline__ double copy_sign(double magnitude, double sign) { return copysign(magnitude, sign); }
static __device__ __forceinline__ double sine(double x) { return sin(x); }
static __device__ __forceinline__ double cosine(double x) { return cos(x); }
static __device__ __forceinline__ double power(double x, double y) { return pow(x, y); }

static __device__ __forceinline__ unsigned long long bits_of(double x) { return (unsigned long long)__double_as_longlong(x); }
static __device__ __forceinline__ double double_of(unsigned long long bits) { return __longlong_as_double((long long)bits); }

static __device__ __forceinline__ double infinity() { return double_of(0x7ff0000000000000ull); }
static __device__ __forceinline__ double not_a_number() { return double_of(0x7ff8000000000000ull); }

// 2^n of x = 1.5 * 2^52 + 1023 + n.
static __device__ __forceinline__ double power_of_two(double x) { return double_of(bits_of(x) << 52); }

// x = 2^exponent * mantissa of a positive normal x, the mantissa between the roots of 1/2 and of 2.
static __device__ __forceinline__ double exponent_of(double x)
{
    const unsigned long long carried = bits_of(x) + (0x3ff0000000000000ull - 0x3fe6a09e667f3bcdull);
    return __dsub_rn(double_of((carried >> 52) + 0x4338000000000000ull), 6755399441056767.0);
}

static __device__ __forceinline__ double mantissa_of(double x)
{
    const unsigned long long carried = bits_of(x) + (0x3ff0000000000000ull - 0x3fe6a09e667f3bcdull);
    return double_of((carried & 0xfffffffffffffull) + 0x3fe6a09e667f3bcdull);
}
