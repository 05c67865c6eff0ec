// A device of CUDA for tests: its blocks run one after the other, and the threads of a block are fibers, each of which runs until it has to wait for others.
#include <cmath>
#include <cstdint>
#include <cstring>
#include <ucontext.h>

#define __global__
#define __device__
#define __shared__ static
#define __forceinline__ inline
#define __launch_bounds__(threads)

struct Place { unsigned x; };
static Place threadIdx, blockIdx, gridDim;

namespace device
{
    const int Threads = 256;
    const int Stack = 1 << 16;
    static ucontext_t scheduler, fibers[Threads];
    static char stacks[Threads][Stack];
    static bool ended[Threads];
    static double exchanged[Threads];
    static void (*entry)(const void*);
    static const void* argument;

    static void wait() { swapcontext(&fibers[threadIdx.x], &scheduler); }

    // Where the threads of a group wait for each other; those that have ended are not waited for.
    struct Barrier
    {
        int running, arrived;
        unsigned round;

        void reach()
        {
            arrived++;
            for (const unsigned own = round; round == own; wait())
            {
                if (arrived == running)
                {
                    arrived = 0;
                    round++;
                }
            }
        }
    };

    static Barrier of_block, of_warps[Threads / 32];

    static void run_thread()
    {
        entry(argument);
        ended[threadIdx.x] = true;
        of_block.running--;
        of_warps[threadIdx.x / 32].running--;
        wait();
    }

    static void launch(void (*kernel)(const void*), const void* arguments, int blocks)
    {
        entry = kernel;
        argument = arguments;
        gridDim.x = (unsigned)blocks;
        // From the last to the first: nothing may depend on the order.
        for (int block = blocks - 1; block >= 0; block--)
        {
            blockIdx.x = (unsigned)block;
            of_block = { Threads, 0, 0 };
            for (Barrier& barrier : of_warps)
                barrier = { 32, 0, 0 };
            for (int i = 0; i < Threads; i++)
            {
                ended[i] = false;
                getcontext(&fibers[i]);
                fibers[i].uc_stack.ss_sp = stacks[i];
                fibers[i].uc_stack.ss_size = Stack;
                fibers[i].uc_link = &scheduler;
                makecontext(&fibers[i], run_thread, 0);
            }

            for (bool runs = true; runs;)
            {
                runs = false;
                for (int i = 0; i < Threads; i++)
                {
                    if (ended[i])
                        continue;
                    threadIdx.x = (unsigned)i;
                    swapcontext(&scheduler, &fibers[i]);
                    runs = true;
                }
            }
        }
    }
}

static void __syncthreads() { device::of_block.reach(); }
static void __threadfence() { }
static unsigned atomicAdd(unsigned* to, unsigned x) { unsigned before = *to; *to += x; return before; }

static double __shfl_down_sync(unsigned, double x, int distance)
{
    const unsigned self = threadIdx.x, other = self % 32 + distance < 32 ? self + distance : self;
    device::exchanged[self] = x;
    device::of_warps[self / 32].reach();
    const double got = device::exchanged[other];
    device::of_warps[self / 32].reach();
    return got;
}

struct alignas(16) uint4 { unsigned x, y, z, w; };
static uint4 make_uint4(unsigned x, unsigned y, unsigned z, unsigned w) { return { x, y, z, w }; }

template <class To, class From> static To bits(From from) { To to; static_assert(sizeof(To) == sizeof(From), ""); std::memcpy(&to, &from, sizeof(To)); return to; }

static unsigned __float_as_uint(float x) { return bits<unsigned>(x); }
static float __uint_as_float(unsigned x) { return bits<float>(x); }
static long long __double_as_longlong(double x) { return bits<long long>(x); }
static double __longlong_as_double(long long x) { return bits<double>(x); }
static int __double2hiint(double x) { return (int)(bits<unsigned long long>(x) >> 32); }
static int __double2loint(double x) { return (int)bits<unsigned long long>(x); }
static double __hiloint2double(int high, int low) { return bits<double>((unsigned long long)(unsigned)high << 32 | (unsigned)low); }

static float __fadd_rn(float x, float y) { return x + y; }
static float __fsub_rn(float x, float y) { return x - y; }
static float __fmul_rn(float x, float y) { return x * y; }
static float __fdiv_rn(float x, float y) { return x / y; }
static float __fmaf_rn(float x, float y, float z) { return fmaf(x, y, z); }
static float __fsqrt_rn(float x) { return sqrtf(x); }
static double __dadd_rn(double x, double y) { return x + y; }
static double __dsub_rn(double x, double y) { return x - y; }
static double __dmul_rn(double x, double y) { return x * y; }
static double __ddiv_rn(double x, double y) { return x / y; }
static double __fma_rn(double x, double y, double z) { return fma(x, y, z); }
static double __dsqrt_rn(double x) { return sqrt(x); }

// The two conversions for which the text has an instruction of the device.
static float widen(unsigned short half)
{
    const unsigned sign = (unsigned)(half & 0x8000) << 16, exponent = half >> 10 & 31, fraction = half & 1023;
    if (exponent == 31)
        return bits<float>(sign | 0x7f800000u | fraction << 13);
    const float magnitude = exponent == 0 ? ldexpf((float)fraction, -24) : ldexpf((float)(1024 + fraction), (int)exponent - 25);
    return sign ? -magnitude : magnitude;
}

static unsigned short narrow(float x)
{
    const unsigned sign = bits<unsigned>(x) >> 16 & 0x8000;
    const float magnitude = fabsf(x);
    if (x != x)
        return 0x7e00;
    if (magnitude >= 65520)
        return (unsigned short)(sign | 0x7c00);
    if (magnitude == 0)
        return (unsigned short)sign;
    int exponent;
    frexpf(magnitude, &exponent);
    // In units of the last digit, which below the least normal number is the same everywhere; nearbyint rounds halves to even.
    const int unit = (exponent < -13 ? -13 : exponent) - 11;
    return (unsigned short)(sign | ((unsigned)(unit + 24) << 10) + (unsigned)nearbyintf(ldexpf(magnitude, -unit)));
}
