// Elements of float16, computed with in float32 and rounded once.
typedef float number;
typedef unsigned short element;

#ifdef __CUDA_ARCH__
static __device__ __forceinline__ number widen(element x)
{
    float wide;
    asm("cvt.f32.f16 %0, %1;" : "=f"(wide) : "h"(x));
    return wide;
}

static __device__ __forceinline__ element narrow(number x)
{
    element half;
    asm("cvt.rn.f16.f32 %0, %1;" : "=h"(half) : "f"(x));
    return half;
}
#endif
